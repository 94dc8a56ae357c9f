/** What was written down and printed on one day. */
export interface DaySums {
  day: string;
  blanksIn: number;
  produced: number;
  spoiled: number;
  destroyed: number;
  correction: number;
  /** The last count of each kiosk and of the safe, added up; null where nobody has counted. */
  countedAtOpen: number | null;
  countedAtClose: number | null;
}

export interface DayBalance extends DaySums {
  /** What the day before left; null until somebody has counted for the first time. */
  carried: number | null;
  opening: number | null;
  /** opening + in − produced − spoiled + corrections. */
  expected: number | null;
  differenceAtOpen: number | null;
  differenceAtClose: number | null;
  /** Spoiled and not destroyed, of this day and all before. */
  toDestroy: number;
}

export const emptyDay = (day: string): DaySums => ({
  day,
  blanksIn: 0,
  produced: 0,
  spoiled: 0,
  destroyed: 0,
  correction: 0,
  countedAtOpen: null,
  countedAtClose: null,
});

/** Each day opens with what the one before closed with. @param days in their order */
export function balanceDays(days: readonly DaySums[]): DayBalance[] {
  let carried: number | null = null;
  let toDestroy = 0;
  return days.map((sums) => {
    const { countedAtOpen, countedAtClose } = sums;
    const opening: number | null = countedAtOpen ?? carried;
    const expected: number | null =
      opening === null ? null : opening + sums.blanksIn - sums.produced - sums.spoiled + sums.correction;
    toDestroy += sums.spoiled - sums.destroyed;
    const balance: DayBalance = {
      ...sums,
      carried,
      opening,
      expected,
      differenceAtOpen: difference(countedAtOpen, carried),
      differenceAtClose: difference(countedAtClose, expected),
      toDestroy,
    };
    carried = countedAtClose ?? expected;
    return balance;
  });
}

const difference = (counted: number | null, expected: number | null): number | null =>
  counted === null || expected === null ? null : counted - expected;

/** Why a day is not to be signed yet; a difference is to be explained by whoever signs first. */
export function whyNotSigned(day: DayBalance): 'not-counted' | undefined {
  return day.countedAtOpen === null || day.countedAtClose === null ? 'not-counted' : undefined;
}

export const isOff = ({ differenceAtClose, differenceAtOpen }: DayBalance): boolean =>
  (differenceAtOpen ?? 0) !== 0 || (differenceAtClose ?? 0) !== 0;
