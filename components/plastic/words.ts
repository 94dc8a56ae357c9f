import { formatCount } from '@/lib/format/counts';

/** `+3`, `−3`, `0` */
export function signed(count: number): string {
  if (count === 0) return '0';
  return count > 0 ? `+${formatCount(count)}` : `−${formatCount(-count)}`;
}

/** A number that nobody knows yet is no nought. */
export const known = (count: number | null): string => (count === null ? 'not counted' : formatCount(count));
