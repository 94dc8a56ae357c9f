import type { z } from 'zod';
import type * as schema from './card-transactions.schema.ts';
import type { CardPath } from './cards.ts';
import { defineEndpoint } from './define-endpoint.ts';

type In<T extends z.ZodType> = z.input<T>;
type Out<T extends z.ZodType> = z.output<T>;
export type Money = Out<typeof schema.money>;
export type WiseTransaction = Out<typeof schema.wiseTransaction>;
export type ListedTransaction = Out<typeof schema.listedTransaction>;
export type TransactionStep = z.output<typeof schema.transactionStep>;
export type ReportingValue = Out<typeof schema.reportingValue>;
export type ExportedFigures = Out<typeof schema.exportedFigures>;
export type ChangedSince = Out<typeof schema.changedSince>;
export type RelatedTransaction = Out<typeof schema.relatedTransaction>;
export type CardTransactionsQuery = In<typeof schema.cardTransactionsQuery>;
export type CardTransactionList = Out<typeof schema.cardTransactionsReply>;
export type CardTransaction = Out<typeof schema.cardTransactionReply>;
export type DeclineControl = Out<typeof schema.declineControl>;
export type SwitchesReading = Out<typeof schema.switchesReading>;
export type SwitchesThen = Out<typeof schema.switchesThen>;
export type LatestDecline = Out<typeof schema.latestDeclineReply>;

/** Newest first. Wise shows the last 90 days: a wider range answers with the part that exists. */
export const listCardTransactions = defineEndpoint<{
  params: CardPath;
  query: CardTransactionsQuery;
  reply: CardTransactionList;
}>()({
  method: 'GET',
  path: '/api/profiles/{profileId}/cards/{cardToken}/transactions',
  consolePermission: 'transactions.read',
});

/** CSV of all that the filters find. */
export const exportCardTransactions = defineEndpoint<{
  params: CardPath;
  query: In<typeof schema.cardTransactionExportQuery>;
  reply: string;
}>()({
  method: 'GET',
  path: '/api/profiles/{profileId}/cards/{cardToken}/transactions/export.csv',
  consolePermission: 'transactions.export',
});

/** The last payment of a card that was declined, with what to do about it. */
export const getLatestDecline = defineEndpoint<{ params: CardPath; reply: LatestDecline }>()({
  method: 'GET',
  path: '/api/profiles/{profileId}/cards/{cardToken}/latest-decline',
  consolePermission: 'transactions.read',
});

export const getCardTransaction = defineEndpoint<{
  params: { profileId: string; transactionId: string };
  reply: CardTransaction;
}>()({
  method: 'GET',
  path: '/api/profiles/{profileId}/cards/transactions/{transactionId}',
  consolePermission: 'transactions.read',
});
