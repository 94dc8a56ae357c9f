import 'server-only';
import { and, eq, gt, inArray, isNull, or, sql } from 'drizzle-orm';
import type { ApprovalKindName } from '../../catalogues/approval-kinds.ts';
import type { Database } from '../db/database.ts';
import { approvals } from '../db/schema/approvals.ts';
import { publishEvent } from '../events/event-hub.ts';
import type { Runtime } from '../runtime.ts';
import { sealEndNote } from './content.ts';
import { type Approver, readApprovers } from './counting.ts';
import type { ApprovalRow } from './kind.ts';
import type { Resource } from './request.ts';

interface Sought {
  kind: ApprovalKindName;
  resource: Resource;
  /** Of what is about to be done, by `digestOf`: an approval of anything else does not count. */
  digest: string;
  /** Where only whoever asked may use it. */
  requestedBy?: string;
}

/** An approval that holds, and who gave it: whoever uses it may want to be another person than the only approver. */
export interface StandingApproval {
  approvalId: string;
  requestedBy: string;
  decidedBy: Approver[];
}

const isStanding = and(
  eq(approvals.state, 'approved'),
  isNull(approvals.usedAt),
  or(isNull(approvals.usableUntil), gt(approvals.usableUntil, sql`now()`)),
);
const isSought = ({ digest, kind, requestedBy, resource }: Sought) =>
  and(
    eq(approvals.kind, kind),
    eq(approvals.resourceType, resource.type),
    eq(approvals.resourceId, resource.id),
    eq(approvals.digest, digest),
    requestedBy === undefined ? undefined : eq(approvals.requestedBy, requestedBy),
  );

/**
 * An approval of exactly this that was given by people who could still give it, was not used and has not run out. It is not
 * used up by being found.
 */
export const findStandingApproval = async (
  db: Database,
  sought: Sought,
): Promise<StandingApproval | undefined> => firstThatCounts(db, await whatStands(db, sought));

/**
 * Uses an approval up, once whoever asks at the same time; give it the transaction of the act.
 * @returns undefined where none stands
 */
export async function consumeApproval(tx: Database, sought: Sought): Promise<StandingApproval | undefined> {
  const standing = await firstThatCounts(
    tx,
    await whatStands(tx, sought).for('update', { skipLocked: true }),
  );
  if (!standing) return undefined;
  const [used] = await tx
    .update(approvals)
    .set({ usedAt: sql`now()` })
    .where(and(eq(approvals.id, standing.approvalId), isStanding))
    .returning({ approvalId: approvals.id });
  if (!used) return undefined;
  await publishEvent(tx, { type: 'approvals.changed', approvalId: used.approvalId });
  return standing;
}

const whatStands = (db: Database, sought: Sought) =>
  db
    .select()
    .from(approvals)
    .where(and(isSought(sought), isStanding))
    .orderBy(approvals.decidedAt);

async function firstThatCounts(
  db: Database,
  rows: readonly ApprovalRow[],
): Promise<StandingApproval | undefined> {
  const approvers = await readApprovers(db, rows);
  const row = rows.find(({ id, needed }) => (approvers.get(id)?.length ?? 0) >= needed);
  return row && { approvalId: row.id, requestedBy: row.requestedBy, decidedBy: approvers.get(row.id) ?? [] };
}

/**
 * Ends what waits and what stands unused about a resource, because it is no longer what people were asked about. Call it
 * before the transaction publishes anything of its own.
 * @param why shown as it is: "Tom Ashby added 2 rows at 09:44. Your approval no longer counts."
 * @returns the ids of those that ended
 */
export async function voidApprovals(
  { vault }: Pick<Runtime, 'vault'>,
  tx: Database,
  resource: Resource,
  why: string,
): Promise<string[]> {
  const ending = await tx
    .select({ id: approvals.id })
    .from(approvals)
    .where(
      and(
        eq(approvals.resourceType, resource.type),
        eq(approvals.resourceId, resource.id),
        inArray(approvals.state, ['pending', 'approved']),
        isNull(approvals.usedAt),
      ),
    )
    .for('update');
  for (const { id } of ending)
    await tx
      .update(approvals)
      .set({
        state: 'void',
        decidedAt: sql`now()`,
        usableUntil: null,
        endNoteSealed: sealEndNote(vault, id, why),
      })
      .where(eq(approvals.id, id));
  const ids = ending.map(({ id }) => id);
  await publishEvent(tx, ...ids.map((approvalId) => ({ type: 'approvals.changed' as const, approvalId })));
  return ids;
}
