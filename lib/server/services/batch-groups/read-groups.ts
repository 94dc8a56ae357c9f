import 'server-only';
import { and, eq, inArray, type SQL, sql } from 'drizzle-orm';
import { z } from 'zod';
import { type BatchRowState, batchGroupStatusValues } from '../../../catalogues/batch-statuses.ts';
import type { BatchGroup, BatchRowCounts } from '../../../contracts/batch-groups.ts';
import type { Database } from '../../db/database.ts';
import { batchGroups, batchRows } from '../../db/schema/batches.ts';
import { people } from '../../db/schema/staff.ts';
import { profiles } from '../../db/schema/wise.ts';
import { AppError } from '../../http/app-error.ts';
import { groupStatus } from './group-status.ts';

const statusSchema = z.enum(batchGroupStatusValues);
const originSchema = z.enum(['console', 'wise']);

export interface GroupRow {
  row: typeof batchGroups.$inferSelect;
  status: string;
  ownerName: string;
  profileName: string | null;
}

export const groupColumns = {
  row: batchGroups,
  status: groupStatus,
  ownerName: people.name,
  profileName: profiles.name,
};

const countNames: Record<BatchRowState, keyof BatchRowCounts> = {
  'held-back': 'heldBack',
  waiting: 'waiting',
  sending: 'sending',
  'asking-wise': 'askingWise',
  'in-group': 'inGroup',
  refused: 'refused',
  'left-out': 'leftOut',
};
const isRowState = (state: string): state is BatchRowState => Object.hasOwn(countNames, state);

export interface Numbers {
  rows: BatchRowCounts;
  /** Debited for what is in the group; null where there is nothing yet. */
  total: string | null;
}
const noRows: BatchRowCounts = {
  heldBack: 0,
  waiting: 0,
  sending: 0,
  askingWise: 0,
  inGroup: 0,
  refused: 0,
  leftOut: 0,
};

/** States that nobody knows are counted nowhere. */
export function countStates(found: readonly { state: string; rows: number }[]): BatchRowCounts {
  const counts = { ...noRows };
  for (const { rows, state } of found) if (isRowState(state)) counts[countNames[state]] += rows;
  return counts;
}

/** How many rows of each group are at what, and the sum of what is in it. */
export async function readNumbers(db: Database, groupIds: readonly string[]): Promise<Map<string, Numbers>> {
  const numbers = new Map<string, Numbers>();
  if (groupIds.length === 0) return numbers;
  const rows = await db
    .select({
      groupId: batchRows.groupId,
      state: batchRows.state,
      count: sql<number>`count(*)::int`,
      total: sql<string | null>`sum(${batchRows.sourceAmount}::numeric)::text`,
    })
    .from(batchRows)
    .where(inArray(batchRows.groupId, [...groupIds]))
    .groupBy(batchRows.groupId, batchRows.state);
  for (const { groupId, state, count, total } of rows) {
    if (!isRowState(state)) continue;
    const { rows: counts, total: known } = numbers.get(groupId) ?? { rows: noRows, total: null };
    numbers.set(groupId, {
      rows: { ...counts, [countNames[state]]: count },
      total: state === 'in-group' ? total : known,
    });
  }
  return numbers;
}

export function toBatchGroup(found: GroupRow, numbers: Numbers | undefined): BatchGroup {
  const { row } = found;
  const { rows = noRows, total: known = null } = numbers ?? {};
  const isElsewhere = row.origin === 'wise';
  // As long as transfers are being read, what they take together is not known.
  const total = isElsewhere && rows.inGroup !== row.wiseTransfers ? null : known;
  return {
    id: row.id,
    profileId: row.profileId,
    profileName: found.profileName ?? row.profileId,
    name: row.name,
    sourceCurrency: row.sourceCurrency,
    status: statusSchema.parse(found.status),
    version: row.version,
    origin: originSchema.parse(row.origin),
    owner: { id: row.ownerId, name: found.ownerName },
    wiseId: row.wiseId,
    wiseStatus: row.wiseStatus,
    rows: isElsewhere ? { ...rows, inGroup: row.wiseTransfers ?? 0 } : rows,
    total: total === null ? null : { amount: total, currency: row.sourceCurrency },
    createdAt: row.createdAt.toISOString(),
    changedAt: row.changedAt.toISOString(),
    wiseReadAt: row.wiseReadAt?.toISOString() ?? null,
  };
}

/** @throws AppError not_found, for another profile's group as well */
export async function findGroupOrThrow(
  db: Database,
  path: { profileId: string; batchGroupId: string },
  lock?: 'update',
): Promise<typeof batchGroups.$inferSelect> {
  const query = db.select().from(batchGroups).where(isGroup(path));
  const [row] = await (lock ? query.for('update') : query);
  if (!row) throw new AppError('not_found');
  return row;
}

export const isGroup = ({
  profileId,
  batchGroupId,
}: {
  profileId: string;
  batchGroupId: string;
}): SQL | undefined => and(eq(batchGroups.id, batchGroupId), eq(batchGroups.profileId, profileId));
