import 'server-only';
import { and, eq, isNotNull } from 'drizzle-orm';
import { beginAct } from '../audit/audited-act.ts';
import { cardOrderRequests } from '../db/schema/kiosks.ts';
import { profiles } from '../db/schema/wise.ts';
import { AppError } from '../http/app-error.ts';
import type { Runtime } from '../runtime.ts';
import { readOrder } from '../services/card-orders/cancel-order.ts';
import { endRenewal } from '../services/card-orders/keep-renewal.ts';
import { moveRequest, type OrderRequestRow } from '../services/card-orders/order-request.ts';
import { placeRequest } from '../services/card-orders/place-request.ts';
import type { CallOptions } from '../wise/resources/options.ts';
import { renewalsJob } from './names.ts';

/** Wise cancels within seconds; what takes longer is looked at each minute. */
const soonMs = 2 * 60 * 1000;
const againAfterSeconds = 3;

interface Parts extends Pick<Runtime, 'afterWrite' | 'audit' | 'store' | 'vault' | 'wise'> {
  jobs: Pick<Runtime['jobs'], 'ask' | 'reconcileSoon'>;
  log: Pick<Runtime['log'], 'error'>;
}
type Result = 'placed' | 'refused' | 'waiting';

/**
 * Takes the second step of ordering anew where Wise has done the first: whoever asked for both has left, or the process
 * that was to take it is gone. An order that was never cancelled is left to a person.
 */
export async function continueRenewals(parts: Parts): Promise<void> {
  const waiting = await parts.store.db
    .select({ request: cardOrderRequests, userId: profiles.userId })
    .from(cardOrderRequests)
    .innerJoin(profiles, eq(profiles.id, cardOrderRequests.profileId))
    .where(and(eq(cardOrderRequests.state, 'waiting'), isNotNull(cardOrderRequests.replacesOrderId)));
  let failed = 0;
  let isAskedSoon = false;
  for (const { request, userId } of waiting) {
    const result = await continueRenewal(parts, request, userId).catch(() => {
      failed++;
    });
    isAskedSoon ||= result === 'waiting' && Date.now() - request.changedAt.getTime() < soonMs;
  }
  if (isAskedSoon) await parts.jobs.ask(renewalsJob, againAfterSeconds);
  if (failed > 0) throw new Error('Some cards could not be ordered anew yet');
}

async function continueRenewal(parts: Parts, request: OrderRequestRow, userId: string): Promise<Result> {
  const { id, profileId, replacesOrderId } = request;
  if (replacesOrderId === null) return 'waiting';
  const call = { userId, priority: 'background' as const };
  const old = await readOrder(parts, call, { orderId: replacesOrderId, profileId });
  if (old.status === 'CARD_DETAILS_CREATED') return 'waiting';
  if (old.status !== 'CANCELLED') {
    await endRenewal(parts.store.db, id);
    return 'refused';
  }
  return placeAudited(parts, call, request);
}

/** What has no answer is settled under its key, as any order is. */
async function placeAudited(parts: Parts, call: CallOptions, request: OrderRequestRow): Promise<Result> {
  const { id, profileId, replacesOrderId } = request;
  const close = await beginAct(parts, {
    action: 'card-orders.renew',
    actor: null,
    target: { type: 'card-order', id: replacesOrderId ?? '', profileId },
    details: { requestId: id },
  });
  try {
    const { id: newOrderId } = await placeRequest(parts, call, request);
    await close({ outcome: 'succeeded', details: { requestId: id, newOrderId } });
    return 'placed';
  } catch (thrown) {
    if (thrown instanceof AppError) {
      await close({ outcome: 'failed', errorCode: thrown.code });
      return 'refused';
    }
    await moveRequest(parts.store.db, id, { state: 'unknown' });
    await close({ outcome: 'unknown', errorCode: 'outcome_unknown' });
    throw thrown;
  }
}
