/** Wise prints a card at a kiosk until it is this many days old; counted from when the card was made. */
export const lastPrintDay = 60;
export const warnFromDay = 45;
const dayMs = 24 * 60 * 60 * 1000;

/** `day-45`: time to have it printed. `day-60`: Wise prints it no more, it has to be ordered anew. */
export const printAges = ['day-45', 'day-60'] as const;
export type PrintAge = (typeof printAges)[number];

/** The instant before which a card must have been made to be of that age now, in milliseconds. */
export const madeBefore = (age: PrintAge, nowMs: number): number =>
  nowMs - (age === 'day-45' ? warnFromDay : lastPrintDay) * dayMs;

export const ageInDays = (madeAt: string, nowMs: number): number =>
  Math.floor((nowMs - Date.parse(madeAt)) / dayMs);

/** When it can be printed last. */
export const lastPrintAt = (madeAt: string): string =>
  new Date(Date.parse(madeAt) + lastPrintDay * dayMs).toISOString();

interface Unprinted {
  status: string;
  deliveryOption: string | null;
  /** When Wise made the card; null while there is none. */
  cardCreationTime: string | null;
}

/** Only a card that is collected at a kiosk and was not printed yet grows too old. */
export function printAgeOf(order: Unprinted, nowMs: number): PrintAge | null {
  const { cardCreationTime, deliveryOption, status } = order;
  if (deliveryOption !== 'KIOSK_COLLECTION' || status !== 'CARD_DETAILS_CREATED' || !cardCreationTime)
    return null;
  const madeMs = Date.parse(cardCreationTime);
  if (madeMs <= madeBefore('day-60', nowMs)) return 'day-60';
  return madeMs <= madeBefore('day-45', nowMs) ? 'day-45' : null;
}
