import 'server-only';
import Big from 'big.js';
import { and, desc, eq, inArray } from 'drizzle-orm';
import { type Approver, readApproversOf } from '../../../approvals/counting.ts';
import type { ApprovalRow } from '../../../approvals/kind.ts';
import { approversNeeded, type Submitted } from '../../../approvals/rules.ts';
import { stateOf } from '../../../approvals/state.ts';
import type { Database } from '../../../db/database.ts';
import { approvals } from '../../../db/schema/approvals.ts';
import type { Runtime } from '../../../runtime.ts';
import { openRows } from '../rows/recheck.ts';
import { rowDigest } from '../run/row-digest.ts';
import type { Group } from '../run/row-outcome.ts';
import { resourceOf } from '../run/start-approved.ts';

/** Why a group may not be funded before somebody else has agreed (again). */
export type WhyToAsk = 'never-asked' | 'ended' | 'not-enough' | 'above-ceiling' | 'other-rows';

export interface ApprovalFacts {
  state: 'not-needed' | 'approved' | 'waiting' | 'to-ask';
  why: WhyToAsk | null;
  /** How many have to agree. */
  needed: number;
  /** What approvers' limits are held against: the sum of the maker's day. */
  amount: string;
  /** The one in force, or the one that waits. */
  approval: ApprovalRow | null;
  /** Of that one: who has agreed, and could still. */
  approvers: Approver[];
}

/** Rows that are to be sent, and the funding of what is closed, are approved alike. */
const kinds = ['batch-group.rows', 'batch-group.funding'];

/** As it counts towards the day of whoever made the group, or took it into the register. */
export const submittedOf = (
  { id, ownerId, profileId, sourceCurrency }: Group,
  amount: string,
): Submitted => ({ resource: resourceOf(id), profileId, makerId: ownerId, currency: sourceCurrency, amount });

/** What was made here was approved before it was sent, so only its closing may have changed that. */
export const mayBeAsked = ({ origin }: Pick<Group, 'origin'>, status: string | null): boolean =>
  status === 'COMPLETED' || (origin === 'wise' && status === 'NEW');

/** Every request about a group's payments, the newest first. */
export const readRequests = (db: Database, groupId: string): Promise<ApprovalRow[]> =>
  db
    .select()
    .from(approvals)
    .where(
      and(
        eq(approvals.resourceType, resourceOf(groupId).type),
        eq(approvals.resourceId, groupId),
        inArray(approvals.kind, kinds),
      ),
    )
    .orderBy(desc(approvals.requestedAt));

/**
 * Whether enough people have approved exactly what is there now: rules may have changed since, rows and sums too, and whoever
 * agreed may have lost the right.
 * @param takes what it takes at most, in its own currency
 */
export async function readApprovalFacts(
  { vault }: Pick<Runtime, 'vault'>,
  db: Database,
  group: Group,
  takes: string,
): Promise<ApprovalFacts> {
  const { needed: byRules, total: amount } = await approversNeeded(db, submittedOf(group, takes));
  if (byRules === 0 && group.ceiling === null)
    return { state: 'not-needed', why: null, needed: 0, amount, approval: null, approvers: [] };
  // What was held against an approval once is held against it to the end.
  const needed = Math.max(byRules, 1);
  const requests = await readRequests(db, group.id);
  const given = requests.find(({ id, state }) => id === group.approvalId && state === 'approved') ?? null;
  const approvers = given ? await readApproversOf(db, given) : [];
  const why = await whyNotCovered(vault, db, group, takes, {
    isGiven: given !== null,
    isEnough: approvers.length >= needed,
    wasAsked: requests.length > 0,
  });
  if (why === null) return { state: 'approved', why, needed, amount, approval: given, approvers };
  const waiting = requests.find((row) => stateOf(row) === 'pending');
  if (!waiting) return { state: 'to-ask', why, needed, amount, approval: given, approvers };
  const agreed = await readApproversOf(db, waiting);
  return { state: 'waiting', why, needed: waiting.needed, amount, approval: waiting, approvers: agreed };
}

async function whyNotCovered(
  vault: Runtime['vault'],
  db: Database,
  group: Group,
  takes: string,
  { isEnough, isGiven, wasAsked }: { isGiven: boolean; isEnough: boolean; wasAsked: boolean },
): Promise<WhyToAsk | null> {
  if (!isGiven || group.ceiling === null) return wasAsked ? 'ended' : 'never-asked';
  if (new Big(takes).gt(group.ceiling)) return 'above-ceiling';
  if (!isEnough) return 'not-enough';
  const isOther = (await openRows(db, vault, group.id)).some(
    ({ row, content }) => row.state === 'in-group' && row.approvedDigest !== rowDigest(row, content),
  );
  return isOther ? 'other-rows' : null;
}
