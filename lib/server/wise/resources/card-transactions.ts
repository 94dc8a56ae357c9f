import 'server-only';
import type { WiseClient } from '../client.ts';
import { wisePath } from '../path.ts';
import { asUser, type CallOptions } from './options.ts';
import {
  type Transaction,
  type TransactionDetail,
  transactionDetailReply,
  transactionListReply,
} from './to-wise-transaction.ts';

export interface TransactionPage {
  from: Date;
  to: Date;
  /** Wise: 10 to 100. */
  pageSize: number;
  /** Wise: the last id of the page before; smaller ids follow. */
  lastId?: string | undefined;
}

export interface WiseCardTransactions {
  /** Ids descend. Wise answers 422 for a range that begins more than 90 days ago. */
  listCardTransactions(
    options: CallOptions,
    profileId: string,
    cardToken: string,
    page: TransactionPage,
  ): Promise<Transaction[]>;
  getCardTransaction(
    options: CallOptions,
    profileId: string,
    transactionId: string,
  ): Promise<TransactionDetail>;
}

export const createCardTransactions = (client: WiseClient): WiseCardTransactions => ({
  listCardTransactions: (options, profileId, cardToken, { from, to, pageSize, lastId }) =>
    client.call({
      ...asUser(options),
      method: 'GET',
      path: wisePath`/v4/spend/profiles/${profileId}/cards/${cardToken}/transactions`,
      query: {
        fromCreationTime: from.toISOString(),
        toCreationTime: to.toISOString(),
        pageSize,
        lastId,
      },
      reply: transactionListReply,
    }),

  getCardTransaction: (options, profileId, transactionId) =>
    client.call({
      ...asUser(options),
      method: 'GET',
      path: wisePath`/v4/spend/profiles/${profileId}/cards/transactions/${transactionId}`,
      reply: transactionDetailReply,
    }),
});
