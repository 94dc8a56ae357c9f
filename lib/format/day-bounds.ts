const dayMs = 86_400_000;

/** Milliseconds the zone's clock is ahead of UTC at that moment. */
function offsetMs(timeZone: string, at: number): number {
  const found: Record<string, number> = {};
  const format = new Intl.DateTimeFormat('en-GB', {
    timeZone,
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
  });
  for (const { type, value } of format.formatToParts(at)) found[type] = Number(value);
  const { year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0 } = found;
  return Date.UTC(year, month - 1, day, hour, minute, second) - Math.floor(at / 1000) * 1000;
}

/** Twice, since the first guess may lie on the other side of a change of the clocks. */
function startOf(utcMidnight: number, timeZone: string): number {
  const guess = utcMidnight - offsetMs(timeZone, utcMidnight);
  return utcMidnight - offsetMs(timeZone, guess);
}

/**
 * First and last moment of a calendar day in a zone.
 * @param day `2026-11-19`
 * @returns undefined where that is no day
 */
export function boundsOfDay(day: string, timeZone: string): { from: string; until: string } | undefined {
  const found = /^(\d{4})-(\d{2})-(\d{2})$/.exec(day);
  if (!found) return undefined;
  const midnight = Date.parse(`${day}T00:00:00Z`);
  if (Number.isNaN(midnight) || !new Date(midnight).toISOString().startsWith(day)) return undefined;
  return {
    from: new Date(startOf(midnight, timeZone)).toISOString(),
    until: new Date(startOf(midnight + dayMs, timeZone) - 1).toISOString(),
  };
}
