import 'server-only';
import { and, asc, eq, isNotNull, lte, type SQL, sql } from 'drizzle-orm';
import type { Database } from '../../db/database.ts';
import { plasticMovements, printJobs } from '../../db/schema/kiosks.ts';
import { addDays } from '../../../format/times.ts';
import { balanceDays, type DayBalance, type DaySums, emptyDay } from './balance.ts';

interface Branch {
  id: string;
  timeZone: string;
}

/** The day, at the branch, on which a print ended. */
export const endedOn = (timeZone: string): SQL<string> =>
  sql<string>`to_char(${printJobs.endedAt} at time zone ${timeZone}, 'YYYY-MM-DD')`;

/** Every day until then on which anything happened, and that day itself. */
export async function readBalances(db: Database, branch: Branch, until: string): Promise<DayBalance[]> {
  const [moved, counts, printed] = await Promise.all([
    db
      .select({
        day: plasticMovements.day,
        kind: plasticMovements.kind,
        sum: sql<number>`sum(${plasticMovements.quantity})::int`,
      })
      .from(plasticMovements)
      .where(and(eq(plasticMovements.branchId, branch.id), lte(plasticMovements.day, until)))
      .groupBy(plasticMovements.day, plasticMovements.kind),
    db
      .selectDistinctOn([plasticMovements.day, plasticMovements.kind, plasticMovements.kioskId], {
        day: plasticMovements.day,
        kind: plasticMovements.kind,
        quantity: plasticMovements.quantity,
      })
      .from(plasticMovements)
      .where(
        and(
          eq(plasticMovements.branchId, branch.id),
          lte(plasticMovements.day, until),
          sql`${plasticMovements.kind} in ('counted-at-open', 'counted-at-close')`,
        ),
      )
      .orderBy(
        asc(plasticMovements.day),
        asc(plasticMovements.kind),
        asc(plasticMovements.kioskId),
        sql`${plasticMovements.createdAt} desc`,
      ),
    readPrinted(db, branch, until),
  ]);
  const days = new Map<string, DaySums>([[until, emptyDay(until)]]);
  const dayOf = (day: string): DaySums => {
    const known = days.get(day) ?? emptyDay(day);
    days.set(day, known);
    return known;
  };
  for (const { day, kind, sum } of moved) {
    const sums = dayOf(day);
    if (kind === 'blanks-in') sums.blanksIn = sum;
    if (kind === 'spoiled') sums.spoiled = sum;
    if (kind === 'destroyed') sums.destroyed = sum;
    if (kind === 'correction') sums.correction = sum;
  }
  for (const { day, kind, quantity } of counts) {
    const sums = dayOf(day);
    if (kind === 'counted-at-open') sums.countedAtOpen = (sums.countedAtOpen ?? 0) + quantity;
    else sums.countedAtClose = (sums.countedAtClose ?? 0) + quantity;
  }
  for (const { day, count } of printed) dayOf(day).produced += count;
  return balanceDays([...days.values()].sort((one, other) => one.day.localeCompare(other.day)));
}

/** Cards that came out of the branch's kiosks, by the day in its zone. */
function readPrinted(
  db: Database,
  { id, timeZone }: Branch,
  until: string,
): Promise<{ day: string; count: number }[]> {
  const ended = endedOn(timeZone);
  return db
    .select({ day: ended.as('ended_day'), count: sql<number>`count(*)::int` })
    .from(printJobs)
    .where(
      and(
        eq(printJobs.branchId, id),
        eq(printJobs.state, 'printed'),
        isNotNull(printJobs.endedAt),
        // A day later in UTC, because the branch's day may end later.
        lte(printJobs.endedAt, new Date(`${addDays(until, 2)}T00:00:00Z`)),
      ),
    )
    .groupBy(sql`ended_day`)
    .then((rows) => rows.filter(({ day }) => day <= until));
}

/** What each kiosk did on one day. */
export async function readByKiosk(db: Database, { id, timeZone }: Branch, day: string) {
  const [jobs, moved] = await Promise.all([
    db
      .select({ kioskId: printJobs.kioskId, state: printJobs.state, count: sql<number>`count(*)::int` })
      .from(printJobs)
      .where(
        and(
          eq(printJobs.branchId, id),
          sql`${printJobs.endedAt} between ${`${addDays(day, -1)}T00:00:00Z`}::timestamptz and ${`${addDays(day, 2)}T00:00:00Z`}::timestamptz`,
          sql`${endedOn(timeZone)} = ${day}`,
        ),
      )
      .groupBy(printJobs.kioskId, printJobs.state),
    db
      .select({
        kioskId: plasticMovements.kioskId,
        kind: plasticMovements.kind,
        sum: sql<number>`sum(${plasticMovements.quantity})::int`,
      })
      .from(plasticMovements)
      .where(and(eq(plasticMovements.branchId, id), eq(plasticMovements.day, day)))
      .groupBy(plasticMovements.kioskId, plasticMovements.kind),
  ]);
  const movedAt = (kioskId: string, kind: string) =>
    moved.find((row) => row.kioskId === kioskId && row.kind === kind)?.sum ?? 0;
  const endedAs = (state: string, kioskId?: string) =>
    jobs
      .filter((row) => row.state === state && (kioskId === undefined || row.kioskId === kioskId))
      .reduce((sum, { count }) => sum + count, 0);
  return {
    faults: endedAs('fault'),
    of: (kioskId: string) => ({
      produced: endedAs('printed', kioskId),
      spoiled: movedAt(kioskId, 'spoiled'),
      destroyed: movedAt(kioskId, 'destroyed'),
    }),
  };
}
