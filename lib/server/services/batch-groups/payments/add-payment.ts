import 'server-only';
import { count, eq, max } from 'drizzle-orm';
import type { z } from 'zod';
import { batchFileLimits, isBatchField } from '../../../../catalogues/batch-columns.ts';
import type { BatchGroupPath } from '../../../../contracts/batch-groups.ts';
import type { addPaymentBody } from '../../../../contracts/batch-payments.schema.ts';
import type { AddedPayment } from '../../../../contracts/batch-payments.ts';
import type { Operator } from '../../../auth/operator.ts';
import type { Database } from '../../../db/database.ts';
import { batchRows } from '../../../db/schema/batches.ts';
import { AppError } from '../../../http/app-error.ts';
import type { Runtime } from '../../../runtime.ts';
import { changeBatchGroup } from '../change-group.ts';
import { prepareKinds, checkKind } from '../file/requirements.ts';
import { isDoubt, type RowFault } from '../file/faults.ts';
import type { CheckedRow } from '../file/row-result.ts';
import { transferDetailsOf, transferField } from '../file/transfer-details.ts';
import { findGroupOrThrow } from '../read-groups.ts';
import { goOn, requireTakesRows } from '../rows/change-rows.ts';
import { checkGroupRows, readCheckFacts } from '../rows/check-group.ts';
import { readRows } from '../rows/list-rows.ts';
import { openRows, recheckRows, toBatchRowFault } from '../rows/recheck.ts';
import type { Group } from '../run/row-outcome.ts';
import { afterRowsChanged } from '../run/rows-changed.ts';
import { askOfTransfer } from './transfer-form.ts';

type Wanted = z.output<typeof addPaymentBody>;

/**
 * Adds one row that somebody filled in. While something of it is to be mended nothing is added: unlike a file, the form is
 * still open.
 * @throws AppError not_found, conflict, batch_past_this, batch_file_too_many_rows
 */
export async function addPayment(
  parts: Runtime,
  operator: Operator,
  path: BatchGroupPath,
  wanted: Wanted,
  note: (details: Record<string, unknown>) => void,
): Promise<AddedPayment> {
  const { db } = parts.store;
  const seen = await findGroupOrThrow(db, path);
  requireTakesRows(seen);
  if (seen.version !== wanted.version) throw new AppError('conflict');
  const cells = filledCells(wanted.cells);
  const rows = await openRows(db, parts.vault, seen.id);
  const facts = await readCheckFacts(parts, seen, [cells]);
  const rowNumber = (rows.at(-1)?.row.rowNumber ?? 0) + 1;
  const { rows: checked } = await checkGroupRows(db, seen, facts, [
    ...rows
      .filter(({ row }) => row.state !== 'left-out')
      .map(({ row, content }) => ({ rowNumber: row.rowNumber, cells: content.cells })),
    { rowNumber, cells, accepted: wanted.accept },
  ]);
  const result = checked.find((one) => one.rowNumber === rowNumber);
  if (!result) throw new Error('The row was not checked');
  const isWrong = result.faults.some(({ code }) => !isDoubt(code));
  const ofTransfer = isWrong ? [] : await checkTransfer(parts, seen, result, cells);
  const faults = [...result.faults, ...ofTransfer];
  note({ rows: faults.length > 0 ? 0 : 1 });
  if (faults.length > 0) return { kind: 'to-mend', faults: faults.map(toBatchRowFault) };

  let added = rowNumber;
  const group = await changeBatchGroup(parts, path, wanted.version, async (locked, tx) => {
    requireTakesRows(locked);
    added = await nextNumber(tx, locked);
    const row = { rowNumber: added, cells, accepted: wanted.accept };
    await recheckRows(tx, parts.vault, locked, facts, new Map(), [row]);
    return afterRowsChanged(parts, tx, operator, locked, facts.pricing);
  });
  await goOn(parts, group);
  const [row] = await readRows(parts, group.id, [added]);
  if (!row) throw new Error('The row that was added is gone');
  return { kind: 'added', row, group };
}

function filledCells(cells: Wanted['cells']): Record<string, string> {
  const strange = Object.keys(cells).find((field) => !isBatchField(field));
  if (strange !== undefined)
    throw new AppError('validation_failed', {
      fields: [{ path: `body.cells.${strange}`, message: 'There is no such field.' }],
    });
  return Object.fromEntries(Object.entries(cells).filter(([, text]) => text.trim() !== ''));
}

/** What Wise asks of the transfer itself. Where it cannot be asked yet, or now, it says so when the row is sent. */
async function checkTransfer(
  parts: Runtime,
  group: Group,
  { amount, fixedSide, recipient, targetCurrency }: CheckedRow,
  cells: Readonly<Record<string, string>>,
): Promise<RowFault[]> {
  if (amount === null || fixedSide === null || targetCurrency === null || recipient === null) return [];
  const details = transferDetailsOf(cells);
  const asked = await askOfTransfer(
    parts,
    group,
    {
      target: targetCurrency,
      side: fixedSide,
      amount,
      ...(recipient.kind === 'existing'
        ? { recipientId: recipient.recipient.id }
        : { type: recipient.type ?? undefined }),
    },
    details,
  ).catch(() => undefined);
  const [kind] = asked ? prepareKinds([asked]) : [];
  if (!kind) return [];
  const { faults } = checkKind(kind, (key) => {
    const field = transferField(key);
    return { field, value: cells[field]?.trim() ?? '' };
  });
  return faults;
}

/** Rows never change their number, and a group takes so many. */
async function nextNumber(tx: Database, { id }: Group): Promise<number> {
  const [there] = await tx
    .select({ rows: count(), last: max(batchRows.rowNumber) })
    .from(batchRows)
    .where(eq(batchRows.groupId, id));
  if ((there?.rows ?? 0) >= batchFileLimits.rows)
    throw new AppError('batch_file_too_many_rows', {
      detail: `A group takes ${batchFileLimits.rows} rows, and this one has them. Nothing was added.`,
    });
  return (there?.last ?? 0) + 1;
}
