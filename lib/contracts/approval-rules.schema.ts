import { z } from 'zod';
import * as endpoints from './approval-rules.ts';
import { currencyCode, decimalText, instant, serveEndpoint } from './endpoint-schema.ts';

const rule = z.strictObject({
  currency: currencyCode,
  /** Of a day, by the same person from the same profile: above it, so many people approve. */
  above: decimalText,
  approvers: z.union([z.literal(1), z.literal(2)]),
});
const isOrdered = (rules: z.output<typeof rule>[]) =>
  rules.every((one) =>
    rules.every(
      (other) =>
        one === other ||
        one.currency !== other.currency ||
        (Number(one.above) !== Number(other.above) &&
          Number(one.above) < Number(other.above) === one.approvers < other.approvers),
    ),
  );
export const approvalRulesBody = z.strictObject({
  version: z.string().regex(/^[0-9a-f]{64}$/),
  rules: z
    .array(rule)
    .max(200)
    .refine(isOrdered, 'A higher amount of the same currency needs more approvers than a lower one.'),
});
export const approvalRulesReply = z.object({
  rules: z.array(z.object({ currency: z.string(), above: decimalText, approvers: z.number().int() })),
  /** Stands for the rules as they are now. */
  version: z.string(),
  /** A change that waits for a second administrator. */
  pendingApprovalId: z.uuid().nullable(),
  asOf: instant,
});

export const getApprovalRules = serveEndpoint(endpoints.getApprovalRules, { reply: approvalRulesReply });
export const updateApprovalRules = serveEndpoint(endpoints.updateApprovalRules, {
  body: approvalRulesBody,
  status: 202,
  reply: z.object({ approvalId: z.uuid() }),
  audit: {
    action: 'approval-rules.update',
    target: () => ({ type: 'approval-rules', id: 'all' }),
    details: ({ rules }: z.output<typeof approvalRulesBody>) => ({ rules }),
  },
});
