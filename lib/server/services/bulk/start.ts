import 'server-only';
import { randomUUID } from 'node:crypto';
import { and, inArray } from 'drizzle-orm';
import type { Role } from '../../../catalogues/console-permissions.ts';
import type { BulkStarted, BulkStatus } from '../../../contracts/bulk.ts';
import type { CardPath } from '../../../contracts/cards.ts';
import { type CardScope, type Operator, scopeOf } from '../../auth/operator.ts';
import type { Database } from '../../db/database.ts';
import { bulkCards, bulkChanges } from '../../db/schema/bulk.ts';
import { cards } from '../../db/schema/cards.ts';
import { AppError } from '../../http/app-error.ts';
import { bulkJob } from '../../jobs/names.ts';
import type { Runtime } from '../../runtime.ts';
import { inScope } from '../card-search.ts';
import { reasonPlace } from './reason.ts';

interface Wanted {
  cards: CardPath[];
  status: BulkStatus;
  reason: string;
}

export interface NewBulkChange {
  bulkId: string;
  personId: string;
  /** As it is now: with another one the person changes nothing more. */
  role: Role;
  status: BulkStatus;
  reasonSealed: string;
  requestId: string;
  cards: CardPath[];
}

/**
 * Writes down what is wanted of each card before anything is done, then lets the job begin. What cannot be taken back waits
 * for another person first.
 * @returns the id under which the change can be followed, or that of the request
 * @param ask asks another person and gives the id of the request
 * @throws AppError forbidden, not_found where one of the cards is unknown or outside the person's reach
 */
export async function startBulkChange(
  parts: Runtime,
  operator: Operator,
  scope: CardScope,
  requestId: string,
  wanted: Wanted,
  ask: (change: NewBulkChange) => Promise<string>,
): Promise<BulkStarted> {
  if (wanted.status === 'ACTIVE' && scopeOf(operator, 'cards.unfreeze') === undefined)
    throw new AppError('forbidden');
  if (wanted.status === 'BLOCKED' && scopeOf(operator, 'cards.block') === undefined)
    throw new AppError('forbidden');
  await requireKnown(parts, scope, wanted.cards);
  const bulkId = randomUUID();
  const reasonSealed = await parts.texts.sealFor(bulkId, reasonPlace, wanted.reason);
  const { personId, role } = operator;
  const { cards: chosen, status } = wanted;
  const change = { bulkId, personId, role, status, reasonSealed, requestId, cards: chosen };
  if (status === 'BLOCKED') return { bulkId: null, approvalId: await ask(change) };
  await parts.store.db.transaction((tx) => insertBulkChange(tx, change));
  // It runs every minute anyway.
  await parts.jobs.ask(bulkJob).catch(() => undefined);
  return { bulkId, approvalId: null };
}

/** The change itself, in the transaction that decides on it. */
export async function insertBulkChange(tx: Database, change: NewBulkChange): Promise<void> {
  const { bulkId, cards: chosen, ...rest } = change;
  await tx.insert(bulkChanges).values({ id: bulkId, ...rest });
  await tx.insert(bulkCards).values(chosen.map((card, position) => ({ bulkId, position, ...card })));
}

async function requireKnown(parts: Runtime, scope: CardScope, wanted: readonly CardPath[]): Promise<void> {
  const found = await parts.store.db
    .select({ token: cards.token, profileId: cards.profileId })
    .from(cards)
    .where(
      and(
        inArray(
          cards.token,
          wanted.map(({ cardToken }) => cardToken),
        ),
        inScope(scope),
      ),
    );
  const profileOf = new Map(found.map(({ profileId, token }) => [token, profileId]));
  if (wanted.some(({ cardToken, profileId }) => profileOf.get(cardToken) !== profileId))
    throw new AppError('not_found');
}
