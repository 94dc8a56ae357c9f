import 'server-only';
import { and, eq, ne } from 'drizzle-orm';
import { z } from 'zod';
import { type CardOrderBody, cardOrderBody } from '../../../contracts/wise/card-orders.ts';
import type { Database } from '../../db/database.ts';
import { cardOrderRequests } from '../../db/schema/kiosks.ts';
import { AppError } from '../../http/app-error.ts';
import type { Runtime } from '../../runtime.ts';
import type { Vault } from '../../vault/vault.ts';

export type OrderRequestRow = typeof cardOrderRequests.$inferSelect;
export const requestStates = ['waiting', 'sending', 'unknown', 'placed', 'refused'] as const;
export type RequestState = (typeof requestStates)[number];

const placeOf = (requestId: string) => ({
  table: 'card_order_requests',
  column: 'content_sealed',
  row: requestId,
});

interface NewRequest {
  id: string;
  profileId: string;
  state: 'waiting' | 'sending';
  branchId: string | null;
  orderedBy: string;
  replacesOrderId: string | null;
  content: CardOrderBody;
}

/**
 * Keeps what is to be ordered before Wise hears of it.
 * @returns the row, also where it was kept before with the same content
 * @throws AppError idempotency_key_reused where the id stands for something else, card_order_renewed_already
 */
export async function keepRequest(
  { digests, store: { db }, vault }: Pick<Runtime, 'digests' | 'store' | 'vault'>,
  { content, ...request }: NewRequest,
): Promise<OrderRequestRow> {
  const text = JSON.stringify(cardOrderBody.parse(content));
  const about = [request.profileId, request.branchId ?? '', request.replacesOrderId ?? '', text];
  // Keyed, like every digest of what names a person.
  const contentDigest = (await digests())(`card order ${about.join('\n')}`);
  const [kept] = await db
    .insert(cardOrderRequests)
    .values({ ...request, contentDigest, contentSealed: vault.seal(text, placeOf(request.id)) })
    .onConflictDoNothing()
    .returning();
  if (kept) return kept;
  const known = await findRequest(db, request.id);
  if (!known) throw new AppError('card_order_renewed_already');
  if (known.contentDigest !== contentDigest) throw new AppError('idempotency_key_reused');
  return known;
}

export async function findRequest(db: Database, id: string): Promise<OrderRequestRow | undefined> {
  const [row] = await db.select().from(cardOrderRequests).where(eq(cardOrderRequests.id, id));
  return row;
}

/** The new order that was begun for an old one. */
export async function findRenewal(
  db: Database,
  { orderId, profileId }: { orderId: string; profileId: string },
): Promise<OrderRequestRow | undefined> {
  const [row] = await db
    .select()
    .from(cardOrderRequests)
    .where(
      and(
        eq(cardOrderRequests.profileId, profileId),
        eq(cardOrderRequests.replacesOrderId, orderId),
        ne(cardOrderRequests.state, 'refused'),
      ),
    );
  return row;
}

export function openContent(vault: Vault, { contentSealed, id }: OrderRequestRow): CardOrderBody {
  if (contentSealed === null) throw new Error('A card order whose content is gone');
  return cardOrderBody.parse(JSON.parse(vault.open(contentSealed, placeOf(id))));
}

export const stateOf = (row: Pick<OrderRequestRow, 'state'>): RequestState =>
  z.enum(requestStates).parse(row.state);

/** Once it is settled nothing of the person stays here. */
export async function moveRequest(
  db: Database,
  id: string,
  to: { state: RequestState; orderId?: string; refusedCode?: string },
): Promise<void> {
  const isSettled = to.state === 'placed' || to.state === 'refused';
  await db
    .update(cardOrderRequests)
    .set({ ...to, changedAt: new Date(), ...(isSettled && { contentSealed: null }) })
    .where(and(eq(cardOrderRequests.id, id), ne(cardOrderRequests.state, 'placed')));
}

/** Nothing reached Wise: as if it had not been asked for. */
export async function dropRequest(db: Database, id: string): Promise<void> {
  await db
    .delete(cardOrderRequests)
    .where(and(eq(cardOrderRequests.id, id), eq(cardOrderRequests.state, 'sending')));
}

/** An order that is cancelled for good is not ordered anew: what waited for it is as if it had not been asked for. */
export async function dropWaitingRenewal(
  db: Database,
  { orderId, profileId }: { orderId: string; profileId: string },
): Promise<void> {
  await db
    .delete(cardOrderRequests)
    .where(
      and(
        eq(cardOrderRequests.profileId, profileId),
        eq(cardOrderRequests.replacesOrderId, orderId),
        eq(cardOrderRequests.state, 'waiting'),
      ),
    );
}
