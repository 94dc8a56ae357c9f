import type { z } from 'zod';
import type { BatchGroupDetail, BatchGroupPath } from './batch-groups.ts';
import { defineEndpoint } from './define-endpoint.ts';
import type * as schema from './direct-debits.schema.ts';

export type DirectDebitAccount = z.output<typeof schema.directDebitAccount>;
export type DirectDebitAccountList = z.output<typeof schema.directDebitAccountListReply>;
export type DirectDebitCurrency = z.output<typeof schema.directDebitCurrency>;

/** Accounts that may be debited, straight from Wise: by ACH in dollars, by EFT in Canadian ones. */
export const listDirectDebitAccounts = defineEndpoint<{
  params: { profileId: string };
  query: { currency: DirectDebitCurrency };
  reply: DirectDebitAccountList;
}>()({
  method: 'GET',
  path: '/api/profiles/{profileId}/direct-debit-accounts',
  consolePermission: 'batch-groups.fund',
});

/** One that Wise has already is not made twice. The number goes to Wise and is kept nowhere here. */
export const addDirectDebitAccount = defineEndpoint<{
  params: { profileId: string };
  body: z.input<typeof schema.addDirectDebitAccountBody>;
  reply: DirectDebitAccount;
}>()({
  method: 'POST',
  path: '/api/profiles/{profileId}/direct-debit-accounts',
  consolePermission: 'batch-groups.fund',
  needsIdempotencyKey: true,
});

/** Has Wise debit an account for the whole group. Takes days, may fail, and may be taken back later. */
export const payByDirectDebit = defineEndpoint<{
  params: BatchGroupPath;
  body: z.input<typeof schema.payByDirectDebitBody>;
  reply: BatchGroupDetail;
}>()({
  method: 'POST',
  path: '/api/profiles/{profileId}/batch-groups/{batchGroupId}/payment-initiations',
  consolePermission: 'batch-groups.fund',
  needsIdempotencyKey: true,
});
