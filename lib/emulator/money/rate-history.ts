import { rateBetween } from '../core/rates.ts';

export interface RatePoint {
  rate: number;
  atMs: number;
}

export const rateSteps = { day: 86_400_000, hour: 3_600_000, minute: 60_000 } as const;
export type RateStep = keyof typeof rateSteps;

/** A history may have this many points. Emulator choice: Wise names no bound. */
export const mostRatePoints = 1_500;

const swing = 0.012;

/** A value from -1 to 1 for a whole hour and a pair: always the same, and unlike the one an hour before. */
function wobble(pair: string, hour: number): number {
  let hash = 0x811c9dc5;
  for (const char of `${pair}${hour}`) hash = Math.imul(hash ^ (char.codePointAt(0) ?? 0), 0x01000193);
  hash = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d);
  return ((hash ^ (hash >>> 13)) >>> 0) / 2 ** 31 - 1;
}

/**
 * What a pair's rate was. Emulator choice: now and later it is the one everything is converted at, which never changes; before,
 * it wanders around that by little more than one per cent, the same way every time, and meets it at `nowMs`.
 */
export function rateAt(source: string, target: string, atMs: number, nowMs: number): number {
  const today = rateBetween(source, target);
  const ageMs = nowMs - atMs;
  if (source === target || ageMs <= 0) return today;
  const [first, second] = [source, target].sort();
  const direction = source === first ? 1 : -1;
  const hours = atMs / rateSteps.hour;
  const hour = Math.floor(hours);
  const pair = `${first}${second}`;
  const between = wobble(pair, hour) + (wobble(pair, hour + 1) - wobble(pair, hour)) * (hours - hour);
  const share = Math.min(1, ageMs / rateSteps.day);
  // One way round and the other stay each other's inverse.
  const factor = (1 + swing * between * share) ** direction;
  return Number((today * factor).toPrecision(9));
}

/** From `fromMs` on, up to and with `toMs`. @returns null where that would be too many */
export function rateHistory(
  pair: { source: string; target: string },
  range: { fromMs: number; toMs: number; step: RateStep },
  nowMs: number,
): RatePoint[] | null {
  const stepMs = rateSteps[range.step];
  const count = Math.floor((range.toMs - range.fromMs) / stepMs) + 1;
  if (count > mostRatePoints) return null;
  return Array.from({ length: Math.max(0, count) }, (_, index) => {
    const atMs = range.fromMs + index * stepMs;
    return { atMs, rate: rateAt(pair.source, pair.target, atMs, nowMs) };
  });
}
