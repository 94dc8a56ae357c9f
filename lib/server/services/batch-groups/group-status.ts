import 'server-only';
import { inArray, sql } from 'drizzle-orm';
import type { BatchRowState } from '../../../catalogues/batch-statuses.ts';
import { approvals } from '../../db/schema/approvals.ts';
import { batchFundings, batchGroups, batchRows } from '../../db/schema/batches.ts';

/** Of the one funding that stands; a group has none, or one. */
const funding = sql`(select ${batchFundings.state} from ${batchFundings}
  where ${batchFundings.groupId} = ${batchGroups.id}
    and ${batchFundings.state} in ('started', 'unknown', 'sent', 'done'))`;

/** What the bank took back was paid out by then. */
const isChargedBack = sql`exists (select 1 from ${batchFundings}
  where ${batchFundings.groupId} = ${batchGroups.id} and ${batchFundings.initiationStatus} = 'CHARGED_BACK'
    and ${batchFundings.state} in ('started', 'unknown', 'sent', 'done'))`;

/** One that was refused, withdrawn or ran out leaves the group open to be changed or asked about again. */
const isWaitingForApproval = sql`exists (select 1 from ${approvals}
  where ${approvals.resourceType} = 'batch-group' and ${approvals.resourceId} = ${batchGroups.id}::text
    and ${approvals.state} = 'pending' and ${approvals.expiresAt} > now())`;

/** Money has begun to come to its transfers. Where no funding stands, nobody here gave it. */
export const isMoneyComing = sql`exists (select 1 from ${batchRows} moved where moved.group_id = ${batchGroups.id}
  and moved.transfer_status not in ('incoming_payment_waiting', 'cancelled', 'unknown'))`;

/** The money of some transfer is not at Wise yet, or one has yet to be read. */
const isMoneyAwaited = sql`(exists (select 1 from ${batchRows} where ${batchRows.groupId} = ${batchGroups.id}
    and ${batchRows.transferId} is not null and coalesce(${batchRows.transferStatus}, 'incoming_payment_waiting')
      in ('incoming_payment_waiting', 'incoming_payment_initiated'))
  or (select count(${batchRows.transferId}) from ${batchRows}
    where ${batchRows.groupId} = ${batchGroups.id}) < ${batchGroups.wiseTransfers})`;

const hasRows = (...states: readonly BatchRowState[]) => sql`exists (select 1 from ${batchRows}
  where ${batchRows.groupId} = ${batchGroups.id} and ${inArray(batchRows.state, states)})`;

/** Those of a group made elsewhere may have to be read yet. */
const hasTransfers = sql`(${hasRows('in-group')}
  or (${batchGroups.origin} = 'wise' and coalesce(${batchGroups.wiseTransfers}, 0) > 0))`;

/**
 * What a group is at, in the console's own words. What Wise says of its end comes first, then the money, then what the
 * console does with its rows.
 */
export const groupStatus = sql<string>`case
  when ${batchGroups.wiseStatus} = 'CANCELLED' then 'CANCELLED'
  when ${batchGroups.wiseStatus} in ('MARKED_FOR_CANCELLATION', 'PROCESSING_CANCEL') then 'CANCELLING'
  when ${isChargedBack} then 'CHARGED_BACK'
  when ${funding} = 'done' then 'FUNDED'
  when ${funding} = 'unknown' then 'FUNDING_UNKNOWN'
  when ${funding} in ('started', 'sent') then 'CONFIRMING'
  when ${isMoneyComing} and ${isMoneyAwaited} then 'CONFIRMING'
  when ${isMoneyComing} then 'FUNDED'
  when ${batchGroups.wiseStatus} = 'COMPLETED' then 'CLOSED'
  when ${batchGroups.wiseStatus} not in ('NEW') then 'OTHER'
  when ${batchGroups.stage} = 'discarded' then 'DISCARDED'
  when ${batchGroups.stage} = 'approving' and ${isWaitingForApproval} then 'WAITING_FOR_APPROVAL'
  when ${batchGroups.stage} = 'running' then 'RUNNING'
  when ${batchGroups.stage} = 'paused' then 'PAUSED'
  when ${batchGroups.stage} = 'settled' and ${hasRows('held-back', 'refused')} then 'ROWS_TO_MEND'
  when ${batchGroups.stage} = 'settled' and ${hasRows('waiting', 'sending', 'asking-wise')} then 'ROWS_TO_SEND'
  when ${batchGroups.stage} = 'settled' and not ${hasTransfers} then 'NOTHING_IN_IT'
  when ${batchGroups.stage} = 'settled' then 'READY_TO_CLOSE'
  else 'OPEN' end`;

/** In a list: what is closed and waits for a second person is not ready to be funded. */
export const listedStatus = sql<string>`case
  when ${groupStatus} = 'CLOSED' and ${isWaitingForApproval} then 'WAITING_FOR_APPROVAL'
  else ${groupStatus} end`;
