import type { z } from 'zod';
import type * as schema from './bulk.schema.ts';
import { defineEndpoint } from './define-endpoint.ts';

export const mostCardsInBulk = 1000;

export type BulkCardState = z.output<typeof schema.bulkCardState>;
export type BulkCard = z.output<typeof schema.bulkCard>;
export type BulkChange = z.output<typeof schema.bulkReply>;
export type BulkSummary = z.output<typeof schema.bulkSummary>;
export type BulkStatus = z.output<typeof schema.bulkStatus>;
export interface BulkStarted {
  bulkId: string | null;
  approvalId: string | null;
}
type BulkPath = { bulkId: string };

/**
 * Freezes, unfreezes or blocks many cards, one after the other, in the background. Unfreezing also takes `cards.unfreeze`,
 * blocking `cards.block` and another person who agrees to exactly these cards.
 */
export const startBulkChange = defineEndpoint<{
  body: z.input<typeof schema.bulkStatusBody>;
  reply: BulkStarted;
}>()({
  method: 'POST',
  path: '/api/cards/bulk-status',
  consolePermission: 'cards.freeze',
  needsIdempotencyKey: true,
});

/** Those of the reader's own role from the last seven days, newest first; a branch manager's own. */
export const listBulkChanges = defineEndpoint<{ reply: z.output<typeof schema.bulkListReply> }>()({
  method: 'GET',
  path: '/api/bulk',
  consolePermission: 'cards.freeze',
});

export const getBulkChange = defineEndpoint<{ params: BulkPath; reply: BulkChange }>()({
  method: 'GET',
  path: '/api/bulk/{bulkId}',
  consolePermission: 'cards.freeze',
});

/** What has begun is finished, the rest waits. */
export const stopBulkChange = defineEndpoint<{ params: BulkPath; reply: BulkSummary }>()({
  method: 'POST',
  path: '/api/bulk/{bulkId}/stop',
  consolePermission: 'cards.freeze',
});

export const resumeBulkChange = defineEndpoint<{ params: BulkPath; reply: BulkSummary }>()({
  method: 'POST',
  path: '/api/bulk/{bulkId}/resume',
  consolePermission: 'cards.freeze',
});
