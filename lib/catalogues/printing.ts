import { lastPrintDay, warnFromDay } from './card-order-age.ts';
import { kioskErrorOf } from './kiosk-errors.ts';
import type { StatusLook } from './statuses.ts';

/** The console's own: what became of one attempt to print a card. */
export const printJobStates = [
  'sending',
  'waiting',
  'printing',
  'printed',
  'fault',
  'refused',
  'unknown',
] as const;
export type PrintJobState = (typeof printJobStates)[number];

export const printJobLooks = {
  sending: { word: 'Sending', tone: 'busy', mark: 'moving' },
  waiting: { word: 'Waiting at the kiosk', tone: 'busy', mark: 'waits' },
  printing: { word: 'Printing', tone: 'busy', mark: 'moving' },
  printed: { word: 'Printed', tone: 'good', mark: 'works' },
  fault: { word: 'Fault', tone: 'bad', mark: 'needs-a-hand' },
  refused: { word: 'Refused', tone: 'bad', mark: 'no' },
  unknown: { word: 'Not known yet', tone: 'warn', mark: 'unknown' },
} as const satisfies Record<PrintJobState, StatusLook>;

/** As the figures count: `failed` is a fault or a refusal with a code, `ended` is printed or failed. */
export const printJobFilterStates = ['ended', 'failed', ...printJobStates] as const;
export type PrintJobFilterState = (typeof printJobFilterStates)[number];
export const printJobFilterWords: Readonly<Record<PrintJobFilterState, string>> = {
  ended: 'Ended',
  failed: 'Failed',
  sending: printJobLooks.sending.word,
  waiting: printJobLooks.waiting.word,
  printing: printJobLooks.printing.word,
  printed: printJobLooks.printed.word,
  fault: printJobLooks.fault.word,
  refused: printJobLooks.refused.word,
  unknown: printJobLooks.unknown.word,
};

/** Where the plastic of the try before is. */
export const plasticPlaces = ['none-came-out', 'destroyed', 'with-engineer'] as const;
export type PlasticPlace = (typeof plasticPlaces)[number];
export const plasticPlaceWords: Readonly<Record<PlasticPlace, string>> = {
  'none-came-out': 'No card came out: tray, reject box and feeder were searched',
  destroyed: 'It was destroyed, with a second person',
  'with-engineer': 'It was handed to the engineer',
};

/** After so many tries somebody who knows the machine has to have looked. */
export const triesWithoutEngineer = 2;

export const reasonsNotToSend = [
  'not-for-a-kiosk',
  'not-ready',
  'printing',
  'waiting',
  'printed',
  'answer-lost',
  'too-old',
  'branch-not-in-use',
] as const;
export type ReasonNotToSend = (typeof reasonsNotToSend)[number];

export const notToSendWords: Readonly<Record<ReasonNotToSend, string>> = {
  'not-for-a-kiosk': 'This card is not collected at a kiosk.',
  'not-ready': 'Wise is still preparing this card. It can be sent once it is ready.',
  printing: 'It is printing. A second send could print it twice.',
  waiting: 'It waits at the kiosk and starts by itself. A second send would print it twice.',
  printed: 'It was printed already.',
  'answer-lost': 'We do not know yet whether the kiosk took it. A second send could print it twice.',
  'too-old': `It is older than ${lastPrintDay} days, Wise refuses it. Order a new card.`,
  'branch-not-in-use':
    'The branch where it is collected is not in use. An administrator has to take it into use first.',
};

export interface LastTry {
  state: PrintJobState;
  kioskId: string;
  errorStatus: string | null;
  errorCode: string | null;
}

export interface SendFacts {
  /** Of the production at Wise; null for a card that is not collected at a kiosk. */
  status: string | null;
  ageDays: number;
  /** Of the branch where it is collected; true for a card of none. */
  isBranchInUse: boolean;
  last: LastTry | null;
  /** Of this card so far. */
  tries: number;
}

export interface SendOffer {
  whyNot: ReasonNotToSend | null;
  /** Whoever sends it says what was done and where the plastic of the try before is. */
  needsAccount: boolean;
  /** Somebody who knows the machine, or Wise, has to have said that it may be tried. */
  needsClearance: boolean;
  /** The kiosk that needs clearance; another one does not. Null: any does, or none. */
  clearanceAt: string | null;
  /** The answer was lost, or Wise says that the card exists: only after the trays were searched. */
  needsEmptyTrays: boolean;
}

const sendable = new Set(['READY', 'PRODUCTION_ERROR']);

function whyNotToSend({ ageDays, isBranchInUse, last, status }: SendFacts): ReasonNotToSend | null {
  if (status === null) return 'not-for-a-kiosk';
  if (status === 'PRODUCED' || last?.state === 'printed') return 'printed';
  if (last?.state === 'waiting' || status === 'REQUEST_ERROR') return 'waiting';
  if (last?.state === 'printing' || status === 'IN_PROGRESS') return 'printing';
  if (last?.state === 'sending' || last?.state === 'unknown') return 'answer-lost';
  if (!sendable.has(status)) return 'not-ready';
  if (ageDays >= lastPrintDay) return 'too-old';
  return isBranchInUse ? null : 'branch-not-in-use';
}

/** Whether a card may be sent to a kiosk now, and what has to be said with it. */
export function offerToSend(facts: SendFacts): SendOffer {
  const { last, status, tries } = facts;
  const hasFailed = last !== null || status === 'PRODUCTION_ERROR';
  const fault =
    last !== null && last.errorStatus !== null ? kioskErrorOf(last.errorStatus, last.errorCode) : undefined;
  const isLost = last?.state === 'refused' && last.errorStatus === null;
  const isSpent = tries >= triesWithoutEngineer;
  return {
    whyNot: whyNotToSend(facts),
    needsAccount: hasFailed,
    needsClearance: isSpent || fault?.retry === 'never' || fault?.retry === 'elsewhere',
    clearanceAt: !isSpent && fault?.retry === 'elsewhere' ? (last?.kioskId ?? null) : null,
    needsEmptyTrays: isLost || fault?.retry === 'after-empty-tray',
  };
}

export const needsClearanceAt = (offer: SendOffer, kioskId: string): boolean =>
  offer.needsClearance && (offer.clearanceAt === null || offer.clearanceAt === kioskId);

export type PrintAgeMark = 'fresh' | 'warn' | 'last-days' | 'too-old';
const listFromDay = 55;
export function printAgeMark(ageDays: number): PrintAgeMark {
  if (ageDays >= lastPrintDay) return 'too-old';
  if (ageDays >= listFromDay) return 'last-days';
  return ageDays >= warnFromDay ? 'warn' : 'fresh';
}
