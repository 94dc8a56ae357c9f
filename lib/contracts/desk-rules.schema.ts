import { z } from 'zod';
import { longestRepetitionMinutes, severities } from '../catalogues/decline-desk.ts';
import { money } from './card-transactions.schema.ts';
import { declineFamily } from './decline-reasons.schema.ts';
import * as endpoints from './desk-rules.ts';
import { currencyCode, decimalText, instant, int64Text, serveEndpoint } from './endpoint-schema.ts';

const rulePath = z.strictObject({ ruleId: z.uuid() });
const howOften = z.number().int().min(2, 'Twice at least.').max(50, '50 at most.');
const minutes = z.number().int().min(1).max(longestRepetitionMinutes, 'A day at most.');
const listOfCodes = (code: z.ZodType<string>) => z.array(code).min(1).max(60).optional();

/** What a declined payment has to be; all of it together. Reasons are Wise's own codes, told and hidden ones alike. */
export const deskConditions = z
  .strictObject({
    reasons: listOfCodes(
      z.string().regex(/^[A-Z0-9_]{1,100}$/, 'A code has capital letters and underscores.'),
    ),
    families: z.array(declineFamily).min(1).max(20).optional(),
    /** Of the billing amount, or of the payment's own where Wise tells no other. */
    amountFrom: z.strictObject({ value: decimalText, currency: currencyCode }).optional(),
    /** Where the shop is, as Wise writes it: GB in one place and United Kingdom in another. Capitals do not count. */
    countries: listOfCodes(z.string().trim().min(1).max(60)),
    mccs: listOfCodes(z.string().regex(/^\d{4}$/, 'A merchant category has four digits.')),
    /** So many declines of the same card within so many minutes, this one counted. */
    sameCard: z.strictObject({ times: howOften, minutes }).optional(),
    /** Declines at the same shop on so many different cards within so many minutes, this one's counted. */
    sameMerchant: z.strictObject({ cards: howOften, minutes }).optional(),
  })
  .refine(
    (conditions) => Object.values(conditions).some((one) => one !== undefined),
    'Without a condition every declined payment would enter the desk.',
  );

const ruleFields = {
  name: z.string().trim().min(1, 'Give it a name.').max(80),
  conditions: deskConditions,
  isActive: z.boolean(),
  severity: z.enum(severities),
  /** From the opening of a case. */
  dueHours: z.number().int().min(1).max(720),
  /** What one decides of its cases another looks at before they are closed. */
  needsSecondReader: z.boolean().default(false),
};
export const newDeskRule = z.strictObject(ruleFields);
export const changeDeskRuleBody = z.strictObject({ ...ruleFields, version: z.number().int() });

export const deskRule = z.object({
  ...ruleFields,
  id: z.uuid(),
  version: z.number().int(),
  changedAt: instant,
  /** A change that waits for a second person of compliance. */
  pendingApprovalId: z.uuid().nullable(),
});
/** `pendingNew`: rules that wait to be made. */
export const deskRulesReply = z.object({
  items: z.array(deskRule),
  pendingNew: z.number().int(),
  asOf: instant,
});

export const triedTransaction = z.object({
  profileId: int64Text,
  id: int64Text,
  cardToken: z.string(),
  creationTime: instant,
  declineReason: z.string().nullable(),
  declineTitle: z.string(),
  transactionAmount: money,
  merchantName: z.string().nullable(),
});
/** Days in UTC, oldest first; those without a case are left out. */
export const tryDeskRuleReply = z.object({
  from: instant,
  total: z.number().int(),
  days: z.array(z.object({ day: z.iso.date(), cases: z.number().int() })),
  first: z.array(triedTransaction),
  asOf: instant,
});

const approvalReply = z.object({ approvalId: z.uuid() });

export const listDeskRules = serveEndpoint(endpoints.listDeskRules, { reply: deskRulesReply });
export const addDeskRule = serveEndpoint(endpoints.addDeskRule, {
  body: newDeskRule,
  status: 202,
  reply: approvalReply,
  audit: {
    action: 'desk-rules.add',
    target: () => ({ type: 'desk-rule', id: 'new' }),
    details: ({ name: _, ...rule }: z.output<typeof newDeskRule>) => rule,
    isSealed: true,
  },
});
export const changeDeskRule = serveEndpoint(endpoints.changeDeskRule, {
  params: rulePath,
  body: changeDeskRuleBody,
  status: 202,
  reply: approvalReply,
  audit: {
    action: 'desk-rules.change',
    target: ({ params }) => ({ type: 'desk-rule', id: params.ruleId ?? '' }),
    details: ({ name: _, ...rule }: z.output<typeof changeDeskRuleBody>) => rule,
    isSealed: true,
  },
});
export const tryDeskRule = serveEndpoint(endpoints.tryDeskRule, {
  body: z.strictObject({ conditions: deskConditions }),
  reply: tryDeskRuleReply,
  audit: {
    action: 'desk-rules.try',
    target: () => ({ type: 'desk-rule', id: 'new' }),
    details: ({ conditions }: { conditions: z.output<typeof deskConditions> }) => ({ conditions }),
    isSealed: true,
  },
});
