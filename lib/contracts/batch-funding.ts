import type { z } from 'zod';
import type * as schema from './batch-funding.schema.ts';
import type { BatchGroupDetail, BatchGroupPath } from './batch-groups.ts';
import { defineEndpoint } from './define-endpoint.ts';

export type Balance = z.output<typeof schema.balance>;
export type BalanceList = z.output<typeof schema.balanceListReply>;
export type BatchFunding = z.output<typeof schema.batchFundingReply>;
export type PayIn = z.output<typeof schema.payInReply>;

/** Straight from Wise, jars among them. */
export const listBalances = defineEndpoint<{ params: { profileId: string }; reply: BalanceList }>()({
  method: 'GET',
  path: '/api/profiles/{profileId}/balances',
  consolePermission: 'batch-groups.read',
});

/** Simulated money; there is no such thing on production. */
export const topUpBalance = defineEndpoint<{
  params: { profileId: string; balanceId: string };
  body: { amount: string };
  reply: BalanceList;
}>()({
  method: 'POST',
  path: '/api/profiles/{profileId}/balances/{balanceId}/top-up',
  consolePermission: 'batch-groups.fund',
  needsIdempotencyKey: true,
});

/** How far its money is, and what became of its transfers. */
export const getBatchFunding = defineEndpoint<{ params: BatchGroupPath; reply: BatchFunding }>()({
  method: 'GET',
  path: '/api/profiles/{profileId}/batch-groups/{batchGroupId}/funding',
  consolePermission: 'batch-groups.read',
});

/** Pays all transfers at once from the balance. Cannot be undone. */
export const fundBatchGroup = defineEndpoint<{
  params: BatchGroupPath;
  body: z.input<typeof schema.fundBatchGroupBody>;
  reply: BatchGroupDetail;
}>()({
  method: 'POST',
  path: '/api/profiles/{profileId}/batch-groups/{batchGroupId}/funding',
  consolePermission: 'batch-groups.fund',
  needsIdempotencyKey: true,
});

/** Asks a second person to agree that no money moved by the funding that stands. */
export const releaseFunding = defineEndpoint<{
  params: BatchGroupPath;
  body: Record<string, never>;
  reply: { approvalId: string };
}>()({
  method: 'POST',
  path: '/api/profiles/{profileId}/batch-groups/{batchGroupId}/funding/release',
  consolePermission: 'batch-groups.release',
});

/** Where to send the money by bank transfer. From then on the group is paid that way and no other. */
export const showPayIn = defineEndpoint<{
  params: BatchGroupPath;
  body: Record<string, never>;
  reply: PayIn;
}>()({
  method: 'POST',
  path: '/api/profiles/{profileId}/batch-groups/{batchGroupId}/pay-in-details',
  consolePermission: 'batch-groups.fund',
});

/** Cancels all its transfers. Only while it is unfunded; final. */
export const cancelBatchGroup = defineEndpoint<{
  params: BatchGroupPath;
  body: z.input<typeof schema.cancelBatchGroupBody>;
  reply: BatchGroupDetail;
}>()({
  method: 'POST',
  path: '/api/profiles/{profileId}/batch-groups/{batchGroupId}/cancel',
  consolePermission: 'batch-groups.write',
  needsIdempotencyKey: true,
});
