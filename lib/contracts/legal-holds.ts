import type { z } from 'zod';
import { defineEndpoint } from './define-endpoint.ts';
import type * as schema from './legal-holds.schema.ts';

export type LegalHold = z.output<typeof schema.legalHold>;
export type LegalHoldList = z.output<typeof schema.legalHoldsReply>;
export type LegalHoldsQuery = z.input<typeof schema.legalHoldsQuery>;
export type NewLegalHold = z.input<typeof schema.placeLegalHoldBody>;

/** What must not be deleted, the newest first. */
export const listLegalHolds = defineEndpoint<{ query: LegalHoldsQuery; reply: LegalHoldList }>()({
  method: 'GET',
  path: '/api/legal-holds',
  consolePermission: 'legal-holds.read',
});

/** From then on nothing that is about the card, or about the customer, is deleted. */
export const placeLegalHold = defineEndpoint<{ body: NewLegalHold; reply: { holdId: string } }>()({
  method: 'POST',
  path: '/api/legal-holds',
  consolePermission: 'legal-holds.write',
});

/** Always waits for a second person of compliance. */
export const liftLegalHold = defineEndpoint<{
  params: { legalHoldId: string };
  body: z.input<typeof schema.liftLegalHoldBody>;
  reply: { approvalId: string };
}>()({
  method: 'POST',
  path: '/api/legal-holds/{legalHoldId}/lift',
  consolePermission: 'legal-holds.write',
});
