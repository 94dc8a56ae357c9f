import type { z } from 'zod';
import { defineEndpoint } from './define-endpoint.ts';
import type * as schema from './transactions.schema.ts';

export type ArchivedTransaction = z.output<typeof schema.archivedTransaction>;
export type ArchiveListItem = TransactionsList['items'][number];
export type TransactionsQuery = z.input<typeof schema.transactionsQuery>;
export type TransactionsList = z.output<typeof schema.transactionsReply>;
export type TransactionsSort = NonNullable<TransactionsQuery['sort']>;

/** The console's archive, across all cards; a branch's are those of the cards that are collected there. */
export const listTransactions = defineEndpoint<{ query: TransactionsQuery; reply: TransactionsList }>()({
  method: 'GET',
  path: '/api/transactions',
  consolePermission: 'transactions.read',
});

/** CSV of everything the filters find, in the shown order. */
export const exportTransactions = defineEndpoint<{
  query: z.input<typeof schema.transactionsExportQuery>;
  reply: string;
}>()({ method: 'GET', path: '/api/transactions/export.csv', consolePermission: 'transactions.export' });
