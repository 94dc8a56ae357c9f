/** Where a fault lies. */
export const faultPlaces = [
  'central-base',
  'data-preparation',
  'satellite',
  'printer',
  'feeder',
  'chip',
  'inventory',
  'our-request',
  'card-data',
  'configuration',
  'unknown',
] as const;
export type FaultPlace = (typeof faultPlaces)[number];

/** Who can mend it; the first who is to try. */
export const faultFixers = ['branch', 'engineer', 'wise', 'us'] as const;
export type FaultFixer = (typeof faultFixers)[number];

export const retryRules = [
  /** Once the steps are done. */
  'after-steps',
  /** After the wait that the steps name. */
  'after-wait',
  /** Only once somebody has looked that no card came out. */
  'after-empty-tray',
  /** Not at this kiosk. */
  'elsewhere',
  /** Wise has the request: it begins by itself. */
  'by-itself',
  'never',
] as const;
export type RetryRule = (typeof retryRules)[number];

export type FaultStatus = 'REQUEST_ERROR' | 'PRODUCTION_ERROR';

export interface KioskError {
  /** A code stands in both lists, so only the two together name a fault. */
  status: FaultStatus;
  code: string;
  title: string;
  meaning: string;
  place: FaultPlace;
  fixer: FaultFixer;
  /** What the person at the kiosk does, in order. */
  steps: readonly string[];
  /** Until it is mended where the branch mends it, else until it is reported. */
  minutes: number;
  retry: RetryRule;
  /** Whether trying again is safe, and when. */
  retryWords: string;
  /** A whole or half-made card with a live number may lie somewhere. */
  plastic: 'none' | 'possible' | 'likely';
  newOrder: 'no' | 'likely' | 'if-wise-says-so';
}

type Entry = Omit<KioskError, 'status' | 'code'>;

export const entriesOf = (status: FaultStatus, entries: Record<string, Entry>): readonly KioskError[] =>
  Object.entries(entries).map(([code, entry]) => ({ status, code, ...entry }));
