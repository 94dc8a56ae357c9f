import type { NumbersRow, Outcomes, TransactionNumbers } from '@/lib/contracts/transaction-numbers';
import { formatCount } from '@/lib/format/counts';
import { formatDay, isoDay } from '@/lib/format/times';

/** `+12`, `−3`, `as before`. */
export const formatChange = (now: number, before: number): string =>
  now === before ? 'as before' : `${now > before ? '+' : '−'}${formatCount(Math.abs(now - before))}`;

/** In points of a percent. */
export function formatRateChange(now: number | null, before: number | null): string {
  if (now === null || before === null) return 'nothing to compare';
  const points = Number(((now - before) * 100).toFixed(1));
  if (points === 0) return 'as before';
  return `${points > 0 ? '+' : '−'}${Math.abs(points).toFixed(1)} points`;
}

/** Where the period before is not kept as a whole nothing is compared with it. */
export const sayKeptFrom = ({ keptFrom }: Pick<TransactionNumbers, 'keptFrom'>, timeZone: string): string =>
  keptFrom === null
    ? 'Nothing is kept of these days.'
    : `Nothing is kept before ${formatDay(isoDay(new Date(keptFrom), timeZone))}, so there is nothing to compare with.`;

export function nameOfRow({ filter, name, value }: NumbersRow): string {
  // Wise's own descriptions begin with the code.
  if (filter === 'mcc' && value !== '' && name?.startsWith(value)) return name;
  if (filter === 'mcc') return [value || 'No MCC', name].filter(Boolean).join(' · ');
  return name ?? (value || 'Not told');
}

const mostSpans = 30;

/** Days, or spans of several days where a period has more of them than a chart has room for. */
export const spanDays = (days: TransactionNumbers['days']) =>
  groupDays(days, mostSpans).map((group) => ({
    ...sumOutcomes(group),
    day: group[0]?.day ?? '',
    until: group.at(-1)?.day ?? '',
  }));

/** Days in as many groups as there is room for, the newest at the end of the last one. */
export function groupDays<Day>(days: readonly Day[], mostGroups: number): Day[][] {
  const size = Math.max(1, Math.ceil(days.length / mostGroups));
  const count = Math.ceil(days.length / size);
  return Array.from({ length: count }, (_, place) => {
    const end = days.length - (count - 1 - place) * size;
    return days.slice(Math.max(0, end - size), end);
  });
}

export const sumOutcomes = (all: readonly Outcomes[]): Outcomes => ({
  approved: all.reduce((sum, { approved }) => sum + approved, 0),
  declined: all.reduce((sum, { declined }) => sum + declined, 0),
  secondTry: all.reduce((sum, { secondTry }) => sum + secondTry, 0),
});

/** Where a chart of rates begins: a full ten percent under the lowest of them, or small changes would not be seen. */
export function footOfRates(rates: readonly (number | null)[]): number {
  const lowest = Math.min(1, ...rates.flatMap((rate) => rate ?? []));
  return Math.min(9, Math.floor(lowest * 10)) / 10;
}
