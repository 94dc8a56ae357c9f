import 'server-only';
import { and, eq } from 'drizzle-orm';
import type { BatchRowPath } from '../../../../contracts/batch-payouts.ts';
import type { Database } from '../../../db/database.ts';
import { batchRows } from '../../../db/schema/batches.ts';
import { AppError } from '../../../http/app-error.ts';
import { findProfileUserOrThrow } from '../../profile-user.ts';
import { findGroupOrThrow } from '../read-groups.ts';
import type { Row } from '../run/row-outcome.ts';

interface TransferRow {
  row: Row;
  transferId: string;
  userId: string;
}

/** @throws AppError not_found; batch_no_transfer for a row that is not in the group */
export async function findTransferRowOrThrow(
  db: Database,
  { rowNumber, ...path }: BatchRowPath,
): Promise<TransferRow> {
  const group = await findGroupOrThrow(db, path);
  const [row] = await db
    .select()
    .from(batchRows)
    .where(and(eq(batchRows.groupId, group.id), eq(batchRows.rowNumber, Number(rowNumber))));
  if (!row) throw new AppError('not_found');
  if (row.transferId === null) throw new AppError('batch_no_transfer');
  return { row, transferId: row.transferId, userId: await findProfileUserOrThrow(db, path.profileId) };
}
