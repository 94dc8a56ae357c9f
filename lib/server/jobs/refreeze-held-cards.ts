import 'server-only';
import { and, eq, gt, inArray, isNull, lt, ne, notInArray } from 'drizzle-orm';
import { beginAct } from '../audit/audited-act.ts';
import { toAppError } from '../http/to-app-error.ts';
import { cardHoldAlerts, cardHolds } from '../db/schema/card-holds.ts';
import { profiles } from '../db/schema/wise.ts';
import type { Runtime } from '../runtime.ts';
import { isStanding } from '../services/card-holds/whose.ts';
import { tellHoldChanged } from '../services/card-holds/tell-change.ts';
import { storeCards } from '../services/card-index.ts';
import { setCardStatus } from '../services/set-card-status.ts';

/** No call takes this long: one that is still marked as begun was cut off, and reading Wise tells what became of it. */
const longestCallMs = 2 * 60 * 1000;
const hourMs = 60 * 60 * 1000;
/** Somebody or something makes the card ACTIVE again and again: a person decides, the console does not fight it. */
const mostPerHour = 3;

type Parts = Pick<Runtime, 'store' | 'audit' | 'wise' | 'afterWrite' | 'jobs' | 'log'>;
type Result = 'done' | 'unknown' | 'refused' | 'not-needed' | 'given-up';
interface HeldCard {
  token: string;
  profileId: string;
  userId: string;
}

/** Nothing was sent: the next run may try. */
const notSent = new Set([
  'wise_rate_limited',
  'wise_unavailable',
  'wise_not_connected',
  'wise_token_limited',
  'store_unavailable',
]);

/**
 * Freezes held cards again that turned ACTIVE by themselves, where the hold says so: each turn is taken once, before the
 * call, so that neither a crash nor an answer that never came sends it twice.
 */
export async function refreezeHeldCards(parts: Parts): Promise<void> {
  const { db } = parts.store;
  await db
    .update(cardHoldAlerts)
    .set({ refreeze: 'unknown' })
    .where(
      and(
        eq(cardHoldAlerts.refreeze, 'begun'),
        lt(cardHoldAlerts.refreezeBegunAt, new Date(Date.now() - longestCallMs)),
      ),
    );
  const due = await db
    .selectDistinct({ token: cardHoldAlerts.cardToken, profileId: profiles.id, userId: profiles.userId })
    .from(cardHoldAlerts)
    .innerJoin(profiles, eq(profiles.id, cardHoldAlerts.profileId))
    .where(eq(cardHoldAlerts.refreeze, 'due'));
  let failed = 0;
  for (const card of due) {
    await refreezeOne(parts, card).catch(() => failed++);
  }
  if (failed > 0) throw new Error('Some held cards could not be frozen again yet');
}

async function refreezeOne(parts: Parts, card: HeldCard): Promise<void> {
  const { db } = parts.store;
  const taken = await db
    .update(cardHoldAlerts)
    .set({ refreeze: 'begun', refreezeBegunAt: new Date() })
    .where(and(eq(cardHoldAlerts.cardToken, card.token), eq(cardHoldAlerts.refreeze, 'due')))
    .returning({ id: cardHoldAlerts.id, holdId: cardHoldAlerts.holdId });
  if (taken.length === 0) return;
  const ids = taken.map(({ id }) => id);
  const mark = (refreeze: Result | 'due') =>
    db.transaction(async (tx) => {
      await tx.update(cardHoldAlerts).set({ refreeze }).where(inArray(cardHoldAlerts.id, ids));
      for (const { holdId } of taken)
        await tellHoldChanged(tx, { id: holdId, cardToken: card.token, profileId: card.profileId });
    });
  const result = await freezeAgain(parts, card, ids).catch(async (error: unknown) => {
    await mark('due');
    throw error;
  });
  await mark(result);
}

/** @throws where nothing was sent to Wise yet */
async function freezeAgain(parts: Parts, card: HeldCard, alertIds: string[]): Promise<Result> {
  const { store, wise } = parts;
  if (!(await isStillHeld(parts, alertIds))) return 'not-needed';
  if (await isTooOften(parts, card.token, alertIds)) return 'given-up';
  const asOf = new Date();
  const call = { userId: card.userId, priority: 'background' as const };
  const before = await wise.cards.getCard(call, card.profileId, card.token);
  await storeCards(store.db, [before], asOf);
  if (before.status.value !== 'ACTIVE') return 'not-needed';

  const close = await beginAct(parts, {
    action: 'cards.update-status',
    actor: null,
    target: { type: 'card', id: card.token, profileId: card.profileId },
    details: { from: 'ACTIVE', to: 'FROZEN', refreeze: true },
  });
  try {
    await setCardStatus(parts, null, card, 'FROZEN', { priority: 'background' });
  } catch (thrown) {
    const { code } = toAppError(thrown);
    const isUnknown = code === 'outcome_unknown';
    await close({ outcome: isUnknown ? 'unknown' : 'failed', errorCode: code });
    if (notSent.has(code)) throw thrown;
    return isUnknown ? 'unknown' : 'refused';
  }
  await close({ outcome: 'succeeded' });
  return 'done';
}

async function isStillHeld({ store }: Parts, alertIds: string[]): Promise<boolean> {
  const [hold] = await store.db
    .select({ id: cardHolds.id })
    .from(cardHolds)
    .innerJoin(cardHoldAlerts, eq(cardHoldAlerts.holdId, cardHolds.id))
    .where(and(inArray(cardHoldAlerts.id, alertIds), isStanding, isNull(cardHolds.liftingSince)))
    .limit(1);
  return hold !== undefined;
}

async function isTooOften({ store }: Parts, cardToken: string, alertIds: string[]): Promise<boolean> {
  const turns = await store.db
    .selectDistinct({ turnedAt: cardHoldAlerts.turnedAt })
    .from(cardHoldAlerts)
    .where(
      and(
        eq(cardHoldAlerts.cardToken, cardToken),
        gt(cardHoldAlerts.refreezeBegunAt, new Date(Date.now() - hourMs)),
        ne(cardHoldAlerts.refreeze, 'given-up'),
        notInArray(cardHoldAlerts.id, alertIds),
      ),
    );
  return turns.length >= mostPerHour;
}
