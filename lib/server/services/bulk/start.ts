import 'server-only';
import { randomUUID } from 'node:crypto';
import { and, inArray } from 'drizzle-orm';
import type { CardPath } from '../../../contracts/cards.ts';
import { type CardScope, type Operator, scopeOf } from '../../auth/operator.ts';
import { bulkCards, bulkChanges } from '../../db/schema/bulk.ts';
import { cards } from '../../db/schema/cards.ts';
import { AppError } from '../../http/app-error.ts';
import { bulkJob } from '../../jobs/names.ts';
import type { Runtime } from '../../runtime.ts';
import { inScope } from '../card-search.ts';
import { reasonPlace } from './reason.ts';

interface Wanted {
  cards: CardPath[];
  status: 'FROZEN' | 'ACTIVE';
  reason: string;
}

/**
 * Writes down what is wanted of each card before anything is done, then lets the job begin.
 * @returns the id under which the change can be followed
 * @throws AppError forbidden, not_found where one of the cards is unknown or outside the person's reach
 */
export async function startBulkChange(
  parts: Runtime,
  operator: Operator,
  scope: CardScope,
  requestId: string,
  wanted: Wanted,
): Promise<string> {
  if (wanted.status === 'ACTIVE' && scopeOf(operator, 'cards.unfreeze') === undefined)
    throw new AppError('forbidden');
  await requireKnown(parts, scope, wanted.cards);
  const bulkId = randomUUID();
  const reasonSealed = await parts.texts.sealFor(bulkId, reasonPlace, wanted.reason);
  await parts.store.db.transaction(async (tx) => {
    await tx.insert(bulkChanges).values({
      id: bulkId,
      personId: operator.personId,
      role: operator.role,
      status: wanted.status,
      reasonSealed,
      requestId,
    });
    await tx.insert(bulkCards).values(wanted.cards.map((card, position) => ({ bulkId, position, ...card })));
  });
  // It runs every minute anyway.
  await parts.jobs.ask(bulkJob).catch(() => undefined);
  return bulkId;
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
