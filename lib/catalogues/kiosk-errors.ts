import { cardMakingErrors } from './kiosk-errors/card-making-errors.ts';
import type { FaultPlace, FaultStatus, KioskError } from './kiosk-errors/kiosk-error.ts';
import { printerErrors } from './kiosk-errors/printer-errors.ts';
import { requestErrors } from './kiosk-errors/request-errors.ts';
import { serverErrors } from './kiosk-errors/server-errors.ts';

/** Wise’s 58: 22 with which a request is refused, 36 with which a print ends. */
export const kioskErrors: readonly KioskError[] = [
  ...requestErrors,
  ...serverErrors,
  ...printerErrors,
  ...cardMakingErrors,
];

const keyOf = (status: string, code: string) => `${status} ${code}`;
const byKey = new Map(kioskErrors.map((entry) => [keyOf(entry.status, entry.code), entry]));

/** What is known of a fault; of one that nobody has written down, what is certain all the same. */
export function kioskErrorOf(status: string, code: string | null): KioskError {
  const known = code === null ? undefined : byKey.get(keyOf(status, code));
  return known ?? unknownError(status === 'REQUEST_ERROR' ? 'REQUEST_ERROR' : 'PRODUCTION_ERROR', code);
}

const unknownError = (status: FaultStatus, code: string | null): KioskError => ({
  status,
  code: code ?? 'none',
  title: code === null ? 'Wise names no fault' : 'A fault that is not in the list yet',
  meaning: 'Nobody has written down what this means. Certain is only that Wise did not finish the card.',
  place: 'unknown',
  fixer: 'engineer',
  steps: [
    'Search the output tray, the reject box and the feeder for a card.',
    'Photograph the kiosk’s screen.',
    'Ring the engineer, and report the code to Wise.',
  ],
  minutes: 15,
  retry: 'after-empty-tray',
  retryWords: 'Not known. Only when no card was found and the engineer agrees.',
  plastic: 'possible',
  newOrder: 'no',
});

/** After these the card may have been printed already: a person says that the trays are empty before it is sent again. */
export const needsEmptyTrays = (status: string, code: string | null): boolean =>
  kioskErrorOf(status, code).retry === 'after-empty-tray';

/** Faults behind all kiosks: another kiosk meets the same. */
export const isCentral = (place: FaultPlace): boolean =>
  place === 'central-base' || place === 'data-preparation';
