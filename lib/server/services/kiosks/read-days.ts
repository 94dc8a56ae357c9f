import 'server-only';
import { and, gte, type SQL, sql } from 'drizzle-orm';
import { kioskErrorOf } from '../../../catalogues/kiosk-errors.ts';
import type { KioskFigures } from '../../../contracts/kiosk-board.ts';
import { addDays } from '../../../format/times.ts';
import type { Database } from '../../db/database.ts';
import { printJobs } from '../../db/schema/kiosks.ts';
import { hasFailed } from './find-print-jobs.ts';
import { countFailed, countPrinted, figureDays, medianOfPrinted } from './read-outcomes.ts';

/** The first of thirty days in UTC, today among them. */
const sinceOf = (now: Date) => addDays(now.toISOString().slice(0, 10), 1 - figureDays);
const startOf = (day: string) => new Date(`${day}T00:00:00Z`);
export const startOfFigures = (now: Date) => startOf(sinceOf(now));

export async function readDays(
  db: Database,
  which: SQL | undefined,
  now: Date,
): Promise<KioskFigures['days']> {
  const first = sinceOf(now);
  const day = sql<string>`to_char(${printJobs.createdAt} at time zone 'UTC', 'YYYY-MM-DD')`;
  const rows = await db
    .select({ day, printed: countPrinted, failed: countFailed, medianMs: medianOfPrinted })
    .from(printJobs)
    .where(and(which, gte(printJobs.createdAt, startOf(first))))
    .groupBy(day);
  const known = new Map(rows.map((row) => [row.day, row]));
  return Array.from({ length: figureDays }, (_, index) => {
    const at = addDays(first, index);
    return known.get(at) ?? { day: at, printed: 0, failed: 0, medianMs: null };
  });
}

export async function readFaults(
  db: Database,
  which: SQL | undefined,
  now: Date,
): Promise<KioskFigures['faults']> {
  const rows = await db
    .select({
      status: printJobs.errorStatus,
      code: printJobs.errorCode,
      count: sql<number>`count(*)::int`,
    })
    .from(printJobs)
    .where(and(which, gte(printJobs.createdAt, startOf(sinceOf(now))), hasFailed))
    .groupBy(printJobs.errorStatus, printJobs.errorCode);
  const counts = new Map<string, number>();
  for (const { code, count, status } of rows) {
    const { place } = kioskErrorOf(status ?? '', code);
    counts.set(place, (counts.get(place) ?? 0) + count);
  }
  return [...counts].map(([place, count]) => ({ place, count })).sort((a, b) => b.count - a.count);
}
