import 'server-only';
import { and, asc, desc, eq, gt, lte } from 'drizzle-orm';
import { z } from 'zod';
import type { SwitchesReading, SwitchesThen } from '../../../contracts/card-transactions.ts';
import { spendingPermission } from '../../../contracts/spending-permissions.schema.ts';
import type { Database } from '../../db/database.ts';
import { spendingPermissionReadings as readings } from '../../db/schema/spending-permissions.ts';

const permissionList = z.array(spendingPermission);
/** What is read this soon after a decline is what stood at it. */
const soonMs = 10 * 60 * 1000;

/** A card's spending permissions as they were read last before a moment, and first after it. */
export async function findSwitchesAt(db: Database, cardToken: string, at: Date): Promise<SwitchesThen> {
  const around = await findReadingsAround(db, cardToken, at, 1);
  const isBefore = ({ readAt }: SwitchesReading) => Date.parse(readAt) <= at.getTime();
  return { before: around.find(isBefore) ?? null, after: around.find((one) => !isBefore(one)) ?? null };
}

/** Readings of a card's switches on both sides of a moment, in the order of time. @param most on each side */
export async function findReadingsAround(
  db: Database,
  cardToken: string,
  at: Date,
  most: number,
): Promise<SwitchesReading[]> {
  const ofCard = eq(readings.cardToken, cardToken);
  const [before, after] = await Promise.all([
    db
      .select()
      .from(readings)
      .where(and(ofCard, lte(readings.readAt, at)))
      .orderBy(desc(readings.readAt))
      .limit(most),
    db
      .select()
      .from(readings)
      .where(and(ofCard, gt(readings.readAt, at)))
      .orderBy(asc(readings.readAt))
      .limit(most),
  ]);
  return [...before.toReversed(), ...after].map(toReading);
}

const toReading = (row: typeof readings.$inferSelect): SwitchesReading => ({
  permissions: permissionList.parse(row.permissions),
  readAt: row.readAt.toISOString(),
  confirmedAt: row.confirmedAt.toISOString(),
});

/** The types that were off at that moment, as far as a reading tells; undefined where none was made near enough. */
export function offAt({ after, before }: SwitchesThen, at: Date): string[] | undefined {
  const isSoon = after !== null && Date.parse(after.readAt) - at.getTime() <= soonMs;
  const reading = isSoon ? after : before;
  return reading?.permissions
    .filter(({ isEnabled, isLocked }) => !isEnabled || isLocked)
    .map(({ type }) => type);
}
