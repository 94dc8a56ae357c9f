import 'server-only';
import { and, eq, inArray, lt, not, or, sql } from 'drizzle-orm';
import type { Database } from '../../../db/database.ts';
import { batchFundings, batchGroups, batchRows } from '../../../db/schema/batches.ts';
import { standingStates } from '../funding/funding-row.ts';
import { waitingForMoney } from '../funding/total.ts';
import type { Group } from '../run/row-outcome.ts';

/** Wise tells by no webhook that a group changed. */
const readAgainMinutes = 5;
const followedForDays = 30;

const rowsRead = sql`(select count(*) from ${batchRows} where ${batchRows.groupId} = ${batchGroups.id})`;

const isToBeRead = sql`${batchGroups.wiseReadAt} < now() - ${readAgainMinutes} * interval '1 minute'`;
const isWaitingForMoney = sql`exists (select 1 from ${batchRows}
  where ${batchRows.groupId} = ${batchGroups.id} and ${batchRows.transferStatus} = ${waitingForMoney})`;
const isFunded = sql`exists (select 1 from ${batchFundings}
  where ${batchFundings.groupId} = ${batchGroups.id} and ${inArray(batchFundings.state, standingStates)})`;

/** Groups made elsewhere that change, and closed ones of the console's own that nobody began to fund here. */
export const findGroupsToRead = (db: Database): Promise<Group[]> =>
  db
    .select()
    .from(batchGroups)
    .where(
      and(
        or(
          and(
            eq(batchGroups.origin, 'wise'),
            inArray(batchGroups.wiseStatus, ['NEW', 'COMPLETED']),
            or(isToBeRead, lt(rowsRead, sql`coalesce(${batchGroups.wiseTransfers}, 0)`)),
          ),
          and(
            eq(batchGroups.origin, 'console'),
            eq(batchGroups.wiseStatus, 'COMPLETED'),
            isWaitingForMoney,
            not(isFunded),
            isToBeRead,
          ),
        ),
        sql`${batchGroups.createdAt} > now() - ${followedForDays} * interval '1 day'`,
      ),
    );
