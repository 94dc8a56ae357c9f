import 'server-only';
import { and, eq } from 'drizzle-orm';
import type { z } from 'zod';
import type { sendToKioskBody } from '../../../contracts/card-productions.schema.ts';
import type { CardProduction } from '../../../contracts/card-productions.ts';
import { scopeOf } from '../../auth/operator.ts';
import { printJobs } from '../../db/schema/kiosks.ts';
import { publishEvent } from '../../events/event-hub.ts';
import { toAppError } from '../../http/to-app-error.ts';
import type { Runtime } from '../../runtime.ts';
import type { SentToKiosk } from '../../wise/resources/card-production.ts';
import type { LocatedCard } from '../locate-card.ts';
import { momentOf } from '../webhooks/moment.ts';
import { beginPrintJob, requireKiosk, requireOffer, type Sender } from './begin-print-job.ts';
import { keepProduction } from './keep-production.ts';
import { jobStateOf, waitingCode } from './print-job-state.ts';
import { askProduction, tellProduction } from './read-production.ts';

type Parts = Pick<Runtime, 'afterWrite' | 'store' | 'wise'>;

/**
 * Prints a card at a kiosk: what Wise says of the card is read first, the attempt is stored, then Wise is asked once. A
 * refusal is a result. Without an answer the attempt is `unknown` and nothing more is sent: reading Wise settles it.
 * @throws AppError as begin-print-job.ts says, outcome_unknown
 */
export async function sendToKiosk(
  parts: Parts,
  operator: Sender,
  card: LocatedCard,
  send: z.output<typeof sendToKioskBody>,
  note: (details: Record<string, unknown>) => void,
): Promise<CardProduction> {
  const { db } = parts.store;
  const scope = scopeOf(operator, 'production.send') ?? { branchIds: [] };
  const call = { userId: card.userId, priority: 'interactive' as const };
  const before = await tellProduction(db, scope, card, await askProduction(parts, call, card));
  const kiosk = await requireKiosk(db, operator, send.kioskId, before.branchId);
  requireOffer(before.offer, send);
  const job = await beginPrintJob(db, operator, card, kiosk, send);
  note({ jobId: job.id, branchId: kiosk.branchId });
  const sent = await askKiosk(parts, card, kiosk.id, job.id);
  const { errorCode } = sent.production;
  note({
    state: sent.isAccepted ? 'printing' : errorCode === waitingCode ? 'waiting' : 'refused',
    errorCode,
  });
  await parts.afterWrite(keepAnswer(parts, card, job.id, sent));
  const isKnown = sent.isAccepted || errorCode === waitingCode;
  return tellProduction(
    db,
    scope,
    card,
    isKnown ? sent.production : { ...sent.production, ...stood(before) },
  );
}

/** A refusal leaves the production as it was. */
const stood = ({ errorCode, kioskId, occurredAt, status }: CardProduction) => ({
  errorCode,
  kioskId,
  occurredAt,
  status: status ?? 'READY',
});

async function askKiosk(
  parts: Parts,
  card: LocatedCard,
  kioskId: string,
  jobId: string,
): Promise<SentToKiosk> {
  const call = { userId: card.userId, priority: 'interactive' as const };
  try {
    return await parts.wise.cardProduction.sendToKiosk(call, card.profileId, card.token, kioskId);
  } catch (error) {
    const isUnknown = toAppError(error).code === 'outcome_unknown';
    await parts.afterWrite(closeUnanswered(parts, card, jobId, isUnknown));
    throw error;
  }
}

/** What certainly did not reach the kiosk leaves no try behind: the trail holds it. */
async function closeUnanswered(
  { store }: Pick<Runtime, 'store'>,
  { profileId, token: cardToken }: LocatedCard,
  jobId: string,
  isUnknown: boolean,
): Promise<void> {
  const itself = and(eq(printJobs.id, jobId), eq(printJobs.state, 'sending'));
  await store.db.transaction(async (tx) => {
    if (isUnknown) await tx.update(printJobs).set({ state: 'unknown' }).where(itself);
    else await tx.delete(printJobs).where(itself);
    await publishEvent(tx, { type: 'production.changed', profileId, cardToken });
  });
}

async function keepAnswer(
  { store }: Pick<Runtime, 'store'>,
  { profileId, token: cardToken }: LocatedCard,
  jobId: string,
  { isAccepted, production }: SentToKiosk,
): Promise<void> {
  const { description, errorCode, kioskId, status } = production;
  const occurredAt = momentOf(production.occurredAt);
  const toldAt = new Date();
  await store.db.transaction(async (tx) => {
    const state = jobStateOf(status, errorCode) ?? 'printing';
    const isRefusal = state === 'refused';
    await tx
      .update(printJobs)
      .set({
        state,
        occurredAt,
        ...(!isAccepted && { errorStatus: status, errorCode }),
        ...(isRefusal && { endedAt: toldAt }),
      })
      .where(and(eq(printJobs.id, jobId), eq(printJobs.state, 'sending')));
    if (!isRefusal)
      await keepProduction(tx, {
        cardToken,
        profileId,
        status,
        kioskId,
        errorCode,
        description,
        occurredAt,
        toldAt,
        by: 'reading',
      });
    await publishEvent(tx, { type: 'production.changed', profileId, cardToken });
  });
}
