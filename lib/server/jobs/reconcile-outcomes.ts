import 'server-only';
import { and, eq, inArray, lt, notExists } from 'drizzle-orm';
import { alias } from 'drizzle-orm/pg-core';
import { z } from 'zod';
import { isPinSet } from '../../catalogues/card-orders.ts';
import { auditRows } from '../db/schema/audit.ts';
import type { Runtime } from '../runtime.ts';
import { settleHold } from '../services/card-holds/settle-hold.ts';
import { storeCards } from '../services/card-index.ts';
import { findProfileUser } from '../services/profile-user.ts';
import { settleSend } from '../services/production/settle-send.ts';
import { storeCardOrders } from '../services/card-orders/card-order-index.ts';
import { findRenewal, findRequest, type OrderRequestRow } from '../services/card-orders/order-request.ts';
import { settleRequest } from '../services/card-orders/place-request.ts';
import { WiseError } from '../wise/errors.ts';
import { reconcileJob } from './names.ts';

const outcomeLostAfterMs = 2 * 60 * 1000;
/** Within this time after the call its effect may still come. */
const settlesWithinMs = 20_000;
const askAgainSeconds = 10;
/** What stays without an answer for so long is asked about by the job that runs every minute anyway. */
const asksSoonForMs = 10 * 60 * 1000;
/** A card that Wise does not know by then it will not know any more. */
const goneAfterMs = 60 * 60 * 1000;
/** Nothing but the trail waits for what became of them; a hold, an order or a print stays open until Wise tells. */
const ofTheTrailAlone: readonly string[] = ['cards.update-status', 'spending-permissions.update'];

const requestedStatus = z.object({ to: z.string() });
const requestedSwitches = z.object({
  changes: z.array(z.object({ type: z.string(), isEnabled: z.boolean() })),
});
/** Whether a PIN was set before as well, in which case nobody can tell which of the two it is. */
const presetBefore = z.object({ wasSet: z.boolean() });
type Row = typeof auditRows.$inferSelect;

type Parts = Pick<Runtime, 'store' | 'audit' | 'wise' | 'vault' | 'tellCardChanged'> & {
  jobs: Pick<Runtime['jobs'], 'ask'>;
};

/**
 * Closes intents whose outcome was lost, then asks Wise what became of every act whose outcome is unknown.
 * @param now milliseconds since 1970
 */
export async function reconcileOutcomes(parts: Parts, now = Date.now()): Promise<void> {
  await closeLostIntents(parts, now);
  const unknown = await findUnsettled(parts);
  let mustAskSoon = false;
  for (const outcome of unknown) {
    const ageMs = now - Date.parse(outcome.at);
    const mayBeGone = ageMs > goneAfterMs && ofTheTrailAlone.includes(outcome.action);
    const settled = await askWise(parts, outcome, ageMs).catch((thrown: unknown) =>
      mayBeGone && isNotFound(thrown) ? ('unknown' as const) : undefined,
    );
    if (!settled) {
      mustAskSoon ||= ageMs < asksSoonForMs;
      continue;
    }
    await parts.audit.append({
      phase: 'reconciled',
      action: outcome.action,
      outcome: settled,
      actor: null,
      target: {
        type: outcome.targetType,
        id: outcome.targetId,
        ...(outcome.profileId && { profileId: outcome.profileId }),
      },
      ...(outcome.intentSequence !== null && { intentSequence: outcome.intentSequence }),
      details: z.record(z.string(), z.unknown()).parse(outcome.details),
    });
    if (outcome.targetType === 'card') await parts.tellCardChanged(outcome.profileId, outcome.targetId);
  }
  if (mustAskSoon) await parts.jobs.ask(reconcileJob, askAgainSeconds);
}

const isNotFound = (thrown: unknown) => thrown instanceof WiseError && thrown.kind === 'not-found';

async function closeLostIntents(parts: Parts, now: number): Promise<void> {
  const { db } = parts.store;
  const later = alias(auditRows, 'later');
  const lost = await db
    .select()
    .from(auditRows)
    .where(
      and(
        eq(auditRows.phase, 'intent'),
        lt(auditRows.at, new Date(now - outcomeLostAfterMs).toISOString()),
        notExists(
          db.select({ one: later.sequence }).from(later).where(eq(later.intentSequence, auditRows.sequence)),
        ),
      ),
    );
  for (const intent of lost) {
    await parts.audit.append({
      phase: 'outcome',
      action: intent.action,
      outcome: 'unknown',
      actor: null,
      target: {
        type: intent.targetType,
        id: intent.targetId,
        ...(intent.profileId && { profileId: intent.profileId }),
      },
      intentSequence: intent.sequence,
      details: z.record(z.string(), z.unknown()).parse(intent.details),
    });
  }
}

async function findUnsettled(parts: Parts): Promise<Row[]> {
  const { db } = parts.store;
  const later = alias(auditRows, 'later');
  return db
    .select()
    .from(auditRows)
    .where(
      and(
        eq(auditRows.phase, 'outcome'),
        eq(auditRows.outcome, 'unknown'),
        inArray(auditRows.targetType, ['card', 'card-order', 'card-orders']),
        notExists(
          db
            .select({ one: later.sequence })
            .from(later)
            .where(and(eq(later.intentSequence, auditRows.intentSequence), eq(later.phase, 'reconciled'))),
        ),
      ),
    );
}

/** @returns undefined while it cannot be told yet */
async function askWise(
  parts: Parts,
  row: Row,
  ageMs: number,
): Promise<'succeeded' | 'failed' | 'unknown' | undefined> {
  const userId = await findProfileUser(parts.store.db, profileIdOf(row));
  if (userId === undefined) return 'unknown';
  const call = { userId, priority: 'background' as const };
  const canStillCome = ageMs < settlesWithinMs;
  const settle = (isDone: boolean) => (isDone ? 'succeeded' : canStillCome ? undefined : 'failed');

  const settleOrder = async (request: OrderRequestRow | undefined) => {
    const isPlaced = await settleRequest(parts, call, request);
    return isPlaced === undefined ? undefined : isPlaced ? 'succeeded' : 'failed';
  };

  if (row.action === 'cards.update-status') {
    const wanted = requestedStatus.safeParse(row.details);
    if (!wanted.success) return 'unknown';
    const asOf = new Date();
    const card = await parts.wise.cards.getCard(call, profileIdOf(row), row.targetId);
    await storeCards(parts.store.db, [card], asOf);
    return settle(card.status.value === wanted.data.to);
  }
  if (row.action === 'cards.hold' || row.action === 'cards.lift-hold') {
    const asOf = new Date();
    const card = await parts.wise.cards.getCard(call, profileIdOf(row), row.targetId);
    const settled = await settleHold(parts.store.db, row, card, settle);
    await storeCards(parts.store.db, [card], asOf);
    return settled;
  }
  if (row.action === 'spending-permissions.update') {
    const wanted = requestedSwitches.safeParse(row.details);
    if (!wanted.success) return 'unknown';
    const stands = await parts.wise.spendingPermissions.getSpendingPermissions(
      call,
      profileIdOf(row),
      row.targetId,
    );
    return settle(
      wanted.data.changes.every((change) =>
        stands.some((item) => item.type === change.type && item.isEnabled === change.isEnabled),
      ),
    );
  }
  if (row.action === 'production.send') {
    const card = { profileId: profileIdOf(row), token: row.targetId };
    return settleSend(parts, call, card, row.details);
  }
  if (row.action === 'card-orders.preset-pin') {
    const before = presetBefore.safeParse(row.details);
    if (!before.success || before.data.wasSet) return 'unknown';
    const requirements = await parts.wise.cardOrders.getRequirements(call, profileIdOf(row), row.targetId);
    return settle(isPinSet(requirements));
  }
  if (row.action === 'card-orders.cancel') {
    const asOf = new Date();
    const order = await parts.wise.cardOrders.getCardOrder(call, profileIdOf(row), row.targetId);
    await storeCardOrders(parts.store.db, [order], asOf);
    return settle(order.status === 'CANCELLED');
  }
  if (row.action === 'card-orders.create')
    return settleOrder(await findRequest(parts.store.db, row.targetId));
  if (row.action === 'card-orders.renew') {
    const path = { orderId: row.targetId, profileId: profileIdOf(row) };
    const request = await findRenewal(parts.store.db, path);
    if (request?.state !== 'waiting') return settleOrder(request);
    const old = await parts.wise.cardOrders.getCardOrder(call, path.profileId, path.orderId);
    // The first step is done: the second is taken by a job of its own.
    return old.status === 'CANCELLED' ? undefined : settle(false);
  }
  // Wise does not tell the count of wrong PINs: clearing it again does no harm, so a person may.
  return 'unknown';
}

const profileIdOf = (row: Row) => row.profileId ?? '';
