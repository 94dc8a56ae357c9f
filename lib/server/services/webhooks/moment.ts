import 'server-only';

/** A time that cannot be read is no reason to lose what happened. */
export function momentOf(told: string | null): Date | null {
  const at = new Date(told ?? Number.NaN);
  return Number.isNaN(at.getTime()) ? null : at;
}
