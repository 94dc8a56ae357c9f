import 'server-only';
import { and, eq, gt, lt, sql } from 'drizzle-orm';
import { z } from 'zod';
import { methods } from '../../contracts/define-endpoint.ts';
import type { Operator } from '../auth/operator.ts';
import type { Database } from '../db/database.ts';
import { scaRequests } from '../db/schema/sca.ts';
import { AppError } from '../http/app-error.ts';
import { type Vault, VaultError } from '../vault/vault.ts';

/** A request that waits until Wise's user has confirmed it. Sealed in the store: a one-time token is among it. */
export const waitingContent = z.object({
  /** As the page had sent it. */
  request: z.object({
    method: z.enum(methods),
    /** With its query. */
    path: z.string(),
    body: z.string().nullable(),
    idempotencyKey: z.string().nullable(),
  }),
  /** As the audit trail names it. */
  action: z.string().nullable(),
  details: z.record(z.string(), z.unknown()),
  /** What Wise had refused, and what its confirmation counts for. */
  asked: z.object({
    method: z.string(),
    host: z.enum(['api', 'card-data']),
    path: z.string(),
    headers: z.record(z.string(), z.string()),
    body: z.string().nullable(),
    digest: z.string(),
  }),
  oneTimeToken: z.string(),
  challenges: z.array(
    z.object({ type: z.string(), alternatives: z.array(z.string()), required: z.boolean() }),
  ),
  /** What the handler needs again, see `InFlight.keepForReplay`. */
  kept: z.unknown().optional(),
});
export type WaitingContent = z.output<typeof waitingContent>;

interface Stores {
  store: { db: Database };
  vault: Vault;
}
type Owner = Pick<Operator, 'personId' | 'sessionId'>;
type Row = typeof scaRequests.$inferSelect;
export interface WaitingRequest extends Omit<Row, 'sealed'> {
  content: WaitingContent;
}

/** In the order of `sealedColumns`, by which it is found when keys rotate. */
const placeOf = ({
  id,
  personId,
  profileId,
  sessionId,
}: Pick<Row, 'id' | 'personId' | 'sessionId' | 'profileId'>) => ({
  table: 'sca_requests',
  column: 'sealed',
  row: JSON.stringify([id, personId, sessionId, profileId]),
});

export async function keepWaitingRequest(
  { store: { db }, vault }: Stores,
  row: Pick<Row, 'id' | 'personId' | 'sessionId' | 'profileId' | 'userId' | 'expiresAt'>,
  content: WaitingContent,
): Promise<WaitingRequest> {
  const [kept] = await db
    .insert(scaRequests)
    .values({ ...row, sealed: vault.seal(JSON.stringify(content), placeOf(row)) })
    .returning();
  if (!kept) throw new AppError('store_unavailable');
  return { ...kept, content };
}

const isOwn = (operator: Owner, scaId: string) =>
  and(
    eq(scaRequests.id, scaId),
    eq(scaRequests.personId, operator.personId),
    eq(scaRequests.sessionId, operator.sessionId),
    gt(scaRequests.expiresAt, sql`now()`),
  );

/** @throws AppError sca_over: unknown, over, sent already, another person's and another session's answer alike */
export async function findWaitingRequest(
  parts: Stores,
  operator: Owner,
  scaId: string,
): Promise<WaitingRequest> {
  const [row] = await parts.store.db.select().from(scaRequests).where(isOwn(operator, scaId));
  return open(parts.vault, row);
}

/** Takes it out of the store: of two who come for it one gets it. @throws AppError sca_over */
export async function takeWaitingRequest(
  parts: Stores,
  operator: Owner,
  scaId: string,
): Promise<WaitingRequest> {
  const [row] = await parts.store.db.delete(scaRequests).where(isOwn(operator, scaId)).returning();
  return open(parts.vault, row);
}

export async function countFailure({ store: { db } }: Stores, scaId: string): Promise<number> {
  const [row] = await db
    .update(scaRequests)
    .set({ failures: sql`${scaRequests.failures} + 1` })
    .where(eq(scaRequests.id, scaId))
    .returning({ failures: scaRequests.failures });
  return row?.failures ?? 0;
}

/** The first time that nothing was left to be confirmed. */
export async function noteCleared({ store: { db } }: Stores, scaId: string): Promise<Date> {
  const [row] = await db
    .update(scaRequests)
    .set({ failures: 0, clearedAt: sql`coalesce(${scaRequests.clearedAt}, now())` })
    .where(eq(scaRequests.id, scaId))
    .returning({ clearedAt: scaRequests.clearedAt });
  return row?.clearedAt ?? new Date();
}

export async function pruneWaitingRequests(db: Database): Promise<void> {
  await db.delete(scaRequests).where(lt(scaRequests.expiresAt, sql`now()`));
}

function open(vault: Vault, row: Row | undefined): WaitingRequest {
  if (!row) throw new AppError('sca_over');
  const { sealed, ...rest } = row;
  try {
    return { ...rest, content: waitingContent.parse(JSON.parse(vault.open(sealed, placeOf(row)))) };
  } catch (error) {
    // Changed in the store, or sealed under a key that is gone.
    if (error instanceof VaultError) throw new AppError('sca_over', { cause: error });
    throw error;
  }
}
