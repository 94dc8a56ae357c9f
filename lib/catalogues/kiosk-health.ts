import { isCentral, kioskErrorOf } from './kiosk-errors.ts';
import type { PrintJobState } from './printing.ts';
import type { StatusLook } from './statuses.ts';

export const kioskHealthStates = ['good', 'slow', 'stop', 'no-word', 'not-in-use'] as const;
export type KioskHealthState = (typeof kioskHealthStates)[number];

export const kioskHealthLooks = {
  good: { word: 'Good', tone: 'good', mark: 'works' },
  slow: { word: 'Slow, watch', tone: 'warn', mark: 'waits' },
  stop: { word: 'Stop sending here', tone: 'bad', mark: 'needs-a-hand' },
  'no-word': { word: 'No word', tone: 'quiet', mark: 'unknown' },
  'not-in-use': { word: 'Not in use', tone: 'quiet', mark: 'over' },
} as const satisfies Record<KioskHealthState, StatusLook>;

/** After so many of the same fault in a row nothing more is sent there. */
export const stopAfterSame = 3;
/** A job that takes so many times the kiosk's median, and this long at least, is stuck. */
const stuckAfterMedians = 3;
const stuckAfterAtLeastMs = 3 * 60_000;
const poorRate = 0.9;
const fewestForRate = 5;
/** Without a median of its own. */
const usualPrintMs = 2 * 60_000;

export interface Outcome {
  state: PrintJobState;
  errorStatus: string | null;
  errorCode: string | null;
}

export interface KioskFacts {
  isActive: boolean;
  /** Ended, newest first. */
  latest: readonly Outcome[];
  /** Of thirty days. */
  printed: number;
  failed: number;
  medianMs: number | null;
  /** Of the jobs in hand that are printing. */
  longestRunningMs: number | null;
  longestWaitingMs: number | null;
  /** Sends whose answer was lost. */
  unanswered: number;
}

/** Of a job in hand: no word for far longer than this kiosk usually takes. */
export const isStuck = (runningMs: number, medianMs: number | null): boolean =>
  runningMs > Math.max(stuckAfterAtLeastMs, (medianMs ?? usualPrintMs) * stuckAfterMedians);

const isFailure = ({ state }: Outcome) => state === 'fault' || state === 'refused';
/** A fault of the servers behind every kiosk, of the card, or of our own request says nothing of this machine. */
const saysOfKiosk = ({ errorCode, errorStatus }: Outcome) => {
  if (errorStatus === null) return false;
  const { place } = kioskErrorOf(errorStatus, errorCode);
  return !isCentral(place) && place !== 'card-data' && place !== 'our-request';
};

/** How many of the latest, counted from the newest, are one and the same fault of this kiosk. */
export function sameFaultInARow(latest: readonly Outcome[]): number {
  const relevant = latest.filter((outcome) => !isFailure(outcome) || saysOfKiosk(outcome));
  const [newest] = relevant;
  if (!newest || !isFailure(newest)) return 0;
  const other = relevant.findIndex(
    (outcome) => outcome.errorCode !== newest.errorCode || outcome.errorStatus !== newest.errorStatus,
  );
  return other === -1 ? relevant.length : other;
}

export const successRate = ({ failed, printed }: Pick<KioskFacts, 'printed' | 'failed'>): number | null =>
  printed + failed === 0 ? null : printed / (printed + failed);

/** The same fault keeps coming back: nothing more is sent there. */
export const isStopped = (latest: readonly Outcome[]): boolean => sameFaultInARow(latest) >= stopAfterSame;

/** How a kiosk does, told from what became of what was sent there: Wise tells nothing of kiosks themselves. */
export function healthOfKiosk(facts: KioskFacts): { state: KioskHealthState; because: string } {
  const { isActive, latest, longestRunningMs, longestWaitingMs, medianMs, unanswered } = facts;
  if (!isActive) return { state: 'not-in-use', because: 'An administrator took it out of use.' };
  const [newest] = latest.filter(saysOfKiosk);
  if (isStopped(latest) && newest) {
    const { title } = kioskErrorOf(newest.errorStatus ?? '', newest.errorCode);
    return { state: 'stop', because: `${title}: ${sameFaultInARow(latest)} times in a row.` };
  }
  if (unanswered > 0)
    return {
      state: 'slow',
      because: 'Wise’s answer to a send was lost. Look into the trays before anything else.',
    };
  if (longestRunningMs !== null && isStuck(longestRunningMs, medianMs))
    return {
      state: 'slow',
      because: 'A job takes far longer than usual. Look for a card before anything else.',
    };
  if (longestWaitingMs !== null)
    return {
      state: 'slow',
      because: 'A card waits for the printer. Get it ready: the card starts by itself.',
    };
  const rate = successRate(facts);
  if (rate !== null && facts.printed + facts.failed >= fewestForRate && rate < poorRate)
    return { state: 'slow', because: 'Fewer than nine in ten were printed at the first go.' };
  if (latest.length === 0) return { state: 'no-word', because: 'Nothing was sent here in thirty days.' };
  const [last] = latest;
  if (last && isFailure(last))
    return {
      state: 'good',
      because: 'The last card failed; the ones before do not tell of a fault that stays.',
    };
  return { state: 'good', because: 'What was sent here was printed.' };
}

interface Candidate {
  id: string;
  isActive: boolean;
  state: KioskHealthState;
  inHand: number;
  medianMs: number | null;
}
const preference: Record<KioskHealthState, number> = {
  good: 0,
  'no-word': 1,
  slow: 2,
  stop: 3,
  'not-in-use': 4,
};

/** Where a card is printed soonest: healthy before slow, idle before busy, quick before slow. Null: nowhere. */
export function bestKiosk(kiosks: readonly Candidate[], except?: string): string | null {
  const usable = kiosks.filter(({ id, isActive, state }) => isActive && state !== 'stop' && id !== except);
  const [best] = usable.toSorted(
    (a, b) =>
      preference[a.state] - preference[b.state] ||
      a.inHand - b.inHand ||
      (a.medianMs ?? usualPrintMs) - (b.medianMs ?? usualPrintMs) ||
      (a.id < b.id ? -1 : 1),
  );
  return best?.id ?? null;
}

interface CentralFault extends Outcome {
  kioskId: string;
  /** Milliseconds since 1970. */
  atMs: number;
}
/** How long a central fault is told of after the last one, where nothing was printed since. */
const incidentLastsMs = 60 * 60_000;

/**
 * A fault behind all kiosks, told once for all of them. It ends with the first card printed since, anywhere, or an hour
 * after the last such fault.
 * @param ended newest first, of all kiosks
 */
export function findIncident(
  ended: readonly CentralFault[],
  nowMs: number,
): { status: string; code: string; kiosks: number; sinceMs: number } | null {
  const lastPrinted = ended.findIndex(({ state }) => state === 'printed');
  const since = (lastPrinted === -1 ? ended : ended.slice(0, lastPrinted)).filter(
    ({ atMs, errorCode, errorStatus, state }) =>
      state !== 'printed' &&
      errorStatus !== null &&
      atMs > nowMs - incidentLastsMs &&
      isCentral(kioskErrorOf(errorStatus, errorCode).place),
  );
  const [newest] = since;
  const oldest = since.at(-1);
  if (!newest || !oldest || newest.errorStatus === null) return null;
  return {
    status: newest.errorStatus,
    code: newest.errorCode ?? '',
    kiosks: new Set(since.map(({ kioskId }) => kioskId)).size,
    sinceMs: oldest.atMs,
  };
}
