import { z } from 'zod';
import { faultOfDebitedAccount, faultOfRoutingNumber } from '../format/routing-numbers.ts';
import { batchGroupPath, batchGroupReply, batchGroupTarget } from './batch-groups.schema.ts';
import * as endpoints from './direct-debits.ts';
import { decimalText, int64Text, listOf, serveEndpoint } from './endpoint-schema.ts';
import { paymentInitiationReferenceLength } from './wise/batch-groups.ts';

/** Wise: the only currencies with direct debits. */
export const directDebitCurrency = z.enum(['USD', 'CAD']);
const profilePath = z.strictObject({ profileId: int64Text });

/** Of the account number nothing but its end ever leaves the server. */
export const directDebitAccount = z.object({
  id: int64Text,
  currency: z.string(),
  /** ACH or EFT today. */
  type: z.string(),
  routingNumber: z.string().nullable(),
  lastFour: z.string().nullable(),
  accountType: z.string().nullable(),
});
export const directDebitAccountListReply = listOf(directDebitAccount);

export const addDirectDebitAccountBody = z
  .strictObject({
    currency: directDebitCurrency,
    routingNumber: z.string().max(20),
    accountNumber: z.string().max(20),
    accountType: z.enum(['CHECKING', 'SAVINGS']),
  })
  .superRefine(({ accountNumber, currency, routingNumber }, context) => {
    const faults = {
      routingNumber: faultOfRoutingNumber(currency, routingNumber),
      accountNumber: faultOfDebitedAccount(accountNumber),
    };
    for (const [field, message] of Object.entries(faults))
      if (message !== undefined) context.addIssue({ code: 'custom', path: [field], message });
  });

/** `total`: what the person saw that it takes, in the group's currency. */
export const payByDirectDebitBody = z.strictObject({
  accountId: int64Text,
  /** What the bank statement says; Wise makes one where there is none. */
  reference: z
    .string()
    .trim()
    .min(1)
    .max(paymentInitiationReferenceLength, `At most ${paymentInitiationReferenceLength} characters.`)
    .regex(/^[\x20-\x7e]*$/, 'Letters, digits and signs without accents.')
    .optional(),
  total: decimalText,
});

export const listDirectDebitAccounts = serveEndpoint(endpoints.listDirectDebitAccounts, {
  params: profilePath,
  query: z.strictObject({ currency: directDebitCurrency }),
  reply: directDebitAccountListReply,
});
export const addDirectDebitAccount = serveEndpoint(endpoints.addDirectDebitAccount, {
  params: profilePath,
  body: addDirectDebitAccountBody,
  reply: directDebitAccount,
  audit: {
    action: 'direct-debit-accounts.add',
    target: ({ params }) => ({
      type: 'direct-debit-accounts',
      id: params.profileId ?? '',
      ...(params.profileId && { profileId: params.profileId }),
    }),
    details: (body: z.output<typeof addDirectDebitAccountBody>) => ({ currency: body.currency }),
  },
});
export const payByDirectDebit = serveEndpoint(endpoints.payByDirectDebit, {
  params: batchGroupPath,
  body: payByDirectDebitBody,
  reply: batchGroupReply,
  audit: {
    action: 'batch-groups.fund',
    target: batchGroupTarget,
    details: (body: z.output<typeof payByDirectDebitBody>) => ({
      way: 'DIRECT_DEBIT',
      total: body.total,
      accountId: body.accountId,
    }),
  },
});
