import 'server-only';
import type { z } from 'zod';
import {
  batchGroup,
  batchPaymentReply,
  directDebitAccount,
  directDebitAccountListReply,
  paymentInitiation,
} from '../../../contracts/wise/batch-groups.ts';
import { transfer } from '../../../contracts/wise/transfers.ts';
import type { WiseClient } from '../client.ts';
import { toWiseInt64 } from '../json.ts';
import { wisePath } from '../path.ts';
import { asUser, type CallOptions } from './options.ts';
import type { WiseTransfer } from './transfers.ts';

export type WiseBatchGroup = z.output<typeof batchGroup>;
export type WiseDirectDebitAccount = z.output<typeof directDebitAccount>;
export type WisePaymentInitiation = z.output<typeof paymentInitiation>;

export interface TransferWanted {
  recipientId: string;
  quoteId: string;
  /** By it Wise knows the transfer again. */
  customerTransactionId: string;
  reference: string | null;
  /** What else Wise asks for of the transfer, by its own keys. */
  details?: Readonly<Record<string, string>>;
}

export interface WiseBatchGroups {
  /** Has no key: one whose answer was lost is an empty group that nobody uses. */
  createBatchGroup(
    options: CallOptions,
    profileId: string,
    wanted: { name: string; sourceCurrency: string },
  ): Promise<WiseBatchGroup>;
  getBatchGroup(options: CallOptions, profileId: string, groupId: string): Promise<WiseBatchGroup>;
  /** May be repeated: the same customerTransactionId is the same transfer. */
  addTransfer(
    options: CallOptions,
    profileId: string,
    groupId: string,
    wanted: TransferWanted,
  ): Promise<WiseTransfer>;
  /** @param version as it was read; another one at Wise refuses */
  setBatchGroupStatus(
    options: CallOptions,
    profileId: string,
    groupId: string,
    to: { status: 'COMPLETED' | 'CANCELLED'; version: string },
  ): Promise<WiseBatchGroup>;
  /** Pays everything at once from the balance. Neither the answer's status nor `alreadyPaid` proves that it did. */
  fundFromBalance(
    options: CallOptions,
    profileId: string,
    groupId: string,
  ): Promise<z.output<typeof batchPaymentReply>>;
  /** @param reference up to ten characters; Wise makes one where there is none */
  initiateDirectDebit(
    options: CallOptions,
    profileId: string,
    groupId: string,
    wanted: { accountId: string; reference?: string | undefined },
  ): Promise<WisePaymentInitiation>;
  getPaymentInitiation(
    options: CallOptions,
    profileId: string,
    groupId: string,
    initiationId: string,
  ): Promise<WisePaymentInitiation>;
  listDirectDebitAccounts(
    options: CallOptions,
    profileId: string,
    of: { type: string; currency: string },
  ): Promise<WiseDirectDebitAccount[]>;
  addDirectDebitAccount(
    options: CallOptions,
    profileId: string,
    wanted: {
      currency: string;
      type: string;
      details: { routingNumber: string; accountNumber: string; accountType: string };
    },
  ): Promise<WiseDirectDebitAccount>;
}

export const createBatchGroups = (client: WiseClient): WiseBatchGroups => ({
  createBatchGroup: (options, profileId, body) =>
    client.call({
      ...asUser(options),
      method: 'POST',
      path: wisePath`/v3/profiles/${profileId}/batch-groups`,
      body,
      reply: batchGroup,
    }),

  getBatchGroup: (options, profileId, groupId) =>
    client.call({
      ...asUser(options),
      method: 'GET',
      path: wisePath`/v3/profiles/${profileId}/batch-groups/${groupId}`,
      reply: batchGroup,
    }),

  addTransfer: (options, profileId, groupId, wanted) =>
    client.call({
      ...asUser(options),
      method: 'POST',
      path: wisePath`/v3/profiles/${profileId}/batch-groups/${groupId}/transfers`,
      body: {
        targetAccount: toWiseInt64(wanted.recipientId),
        quoteUuid: wanted.quoteId,
        customerTransactionId: wanted.customerTransactionId,
        details: { ...wanted.details, ...(wanted.reference !== null && { reference: wanted.reference }) },
      },
      safe: true,
      reply: transfer,
    }),

  setBatchGroupStatus: (options, profileId, groupId, { status, version }) =>
    client.call({
      ...asUser(options),
      method: 'PATCH',
      path: wisePath`/v3/profiles/${profileId}/batch-groups/${groupId}`,
      body: { status, version: toWiseInt64(version) },
      reply: batchGroup,
    }),

  fundFromBalance: (options, profileId, groupId) =>
    client.call({
      ...asUser(options),
      method: 'POST',
      path: wisePath`/v3/profiles/${profileId}/batch-payments/${groupId}/payments`,
      body: { type: 'BALANCE' },
      reply: batchPaymentReply,
    }),

  initiateDirectDebit: (options, profileId, groupId, { accountId, reference }) =>
    client.call({
      ...asUser(options),
      method: 'POST',
      path: wisePath`/v1/profiles/${profileId}/batch-groups/${groupId}/payment-initiations`,
      body: {
        type: 'DIRECT_DEBIT',
        accountId: toWiseInt64(accountId),
        ...(reference !== undefined && { reference }),
      },
      reply: paymentInitiation,
    }),

  getPaymentInitiation: (options, profileId, groupId, initiationId) =>
    client.call({
      ...asUser(options),
      method: 'GET',
      path: wisePath`/v1/profiles/${profileId}/batch-groups/${groupId}/payment-initiations/${initiationId}`,
      reply: paymentInitiation,
    }),

  listDirectDebitAccounts: (options, profileId, { type, currency }) =>
    client.call({
      ...asUser(options),
      method: 'GET',
      path: wisePath`/v1/profiles/${profileId}/direct-debit-accounts`,
      query: { type, currency },
      reply: directDebitAccountListReply,
    }),

  addDirectDebitAccount: (options, profileId, body) =>
    client.call({
      ...asUser(options),
      method: 'POST',
      path: wisePath`/v1/profiles/${profileId}/direct-debit-accounts`,
      body,
      reply: directDebitAccount,
    }),
});
