import 'server-only';
import { and, desc, eq, inArray, isNotNull, isNull, notInArray } from 'drizzle-orm';
import type { Database } from '../../../db/database.ts';
import { batchFundings } from '../../../db/schema/batches.ts';
import type { Runtime } from '../../../runtime.ts';
import { findStandingFunding, type FundingRow, setFunding, standingStates } from './funding-row.ts';

/** In the funding's `code`: what two administrators had released is on its way after all. */
export const cameLate = 'batch_debit_came_late';

/** From these no money comes any more. */
const endedWithoutMoney = ['FAILED'];

/**
 * Whose initiation it is that Wise names: the funding that has it already, else the one whose answer was lost, released or
 * not.
 * @returns undefined for an initiation that the console did not make
 */
export async function adoptInitiation(
  db: Database,
  groupId: string,
  initiationId: string,
): Promise<FundingRow | undefined> {
  return db.transaction(async (tx) => {
    const debits = await tx
      .select()
      .from(batchFundings)
      .where(and(eq(batchFundings.groupId, groupId), eq(batchFundings.way, 'DIRECT_DEBIT')))
      .orderBy(desc(batchFundings.startedAt))
      .for('update');
    const known = debits.find((debit) => debit.initiationId === initiationId);
    if (known) return known;
    const lost =
      debits.find(({ initiationId: id, state }) => id === null && standingStates.includes(state)) ??
      debits.find(({ initiationId: id, state }) => id === null && state === 'released');
    if (!lost) return undefined;
    const [adopted] = await tx
      .update(batchFundings)
      .set({ initiationId })
      .where(and(eq(batchFundings.id, lost.id), isNull(batchFundings.initiationId)))
      .returning();
    return adopted;
  });
}

/**
 * A debit that people or Wise had given up, and that is on its way after all. It takes its place again, which closes every
 * other way; where another funding has begun meanwhile, it is kept as it is, and the page says so loudly.
 */
export async function bringBack(
  { log, store: { db } }: Pick<Runtime, 'log' | 'store'>,
  funding: FundingRow,
  facts: { readAt: Date; initiationStatus: string | null },
): Promise<void> {
  const { groupId, id, state } = funding;
  const isOver = facts.initiationStatus === null || endedWithoutMoney.includes(facts.initiationStatus);
  const isPlaceFree = !isOver && (await findStandingFunding(db, groupId)) === undefined;
  if (!isOver) log.error({ groupId, fundingId: id }, 'a direct debit that was given up is on its way');
  await setFunding(
    db,
    funding,
    { ...facts, ...(isPlaceFree && { state: 'sent', code: cameLate, settledAt: null }) },
    [state],
  );
}

/** One that is on its way, or through, beside another funding: the group may be paid twice. */
export async function findSecondDebit(db: Database, groupId: string): Promise<FundingRow | undefined> {
  const [row] = await db
    .select()
    .from(batchFundings)
    .where(
      and(
        eq(batchFundings.groupId, groupId),
        inArray(batchFundings.state, ['released', 'refused']),
        isNotNull(batchFundings.initiationStatus),
        notInArray(batchFundings.initiationStatus, endedWithoutMoney),
      ),
    )
    .orderBy(desc(batchFundings.startedAt))
    .limit(1);
  return row;
}
