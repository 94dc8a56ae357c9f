import { producibleDays, waitingCode } from '../../contracts/wise/card-production.ts';
import { printMilliseconds } from '../core/clock.ts';
import type { Emulator } from '../emulator.ts';
import type { CardRecord, KioskRecord, ProductionRecord } from '../entities.ts';
import { cardProductionPayload } from '../webhooks/card-payloads.ts';
import { followProduced, orderOfCard } from './card-orders.ts';
import { printMs, takeKioskFault } from './kiosks.ts';
import { producedWords, wordsOfProductionCode, wordsOfRequestCode } from './production-codes.ts';

export const productionKind = 'production';

interface Keeping {
  /** false: the subscribers are not to hear of it. */
  notify?: boolean;
  /** When it came to this, if not now. */
  atMs?: number;
}

/** Keeps a production and tells the subscribers of its status. */
export function keepProduction(
  emulator: Emulator,
  card: CardRecord,
  after: ProductionRecord,
  { atMs = emulator.world.clock.now(), notify = true }: Keeping = {},
): ProductionRecord {
  const { due, webhooks, world } = emulator;
  world.productions.put(after);
  if (after.nextStepAtMs !== null) due.schedule(`${productionKind} ${after.cardToken}`, after.nextStepAtMs);
  if (notify) webhooks.emit('cards#card-production-status-change', cardProductionPayload(after, card));
  if (after.status === 'PRODUCED') {
    const order = orderOfCard(world, card);
    if (order) followProduced(emulator, order, atMs);
  }
  return after;
}

/** Why a card is not taken by the kiosk, in the order Wise is thought to look; null: it is taken. */
function findRefusal(
  { world }: Emulator,
  card: CardRecord,
  production: ProductionRecord,
  kioskId: string,
): string | null {
  if (!world.kiosks.get(kioskId)) return 'KIOSK_ID_NOT_FOUND';
  const isWaiting = production.errorCode === waitingCode;
  if (production.status === 'IN_PROGRESS' || isWaiting) return 'REQUEST_ALREADY_EXISTS';
  // Emulator choice: a card that was printed once has its number on a card already.
  if (production.status === 'PRODUCED') return 'PAN_ALREADY_EXISTS';
  // Wise: not after 60 days, because the data is gone by then. Emulator choice: the code, which Wise does not name.
  if (world.clock.now() - Date.parse(card.creationTime) > producibleDays * 86_400_000)
    return 'EMPTY_OR_NULL_FIELD_VALUE';
  // Emulator choice: a card that will never work again is not printed.
  if (card.status !== 'ACTIVE' && card.status !== 'INACTIVE' && card.status !== 'FROZEN')
    return 'INVALID_FIELD_VALUE';
  return takeKioskFault(world, kioskId, 'rejectWith');
}

/** The time of an attempt names it, so it is later than that of the one before. */
const nextAttemptAt = ({ world }: Emulator, before: ProductionRecord) =>
  printMilliseconds(Math.max(world.clock.now(), Date.parse(before.occurredAt) + 1));

function startPrint(
  emulator: Emulator,
  card: CardRecord,
  { kiosk, occurredAt }: { kiosk: KioskRecord; occurredAt: string },
) {
  const { world } = emulator;
  const stepMs = printMs(world, kiosk);
  return keepProduction(emulator, card, {
    cardToken: card.token,
    status: 'IN_PROGRESS',
    kioskId: kiosk.id,
    occurredAt,
    errorCode: null,
    description: null,
    endsWith: takeKioskFault(world, kiosk.id, 'failWith'),
    nextStepAtMs: stepMs === null ? null : world.clock.now() + stepMs,
  });
}

/**
 * Sends a card to a kiosk.
 * Emulator choice: a refusal leaves the production as it was and is told by nothing but the answer, except the one that
 * waits at the kiosk. A kiosk prints any number of cards at a time.
 */
export function sendToKiosk(
  emulator: Emulator,
  card: CardRecord,
  before: ProductionRecord,
  kioskId: string,
): ProductionRecord {
  const { world } = emulator;
  const occurredAt = nextAttemptAt(emulator, before);
  const refusal = findRefusal(emulator, card, before, kioskId);
  const kiosk = world.kiosks.get(kioskId);
  if (refusal === null && kiosk) return startPrint(emulator, card, { kiosk, occurredAt });
  const errorCode = refusal ?? 'KIOSK_ID_NOT_FOUND';
  const refused: ProductionRecord = {
    cardToken: card.token,
    status: 'REQUEST_ERROR',
    kioskId,
    occurredAt,
    errorCode,
    description: wordsOfRequestCode(errorCode),
    endsWith: null,
    nextStepAtMs: null,
  };
  if (errorCode === waitingCode) world.productions.put(refused);
  return refused;
}

/** What waits at a kiosk begins, the first that came first. The attempt is the one it was. */
export function startWaiting(emulator: Emulator, kiosk: KioskRecord): void {
  const { cards, productions } = emulator.world;
  const waiting = productions
    .all()
    .filter((row) => row.kioskId === kiosk.id && row.errorCode === waitingCode)
    .sort((a, b) => (a.occurredAt < b.occurredAt ? -1 : 1));
  for (const { cardToken, occurredAt } of waiting) {
    const card = cards.get(cardToken);
    if (card) startPrint(emulator, card, { kiosk, occurredAt });
  }
}

/** @param errorCode null: it was printed */
export function endPrint(
  emulator: Emulator,
  card: CardRecord,
  production: ProductionRecord,
  errorCode: string | null,
): ProductionRecord {
  const ended = {
    ...production,
    status: errorCode === null ? 'PRODUCED' : 'PRODUCTION_ERROR',
    errorCode,
    description: errorCode === null ? producedWords : wordsOfProductionCode(errorCode),
    endsWith: null,
    nextStepAtMs: null,
  };
  const atMs = production.nextStepAtMs ?? emulator.world.clock.now();
  return keepProduction(emulator, card, ended, { atMs: Math.min(atMs, emulator.world.clock.now()) });
}

/** A production as it is now: a print that is due has ended. */
export function catchUpProduction(emulator: Emulator, cardToken: string): ProductionRecord | undefined {
  const { cards, clock, productions } = emulator.world;
  const row = productions.get(cardToken);
  const card = cards.get(cardToken);
  const isDue = row?.status === 'IN_PROGRESS' && row.nextStepAtMs !== null && row.nextStepAtMs <= clock.now();
  return row && card && isDue ? endPrint(emulator, card, row, row.endsWith) : row;
}
