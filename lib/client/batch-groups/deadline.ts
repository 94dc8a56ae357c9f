const hourMs = 3_600_000;
const dayMs = 24 * hourMs;
/** From here on somebody should look. */
const closeMs = 3 * dayMs;

export interface Deadline {
  /** `in 9 days`, `in 5 hours`. */
  words: string;
  isClose: boolean;
  isPast: boolean;
}

/** How long there is until then. Whole days and hours that are certainly left: never more than there are. */
export function deadlineOf(at: string, now: Date): Deadline {
  const left = Date.parse(at) - now.getTime();
  if (left <= 0) return { words: 'the time is over', isClose: true, isPast: true };
  return { words: wordsOfLeft(left), isClose: left <= closeMs, isPast: false };
}

function wordsOfLeft(left: number): string {
  const days = Math.floor(left / dayMs);
  const hours = Math.floor(left / hourMs);
  if (days >= 1) return `in ${days} ${days === 1 ? 'day' : 'days'}`;
  if (hours >= 1) return `in ${hours} ${hours === 1 ? 'hour' : 'hours'}`;
  return 'within the hour';
}
