import 'server-only';
import type { z } from 'zod';
import { settledBatchStatuses } from '../../../catalogues/batch-statuses.ts';
import type { groupApproval } from '../../../contracts/batch-groups.schema.ts';
import { readApproversOf } from '../../approvals/counting.ts';
import { stateOf } from '../../approvals/state.ts';
import type { Database } from '../../db/database.ts';
import { readRequests } from './funding/approval-facts.ts';
import type { Group } from './run/row-outcome.ts';

/** From these on rows are sent, or were. */
const sent: readonly string[] = ['running', 'paused', 'settled'];

/** Of a group that another program made, nobody has asked the rules before its money is looked at. */
const unfunded: readonly string[] = [...settledBatchStatuses, 'CLOSED'];

/**
 * How far the approval of a group's payments is; whether its funding needs another one is looked at with the money.
 * @param status of the group, in the console's words
 */
export async function readGroupApproval(
  db: Database,
  group: Group,
  status: string,
): Promise<z.output<typeof groupApproval>> {
  const requests = await readRequests(db, group.id);
  const waiting = requests.find((row) => stateOf(row) === 'pending');
  const given = requests.find(({ id, state }) => id === group.approvalId && state === 'approved');
  const shown = waiting ?? given;
  if (shown) {
    const approvers = await readApproversOf(db, shown);
    const isEnough = waiting !== undefined || approvers.length >= shown.needed;
    return {
      state: waiting ? 'waiting' : isEnough ? 'approved' : 'ended',
      by: isEnough ? approvers.map(({ name }) => name) : [],
    };
  }
  const isOpen = group.origin === 'wise' && unfunded.includes(status);
  const isSent = sent.includes(group.stage) && !isOpen;
  const [latest] = requests;
  // A later run may have been below the line: then what ended before it is nobody's to wait for.
  const doesMatter = group.ceiling !== null || !isSent || latest?.kind === 'batch-group.funding';
  if (latest && doesMatter) return { state: 'ended', by: [] };
  return { state: isSent && group.stopCode !== 'batch_needs_approval' ? 'not-needed' : 'not-asked', by: [] };
}
