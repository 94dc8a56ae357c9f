import 'server-only';
import { and, eq } from 'drizzle-orm';
import { cardActions } from '../../../catalogues/card-actions.ts';
import { bulkStatus } from '../../../contracts/bulk.schema.ts';
import type { BulkStatus } from '../../../contracts/bulk.ts';
import { updateCardStatus } from '../../../contracts/cards.schema.ts';
import { beginAudit } from '../../audit/audited-act.ts';
import { findPerson } from '../../auth/find-person.ts';
import { type Operator, scopeOf } from '../../auth/operator.ts';
import { bulkCards, type bulkChanges } from '../../db/schema/bulk.ts';
import { AppError } from '../../http/app-error.ts';
import { logOwnFault } from '../../http/failure-response.ts';
import { errorOf } from '../../http/to-app-error.ts';
import type { Runtime } from '../../runtime.ts';
import { readStatus, requireAction } from '../card-status.ts';
import { locateCard } from '../locate-card.ts';
import { setCardStatus } from '../set-card-status.ts';

/** With its reason opened. */
export type Change = Omit<typeof bulkChanges.$inferSelect, 'reasonSealed'> & { reason: string | undefined };
export type Item = typeof bulkCards.$inferSelect;

/** The card as it was claimed then: whoever claimed it later has the last word. */
export const isItem = ({ bulkId, position, tries }: Item) =>
  and(eq(bulkCards.bulkId, bulkId), eq(bulkCards.position, position), eq(bulkCards.tries, tries));

interface Seen {
  /** At Wise, once it was read. */
  status: string | null;
}

/** Wise or the store is away: the card waits, and so does everything behind it. */
const passing = new Set<string>(['wise_rate_limited', 'wise_unavailable', 'store_unavailable']);
const mostTries = 6;
const priority = 'background';
const actions = { FROZEN: 'freeze', ACTIVE: 'unfreeze', BLOCKED: 'block' } as const;

/**
 * One card of a change, with the rights that its person has now: somebody who was disabled in between changes nothing more.
 * @returns whether the next may follow at once
 */
export async function changeOne(parts: Runtime, change: Change, item: Item): Promise<boolean> {
  const seen: Seen = { status: null };
  try {
    const state = await parts.inFlight.during(change.requestId, () =>
      carryOut(parts, change, item, seen).catch((thrown: unknown) => {
        throw errorOf(parts.inFlight, thrown);
      }),
    );
    await end(parts, item, seen, state);
    return true;
  } catch (thrown) {
    const error = errorOf(parts.inFlight, thrown);
    const { code } = error;
    logOwnFault(parts.log, error, change.requestId);
    const mayPass = passing.has(code) && item.tries < mostTries;
    await end(
      parts,
      item,
      seen,
      mayPass ? 'waiting' : code === 'outcome_unknown' ? 'unknown' : 'refused',
      code,
    );
    return !mayPass;
  }
}

async function carryOut(
  parts: Runtime,
  change: Change,
  item: Item,
  seen: Seen,
): Promise<'done' | 'not-needed'> {
  const to = bulkStatus.parse(change.status);
  const operator = await findPerson(parts.store.db, change.personId);
  const scope =
    operator && operator.role === change.role
      ? scopeOf(operator, cardActions[actions[to]].consolePermission)
      : undefined;
  if (!operator || scope === undefined) throw new AppError('forbidden');
  const card = await locateCard(parts, item.profileId, item.cardToken, scope);
  const from = await readStatus(parts, card, priority);
  seen.status = from;
  // After a crash the card may have been changed already: then the work of this one is done.
  if (from === to) return item.tries > 1 ? 'done' : 'not-needed';
  // A card that was never activated is not made active by unfreezing many.
  if (requireAction(operator, from, to) !== actions[to]) throw new AppError('card_status_not_offered');
  const act = await beginCardAudit(parts, change, item, operator, to);
  act.note({ from, bulkId: change.id });
  try {
    await setCardStatus(parts, operator, card, to, { priority });
  } catch (thrown) {
    const error = errorOf(parts.inFlight, thrown);
    await act.fail(error);
    throw error;
  }
  await act.succeed();
  return 'done';
}

/** In the trail each card reads as if it had been changed by itself. */
function beginCardAudit(
  parts: Runtime,
  change: Change,
  { cardToken, profileId }: Item,
  operator: Operator,
  status: BulkStatus,
) {
  const { reason } = change;
  return beginAudit(parts, updateCardStatus, {
    operator,
    params: { profileId, cardToken },
    body: { status, ...(reason && { reason }) },
    requestId: change.requestId,
  });
}

async function end(
  { store }: Runtime,
  item: Item,
  seen: Seen,
  state: string,
  code: string | null = null,
): Promise<void> {
  await store.db
    .update(bulkCards)
    .set(
      state === 'waiting'
        ? { state, code: null, endedAt: null }
        : { state, code, endedAt: new Date(), ...(seen.status && { statusBefore: seen.status }) },
    )
    .where(isItem(item));
}
