import { z } from 'zod';
import * as endpoints from './bulk.ts';
import { cardPath } from './cards.schema.ts';
import { instant, serveEndpoint } from './endpoint-schema.ts';

export const bulkStatus = z.enum(['FROZEN', 'ACTIVE', 'BLOCKED']);
const bulkPath = z.strictObject({ bulkId: z.uuid() });

export const bulkStatusBody = z.strictObject({
  cards: z
    .array(cardPath)
    .min(1, 'Choose at least one card.')
    .max(endpoints.mostCardsInBulk, `Choose ${endpoints.mostCardsInBulk} cards at most.`)
    .refine(
      (cards) => new Set(cards.map(({ cardToken }) => cardToken)).size === cards.length,
      'A card is named twice.',
    ),
  status: bulkStatus,
  reason: z.string().trim().min(1, 'Say why.').max(300),
});

/**
 * `not-needed`: it had that status already. `unknown`: Wise was asked and did not answer, the console asks again.
 * `not-done`: after such silence Wise says that nothing was changed.
 */
export const bulkCardState = z.enum([
  'waiting',
  'begun',
  'done',
  'not-needed',
  'refused',
  'unknown',
  'not-done',
]);
export const bulkCard = z.object({
  profileId: z.string(),
  cardToken: z.string(),
  lastFourDigits: z.string(),
  cardHolderName: z.string().nullable(),
  state: bulkCardState,
  /** Of the error catalogue, where it was refused. */
  code: z.string().nullable(),
  /** What Wise said of it when its turn came. */
  statusBefore: z.string().nullable(),
  endedAt: instant.nullable(),
});
/** `finishedAt`: when the last card had its result. */
export const bulkSummary = z.object({
  id: z.uuid(),
  status: bulkStatus,
  reason: z.string().nullable(),
  startedBy: z.string(),
  startedAt: instant,
  stoppedAt: instant.nullable(),
  finishedAt: instant.nullable(),
  counts: z.record(bulkCardState, z.number().int()),
  asOf: instant,
});
export const bulkReply = bulkSummary.extend({ cards: z.array(bulkCard) });
export const bulkListReply = z.object({ items: z.array(bulkSummary), asOf: instant });

const bulkTarget = ({ params }: { params: Record<string, string> }) => ({
  type: 'bulk' as const,
  id: params.bulkId ?? '',
});

export const startBulkChange = serveEndpoint(endpoints.startBulkChange, {
  body: bulkStatusBody,
  status: 202,
  /** One of the two: blocking waits for another person, and begins under an id of its own once they agree. */
  reply: z.object({ bulkId: z.uuid().nullable(), approvalId: z.uuid().nullable() }),
  audit: {
    action: 'cards.bulk-status',
    target: () => ({ type: 'cards', id: 'index' }),
    reason: (body: z.output<typeof bulkStatusBody>) => body.reason,
    details: (body: z.output<typeof bulkStatusBody>) => ({ to: body.status, cards: body.cards.length }),
  },
});
export const listBulkChanges = serveEndpoint(endpoints.listBulkChanges, { reply: bulkListReply });
export const getBulkChange = serveEndpoint(endpoints.getBulkChange, { params: bulkPath, reply: bulkReply });
export const stopBulkChange = serveEndpoint(endpoints.stopBulkChange, {
  params: bulkPath,
  body: z.strictObject({}),
  reply: bulkSummary,
  audit: { action: 'cards.stop-bulk', target: bulkTarget },
});
export const resumeBulkChange = serveEndpoint(endpoints.resumeBulkChange, {
  params: bulkPath,
  body: z.strictObject({}),
  reply: bulkSummary,
  audit: { action: 'cards.resume-bulk', target: bulkTarget },
});
