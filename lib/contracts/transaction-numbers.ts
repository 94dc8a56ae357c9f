import type { z } from 'zod';
import { defineEndpoint } from './define-endpoint.ts';
import type * as schema from './transaction-numbers.schema.ts';

export type NumbersQuery = z.input<typeof schema.numbersQuery>;
export type TransactionNumbers = z.output<typeof schema.numbersReply>;
export type NumbersRow = z.output<typeof schema.numbersRow>;
export type Outcomes = z.output<typeof schema.outcomes>;

/** What became of payments in some days, and in as many before them; each number is that of the rows its filter finds. */
export const readTransactionNumbers = defineEndpoint<{ query: NumbersQuery; reply: TransactionNumbers }>()({
  method: 'GET',
  path: '/api/transactions/numbers',
  consolePermission: 'transaction-numbers.read',
});

/** One table of them as CSV, in the shown order. */
export const exportTransactionNumbers = defineEndpoint<{
  query: z.input<typeof schema.numbersExportQuery>;
  reply: string;
}>()({
  method: 'GET',
  path: '/api/transactions/numbers/export.csv',
  consolePermission: 'transactions.export',
});
