import 'server-only';
import { and, eq, type SQL, sql } from 'drizzle-orm';
import type { Runtime } from '../../../runtime.ts';
import { batchRows } from '../../../db/schema/batches.ts';
import type { Row, RowEnd } from './row-outcome.ts';

/** The row as it was claimed then: whoever claimed it later has the last word. */
export const isRow = ({ groupId, rowNumber, tries }: Row) =>
  and(eq(batchRows.groupId, groupId), eq(batchRows.rowNumber, rowNumber), eq(batchRows.tries, tries));

type Change = { [Name in keyof typeof batchRows.$inferInsert]?: (typeof batchRows.$inferInsert)[Name] | SQL };

/** @returns false where somebody else has taken the row over: then nothing more may be done for it here */
export async function saveRow({ store }: Pick<Runtime, 'store'>, row: Row, change: Change): Promise<boolean> {
  const saved = await store.db
    .update(batchRows)
    .set({ ...change, changedAt: new Date() })
    .where(isRow(row))
    .returning({ rowNumber: batchRows.rowNumber });
  return saved.length > 0;
}

/** Once a transfer was asked for, nobody can say that there is none before Wise has said so. */
export const waitingOrAsking = sql`case when ${batchRows.transferAskedAt} is null then 'waiting' else 'asking-wise' end`;

export async function endRow(parts: Pick<Runtime, 'store'>, row: Row, end: RowEnd): Promise<void> {
  const notBefore = 'afterMs' in end ? new Date(Date.now() + end.afterMs) : null;
  switch (end.kind) {
    case 'later':
    case 'stop':
      await saveRow(parts, row, {
        state: waitingOrAsking,
        code: end.kind === 'later' ? (end.code ?? null) : null,
        notBefore,
        leasedUntil: null,
      });
      return;
    case 'asking':
      await saveRow(parts, row, {
        state: 'asking-wise',
        step: end.step,
        code: 'outcome_unknown',
        notBefore,
        leasedUntil: null,
      });
      return;
    default:
      // Wise answered: there is no transfer with this key.
      await saveRow(parts, row, {
        state: end.kind,
        step: end.step,
        code: end.code,
        transferAskedAt: null,
        leasedUntil: null,
      });
  }
}
