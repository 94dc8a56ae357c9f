import 'server-only';
import { retentionClasses } from '../../../catalogues/retention.ts';
import type { Database } from '../../db/database.ts';
import { cutoffOf, readCutoff } from './cutoffs.ts';

const { least } = retentionClasses['card-transactions'];

/**
 * Of what Wise tells of transactions what has not passed its time: a late delivery or one that is taken in again brings
 * nothing back. Nothing of the last months can have, so that usually nobody is asked.
 */
export async function withinRetention<T extends { row: { createdAt: Date } }>(
  db: Database,
  told: readonly T[],
): Promise<readonly T[]> {
  const never = cutoffOf(least, new Date());
  if (told.every(({ row }) => row.createdAt >= never)) return told;
  const cutoff = await readCutoff(db, 'card-transactions');
  return told.filter(({ row }) => row.createdAt >= cutoff);
}
