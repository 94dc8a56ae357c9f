interface Answered {
  approved: number;
  declined: number;
  /** Declined softly, and gone through when tried again. */
  secondTry: number;
}

/** Second tries that went through are no declines, and no payments of their own. */
export const rateOf = ({ approved, declined }: Answered): number | null =>
  approved + declined === 0 ? null : approved / (approved + declined);

export const formatRate = (rate: number | null): string =>
  rate === null ? '–' : `${(rate * 100).toFixed(1)}%`;

export const declinesIn = ({ declined, secondTry }: Answered): number => declined + secondTry;
