interface LocalDate {
  year: number;
  month: number;
  day: number;
}

const formats = new Map<string, Intl.DateTimeFormat>();

function partsOf(ms: number, zone: string): Record<string, number> {
  let format = formats.get(zone);
  if (!format) {
    const numeric = 'numeric';
    format = new Intl.DateTimeFormat('en-GB', {
      timeZone: zone,
      hourCycle: 'h23',
      year: numeric,
      month: numeric,
      day: numeric,
      hour: numeric,
      minute: numeric,
      second: numeric,
    });
    formats.set(zone, format);
  }
  return Object.fromEntries(format.formatToParts(ms).map(({ type, value }) => [type, Number(value)]));
}

function offsetAt(ms: number, zone: string): number {
  const { day = 1, hour = 0, minute = 0, month = 1, second = 0, year = 0 } = partsOf(ms, zone);
  return Date.UTC(year, month - 1, day, hour, minute, second) - Math.floor(ms / 1000) * 1000;
}

/** Midnight of a day of the zone. Looked for twice because the clocks may change between the guess and midnight. */
function midnight({ day, month, year }: LocalDate, zone: string): number {
  const asUtc = Date.UTC(year, month - 1, day);
  const guess = asUtc - offsetAt(asUtc, zone);
  return asUtc - offsetAt(guess, zone);
}

export interface Window {
  fromMs: number;
  /** The first instant after it. */
  toMs: number;
}

/** The day of a zone that an instant belongs to. */
export function localDay(ms: number, zone: string): Window {
  const { day = 1, month = 1, year = 0 } = partsOf(ms, zone);
  return {
    fromMs: midnight({ year, month, day }, zone),
    toMs: midnight({ year, month, day: day + 1 }, zone),
  };
}

/** The month of a zone that an instant belongs to. */
export function localMonth(ms: number, zone: string): Window {
  const { month = 1, year = 0 } = partsOf(ms, zone);
  return {
    fromMs: midnight({ year, month, day: 1 }, zone),
    toMs: midnight({ year, month: month + 1, day: 1 }, zone),
  };
}
