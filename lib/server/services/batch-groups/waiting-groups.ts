import 'server-only';
import { and, desc, eq, inArray, sql } from 'drizzle-orm';
import {
  type BatchGroupWait,
  batchGroupWaits,
  settledBatchStatuses,
} from '../../../catalogues/batch-statuses.ts';
import type { OverviewItem } from '../../../contracts/overview.ts';
import type { Database } from '../../db/database.ts';
import { batchGroups, batchRows } from '../../db/schema/batches.ts';
import { listedStatus } from './group-status.ts';
import { unfundedForDays } from './read-detail.ts';

const most = 20;
const dayMs = 86_400_000;
/** Transfers that Wise ends within these days are anybody's to save. */
const soonDays = 3;
const live = [
  'OPEN',
  'WAITING_FOR_APPROVAL',
  'RUNNING',
  'PAUSED',
  ...settledBatchStatuses,
  'CLOSED',
  'FUNDING_UNKNOWN',
];

interface Seen {
  status: string;
  isMine: boolean;
  toMend: number;
  endsAt: Date | null;
}

/** Groups that wait for this person: their own, and every one whose money is at stake. */
export async function listWaitingGroups(db: Database, personId: string): Promise<OverviewItem[]> {
  const found = await db
    .select({
      group: batchGroups,
      status: listedStatus,
      toMend: sql<number>`(select count(*)::int from ${batchRows}
        where ${batchRows.groupId} = ${batchGroups.id} and ${batchRows.state} in ('held-back', 'refused'))`,
      firstSentAt: sql<string | null>`(select min(${batchRows.transferAskedAt})::text from ${batchRows}
        where ${batchRows.groupId} = ${batchGroups.id})`,
    })
    .from(batchGroups)
    .where(and(eq(batchGroups.origin, 'console'), inArray(listedStatus, live)))
    .orderBy(desc(batchGroups.changedAt));
  return found
    .flatMap(({ group, status, toMend, firstSentAt }) => {
      const endsAt = firstSentAt ? new Date(new Date(firstSentAt).getTime() + unfundedForDays * dayMs) : null;
      const why = whyItWaits({ status, toMend, endsAt, isMine: group.ownerId === personId }, new Date());
      if (!why) return [];
      return [
        {
          kind: 'batch-group' as const,
          why,
          at: group.changedAt.toISOString(),
          batchGroupId: group.id,
          profileId: group.profileId,
          name: group.name,
          rows: toMend,
          until: endsAt?.toISOString() ?? null,
        },
      ];
    })
    .sort((one, other) => batchGroupWaits.indexOf(one.why) - batchGroupWaits.indexOf(other.why))
    .slice(0, most);
}

/** The most pressing reason; undefined where it waits for nobody, or for somebody else. */
export function whyItWaits({ status, isMine, toMend, endsAt }: Seen, now: Date): BatchGroupWait | undefined {
  if (status === 'FUNDING_UNKNOWN') return 'funding-unknown';
  if (endsAt && endsAt.getTime() - now.getTime() < soonDays * dayMs) return 'transfers-ending';
  if (!isMine || status === 'WAITING_FOR_APPROVAL') return undefined;
  if (status === 'CLOSED') return 'ready-to-fund';
  return toMend > 0 && status !== 'RUNNING' ? 'rows-to-mend' : undefined;
}
