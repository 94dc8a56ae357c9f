import type { z } from 'zod';
import { defineEndpoint } from './define-endpoint.ts';
import type * as schema from './find.schema.ts';

type In<T extends z.ZodType> = z.input<T>;
export type Found = z.output<typeof schema.findReply>;
export type FoundProfile = Found['profiles'][number];
export type FoundBatchGroup = Found['batchGroups'][number];
export type FoundTransaction = z.output<typeof schema.findTransactionReply>;

/** The few cards, profiles and batch groups that the console knows and that match best; Wise is not asked. */
export const findThings = defineEndpoint<{ query: In<typeof schema.findQuery>; reply: Found }>()({
  method: 'GET',
  path: '/api/find',
  consolePermission: 'cards.read',
});

/**
 * Which profile a transaction belongs to. Wise finds none by its id alone, so a few profiles are asked: the one named, and
 * those of the cards this person opened last.
 */
export const findTransaction = defineEndpoint<{
  params: { transactionId: string };
  query: In<typeof schema.findTransactionQuery>;
  reply: FoundTransaction;
}>()({
  method: 'GET',
  path: '/api/find/transactions/{transactionId}',
  consolePermission: 'transactions.read',
});
