import type { z } from 'zod';
import { defineEndpoint } from './define-endpoint.ts';
import type * as schema from './transaction-exports.schema.ts';

export type TransactionExport = z.output<typeof schema.transactionExport>;
export type TransactionExportsQuery = z.input<typeof schema.transactionExportsQuery>;
export type TransactionExportsList = z.output<typeof schema.transactionExportsReply>;

/** Files of transactions that were taken: the person's own; to compliance and auditors everybody's that tell no more than they may know. */
export const listTransactionExports = defineEndpoint<{
  query: TransactionExportsQuery;
  reply: TransactionExportsList;
}>()({ method: 'GET', path: '/api/transactions/exports', consolePermission: 'transactions.export' });

export const getTransactionExport = defineEndpoint<{
  params: { exportId: string };
  reply: TransactionExport;
}>()({
  method: 'GET',
  path: '/api/transactions/exports/{exportId}',
  consolePermission: 'transactions.export',
});
