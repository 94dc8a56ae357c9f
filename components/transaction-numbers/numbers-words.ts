import { declineFamilies, familyWords } from '@/lib/catalogues/decline-families';
import type { NumbersRow, Outcomes } from '@/lib/contracts/transaction-numbers';
import { formatCount } from '@/lib/format/counts';
import { formatTransactionType } from '@/lib/format/transactions';

/** Second tries that went through are no declines, and no payments of their own. */
export const rateOf = ({ approved, declined }: Outcomes): number | null =>
  approved + declined === 0 ? null : approved / (approved + declined);

export const formatRate = (rate: number | null): string =>
  rate === null ? '–' : `${(rate * 100).toFixed(1)}%`;

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

export const declinesIn = ({ declined, secondTry }: Outcomes): number => declined + secondTry;

export function nameOfRow({ filter, name, value }: NumbersRow): string {
  if (filter === 'type') return formatTransactionType(value);
  const family = filter === 'family' ? declineFamilies.find((one) => one === value) : undefined;
  if (family) return familyWords[family];
  // Wise's own descriptions begin with the code.
  if (filter === 'mcc' && value !== '' && name?.startsWith(value)) return name;
  if (filter === 'mcc') return [value || 'No MCC', name].filter(Boolean).join(' · ');
  return name ?? (value || 'Not told');
}

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
