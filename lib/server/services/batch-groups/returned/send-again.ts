import 'server-only';
import { randomUUID } from 'node:crypto';
import { and, eq, inArray } from 'drizzle-orm';
import type { BatchGroupPath } from '../../../../contracts/batch-groups.ts';
import type { SentAgain, SendAgainBody } from '../../../../contracts/batch-payouts.ts';
import type { Operator } from '../../../auth/operator.ts';
import type { Database } from '../../../db/database.ts';
import { batchGroups, batchRows } from '../../../db/schema/batches.ts';
import { AppError } from '../../../http/app-error.ts';
import type { Runtime } from '../../../runtime.ts';
import type { Vault } from '../../../vault/vault.ts';
import { plain } from '../../search-text.ts';
import { setGroup } from '../change-group.ts';
import { findProfileUserOrThrow } from '../../profile-user.ts';
import { requireFreshName } from '../make-group.ts';
import { readBatchGroup } from '../read-detail.ts';
import { findGroupOrThrow } from '../read-groups.ts';
import { readCheckFacts } from '../rows/check-group.ts';
import { blankContent, openContent, sealContent } from '../rows/content.ts';
import { recheckRows } from '../rows/recheck.ts';
import type { Row } from '../run/row-outcome.ts';
import { findReturned, type ReturnedRows } from './find-returned.ts';

type Note = (details: Record<string, unknown>) => void;

/**
 * Makes a new group of the rows whose money came back: the same cells, checked anew, nothing sent. The store lets a returned
 * row into one other group only, however many people ask at once.
 * @throws AppError not_found, batch_past_this before it is funded, batch_name_repeated, batch_nothing_returned
 */
export async function sendReturnedAgain(
  parts: Runtime,
  { personId }: Operator,
  path: BatchGroupPath,
  { name, sameName = false }: SendAgainBody,
  note: Note,
): Promise<SentAgain> {
  const { db } = parts.store;
  const { status } = await readBatchGroup(parts, path);
  if (status !== 'FUNDED') throw new AppError('batch_past_this');
  const from = await findGroupOrThrow(db, path);
  if (!sameName) await requireFreshName(db, path.profileId, name);
  const returned = await findReturned(parts, from, await findProfileUserOrThrow(db, path.profileId));
  if (returned.back.length === 0) throw nothingReturned(returned);
  const cells = returned.back.map((row) => openContent(parts.vault, row).cells);
  const facts = await readCheckFacts(parts, from, cells);
  const id = randomUUID();
  const taken = await db.transaction(async (tx) => {
    const [made] = await tx
      .insert(batchGroups)
      .values({
        id,
        profileId: from.profileId,
        ownerId: personId,
        name,
        searchText: plain(name),
        sourceCurrency: from.sourceCurrency,
        continuesId: from.id,
      })
      .returning();
    if (!made) throw new Error('The group was not stored');
    const rowNumbers = await take(tx, parts.vault, id, returned.back);
    if (rowNumbers.length === 0) throw nothingReturned(returned);
    await recheckRows(tx, parts.vault, made, facts, new Map());
    // Who has the group open learns which rows are being sent again.
    await tx
      .update(batchRows)
      .set({ changedAt: new Date() })
      .where(and(eq(batchRows.groupId, from.id), inArray(batchRows.rowNumber, rowNumbers)));
    await setGroup(tx, from.id, {});
    await setGroup(tx, id, {});
    return rowNumbers;
  });
  note({ newGroupId: id, rows: taken.slice(0, 50), count: taken.length });
  const late = returned.back
    .filter(({ rowNumber }) => !taken.includes(rowNumber))
    .map(({ rowNumber }) => ({ rowNumber, why: 'taken' as const }));
  return {
    group: await readBatchGroup(parts, { profileId: path.profileId, batchGroupId: id }),
    taken: taken.length,
    leftOut: [...returned.leftOut, ...late],
  };
}

/** Rows that somebody else has taken meanwhile stay there. @returns the numbers, in the group they come from, of those taken */
async function take(tx: Database, vault: Vault, groupId: string, rows: readonly Row[]): Promise<number[]> {
  const copies = rows.map((row, index) => {
    const place = { groupId, rowNumber: index + 1 };
    // What was accepted is looked at again: the payment came back once.
    const contentSealed = sealContent(vault, place, blankContent(openContent(vault, row).cells));
    return {
      ...place,
      contentSealed,
      state: 'held-back',
      continuesGroupId: row.groupId,
      continuesRowNumber: row.rowNumber,
    };
  });
  const taken = await tx
    .insert(batchRows)
    .values(copies)
    .onConflictDoNothing({ target: [batchRows.continuesGroupId, batchRows.continuesRowNumber] })
    .returning({ rowNumber: batchRows.continuesRowNumber });
  return taken.flatMap(({ rowNumber }) => (rowNumber === null ? [] : [rowNumber]));
}

/** Says which rows did not come back yet. */
function nothingReturned({ leftOut }: ReturnedRows): AppError {
  const waiting = leftOut.filter(({ why }) => why !== 'taken' && why !== 'charged-back');
  if (waiting.length === 0) return new AppError('batch_nothing_returned');
  const rows = waiting.slice(0, 10).map(({ rowNumber }) => rowNumber);
  const more = waiting.length > rows.length ? ` and ${waiting.length - rows.length} more` : '';
  return new AppError('batch_nothing_returned', {
    detail: `The money of ${rows.length === 1 ? 'row' : 'rows'} ${rows.join(', ')}${more} is not back yet.`,
  });
}
