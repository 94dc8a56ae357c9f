import 'server-only';
import { bestKiosk, healthOfKiosk, sameFaultInARow, successRate } from '../../../catalogues/kiosk-health.ts';
import { printJobStates } from '../../../catalogues/printing.ts';
import type { BoardKiosk, KioskHealth } from '../../../contracts/kiosk-board.ts';
import type { PrintJob } from '../../../contracts/card-productions.ts';
import type { JobFacts } from './read-outcomes.ts';

export interface KioskFigure {
  kioskId: string;
  printed: number;
  failed: number;
  medianMs: number | null;
}
export interface KnownKiosk {
  id: string;
  branchId: string;
  place: string;
  isActive: boolean;
}
export interface KioskPicture {
  kiosk: KnownKiosk;
  health: KioskHealth;
  latest: JobFacts[];
  open: JobFacts[];
}

const stateOf = ({ state }: Pick<JobFacts, 'state'>) =>
  printJobStates.find((known) => known === state) ?? 'unknown';
export const toOutcome = (job: Pick<JobFacts, 'state' | 'errorStatus' | 'errorCode'>) => ({
  state: stateOf(job),
  errorStatus: job.errorStatus,
  errorCode: job.errorCode,
});

const longest = (jobs: JobFacts[], nowMs: number): number | null =>
  jobs.length === 0
    ? null
    : Math.max(...jobs.map(({ createdAt, occurredAt }) => nowMs - (occurredAt ?? createdAt).getTime()));

/** How one kiosk does, from what was read of it. */
export function pictureOf(
  kiosk: KnownKiosk,
  figure: KioskFigure | undefined,
  latest: JobFacts[],
  open: JobFacts[],
  nowMs: number,
): KioskPicture {
  const outcomes = latest.map(toOutcome);
  const inState = (...states: string[]) => open.filter(({ state }) => states.includes(state));
  const printed = figure?.printed ?? 0;
  const failed = figure?.failed ?? 0;
  const medianMs = figure?.medianMs ?? null;
  const fault = latest.find(({ errorStatus, state }) => state !== 'printed' && errorStatus !== null);
  const health = healthOfKiosk({
    isActive: kiosk.isActive,
    latest: outcomes,
    printed,
    failed,
    medianMs,
    longestRunningMs: longest(inState('printing'), nowMs),
    longestWaitingMs: longest(inState('waiting'), nowMs),
    unanswered: inState('unknown').length,
  });
  return {
    kiosk,
    latest,
    open,
    health: {
      ...health,
      successRate: successRate({ printed, failed }),
      ended: printed + failed,
      medianMs,
      lastFault:
        fault && fault.errorStatus !== null
          ? {
              status: fault.errorStatus,
              code: fault.errorCode,
              at: (fault.endedAt ?? fault.createdAt).toISOString(),
            }
          : null,
      sameFaultInARow: sameFaultInARow(outcomes),
    },
  };
}

export const bestOf = (pictures: readonly KioskPicture[], except?: string): string | null =>
  bestKiosk(
    pictures.map(({ health, kiosk, open }) => ({
      id: kiosk.id,
      isActive: kiosk.isActive,
      state: health.state,
      inHand: open.length,
      medianMs: health.medianMs,
    })),
    except,
  );

interface ShownKiosk {
  picture: KioskPicture;
  /** The newest that ended. */
  latest: JobFacts[];
  toFix: JobFacts | undefined;
}

export function toBoardKiosk(
  { latest, picture, toFix }: ShownKiosk,
  ofBranch: readonly KioskPicture[],
  jobs: ReadonlyMap<string, PrintJob>,
): BoardKiosk {
  const { health, kiosk, open } = picture;
  const inFull = (all: JobFacts[]) => all.flatMap(({ id }) => jobs.get(id) ?? []);
  return {
    id: kiosk.id,
    place: kiosk.place,
    isActive: kiosk.isActive,
    health,
    instead: bestOf(ofBranch, kiosk.id),
    inHand: inFull(open),
    outcomes: picture.latest.map(stateOf),
    latest: inFull(latest),
    toFix: (toFix && jobs.get(toFix.id)) ?? null,
  };
}
