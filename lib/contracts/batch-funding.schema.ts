import { z } from 'zod';
import { beforeFunding } from './batch-before-funding.schema.ts';
import * as endpoints from './batch-funding.ts';
import { batchGroupPath, batchGroupReply, batchGroupTarget } from './batch-groups.schema.ts';
import { decimalText, instant, int64Text, listOf, serveEndpoint } from './endpoint-schema.ts';

/** A balance as Wise tells it. `available` may be spent; what is invested cannot be paid from. */
export const balance = z.object({
  id: int64Text,
  currency: z.string(),
  type: z.string(),
  name: z.string().nullable(),
  investmentState: z.string(),
  available: z.string(),
  reserved: z.string().nullable(),
  isOperable: z.boolean(),
});
export const balanceListReply = listOf(balance).extend({ canTopUp: z.boolean() });

/** `total`: what the person saw that it takes, in the group's currency. */
export const fundBatchGroupBody = z.strictObject({ total: decimalText });
export const cancelBatchGroupBody = z.strictObject({
  /** Typed, as it is written. */
  name: z.string(),
  reason: z.string().trim().min(1, 'Say why.').max(300),
});
export const payInReply = z.object({
  /** Only what the currency has. */
  ways: z.array(
    z.object({
      reference: z.string(),
      amount: z.string(),
      currency: z.string(),
      lines: z.array(z.object({ label: z.string(), value: z.string() })),
    }),
  ),
  group: batchGroupReply,
});

export const listBalances = serveEndpoint(endpoints.listBalances, {
  params: z.strictObject({ profileId: int64Text }),
  reply: balanceListReply,
});
export const topUpBalance = serveEndpoint(endpoints.topUpBalance, {
  params: z.strictObject({ profileId: int64Text, balanceId: int64Text }),
  body: z.strictObject({ amount: decimalText }),
  reply: balanceListReply,
  audit: {
    action: 'balances.top-up',
    target: ({ params }) => ({
      type: 'balance',
      id: params.balanceId ?? '',
      ...(params.profileId && { profileId: params.profileId }),
    }),
  },
});
export const fundBatchGroup = serveEndpoint(endpoints.fundBatchGroup, {
  params: batchGroupPath,
  body: fundBatchGroupBody,
  reply: batchGroupReply,
  audit: {
    action: 'batch-groups.fund',
    target: batchGroupTarget,
    details: (body: z.output<typeof fundBatchGroupBody>) => ({ way: 'BALANCE', total: body.total }),
  },
});
export const releaseFunding = serveEndpoint(endpoints.releaseFunding, {
  params: batchGroupPath,
  body: z.strictObject({}),
  status: 202,
  reply: z.object({ approvalId: z.uuid() }),
  audit: { action: 'batch-groups.release-funding', target: batchGroupTarget },
});
export const showPayIn = serveEndpoint(endpoints.showPayIn, {
  params: batchGroupPath,
  body: z.strictObject({}),
  reply: payInReply,
  audit: { action: 'batch-groups.show-pay-in', target: batchGroupTarget },
});
export const cancelBatchGroup = serveEndpoint(endpoints.cancelBatchGroup, {
  params: batchGroupPath,
  body: cancelBatchGroupBody,
  reply: batchGroupReply,
  audit: {
    action: 'batch-groups.cancel',
    target: batchGroupTarget,
    reason: (body: z.output<typeof cancelBatchGroupBody>) => body.reason,
  },
});
/** A direct debit at Wise, as it was read last. */
export const fundingDebit = z.object({
  /** NEW, PROCESSING, COMPLETED, FAILED or CHARGED_BACK today; null as long as Wise has named none. */
  status: z.string().nullable(),
  changedAt: instant.nullable(),
  reference: z.string().nullable(),
  /** Of the account that is debited. */
  lastFour: z.string().nullable(),
  /** It had been released before Wise named it. */
  cameLate: z.boolean(),
});
/** Two people may say that no money moved, so that the group can be paid another way. */
export const fundingRelease = z.object({
  by: z.enum(['administrators', 'operators']),
  opensAt: instant,
  /** Who has asked a second person already. */
  asked: z.object({ approvalId: z.uuid(), by: z.string(), at: instant }).nullable(),
});
export const fundingState = z.object({
  way: z.enum(['BALANCE', 'DIRECT_DEBIT', 'BANK_TRANSFER']),
  state: z.enum(['started', 'unknown', 'sent', 'done', 'refused', 'released']),
  code: z.string().nullable(),
  amount: z.string().nullable(),
  personName: z.string(),
  startedAt: instant,
  settledAt: instant.nullable(),
  debitSeenAt: instant.nullable(),
  transfersMovedAt: instant.nullable(),
  /** When Wise was asked last. */
  readAt: instant.nullable(),
  /** What left other balances by conversion while it was paid, though nobody had agreed to that. */
  conversionsSeen: z.array(z.object({ currency: z.string(), amount: z.string() })),
  /** Null for any other way. */
  debit: fundingDebit.nullable(),
  release: fundingRelease.nullable(),
});
/** Transfers by how they stand, mostly Wise's status, with what they took from the balance. */
export const payoutSum = z.object({ status: z.string(), transfers: z.number().int(), amount: z.string() });
export const batchFundingReply = z.object({
  /** The latest; null where nobody has begun. */
  funding: fundingState.nullable(),
  /** What funding takes, in the group's currency; null as long as nobody knows. */
  total: z.string().nullable(),
  payout: z.array(payoutSum),
  /** A direct debit that was given up and is on its way beside `funding`: the group may be paid twice. */
  secondDebit: z.object({ status: z.string(), startedAt: instant, amount: z.string().nullable() }).nullable(),
  /** Of a closed group that nobody funds yet, and of one made elsewhere before it is closed. */
  before: beforeFunding.nullable(),
  asOf: instant,
});
export const getBatchFunding = serveEndpoint(endpoints.getBatchFunding, {
  params: batchGroupPath,
  reply: batchFundingReply,
});
