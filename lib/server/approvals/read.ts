import 'server-only';
import { and, asc, desc, eq, inArray, not } from 'drizzle-orm';
import { z } from 'zod';
import type { Approval, ApprovalDetail, ApprovalsView } from '../../contracts/approvals.ts';
import { approvalKindNames } from '../../catalogues/approval-kinds.ts';
import type { Operator } from '../auth/operator.ts';
import type { Database } from '../db/database.ts';
import { approvalDecisions, approvals } from '../db/schema/approvals.ts';
import { people } from '../db/schema/staff.ts';
import { AppError } from '../http/app-error.ts';
import type { Runtime } from '../runtime.ts';
import { type AskedFor, notePlace, openAskedFor, openEndNote } from './content.ts';
import { readApprovers } from './counting.ts';
import { readAcceptedItems } from './items.ts';
import type { ApprovalRow } from './kind.ts';
import { kindOf } from './registry.ts';
import { standingOf } from './require-decidable.ts';
import { isPending, stateOf } from './state.ts';
import { visibleTo } from './visible.ts';

const mostListed = 200;
const kindSchema = z.enum(approvalKindNames);
const decisionSchema = z.enum(['approved', 'refused']);

interface Found {
  row: ApprovalRow;
  requestedBy: string;
}
type DecisionRow = typeof approvalDecisions.$inferSelect & { by: string; doesCount: boolean };

/** Newest first. What waits is listed whole as far as a page can hold it; of what is over, the last. */
export async function listApprovals(
  parts: Pick<Runtime, 'store' | 'vault' | 'texts'>,
  operator: Operator,
  view: ApprovalsView,
): Promise<Approval[]> {
  const { db } = parts.store;
  const where = {
    waiting: isPending,
    pending: isPending,
    mine: eq(approvals.requestedBy, operator.personId),
    decided: not(isPending ?? eq(approvals.state, 'pending')),
  }[view];
  const found: Found[] = await db
    .select({ row: approvals, requestedBy: people.name })
    .from(approvals)
    .innerJoin(people, eq(people.id, approvals.requestedBy))
    .where(and(where, visibleTo(operator)))
    .orderBy(desc(approvals.requestedAt), desc(approvals.id))
    .limit(mostListed);
  const decisions = await readDecisions(
    db,
    found.map(({ row }) => row),
  );
  const items = found.map((one) =>
    toApproval(operator, one, decisions.get(one.row.id) ?? [], openAskedFor(parts.vault, one.row)),
  );
  return view === 'waiting' ? items.filter(({ standing }) => standing === 'yours-to-decide') : items;
}

/** @throws AppError not_found for an unknown one and for one the person may not know of alike */
export async function readApproval(
  parts: Pick<Runtime, 'store' | 'vault' | 'texts'>,
  operator: Operator,
  approvalId: string,
): Promise<ApprovalDetail> {
  const { db } = parts.store;
  const [found] = await db
    .select({ row: approvals, requestedBy: people.name })
    .from(approvals)
    .innerJoin(people, eq(people.id, approvals.requestedBy))
    .where(and(eq(approvals.id, approvalId), visibleTo(operator)));
  if (!found) throw new AppError('not_found');
  const { row } = found;
  const [decisions, accepted] = await Promise.all([
    readDecisions(db, [row]),
    readAcceptedItems(db, operator, row),
  ]);
  const own = decisions.get(approvalId) ?? [];
  const asked = openAskedFor(parts.vault, row);
  const isTold = row.requestedBy === operator.personId || !kindOf(row).hidesResource;
  return {
    ...toApproval(operator, found, own, asked),
    lines: asked.lines,
    items: asked.items.map((item) => ({ ...item, isAccepted: accepted.has(item.key) })),
    resource: isTold ? { type: row.resourceType, id: row.resourceId } : null,
    profileId: isTold ? row.profileId : null,
    decisions: await Promise.all(
      own.map(async ({ at, by, decision, doesCount, noteSealed }) => ({
        by,
        doesCount,
        decision: decisionSchema.parse(decision),
        at: at.toISOString(),
        note:
          noteSealed === null ? null : ((await parts.texts.openFor(row.id, notePlace, noteSealed)) ?? null),
      })),
    ),
    endNote: row.endNoteSealed === null ? null : openEndNote(parts.vault, row.id, row.endNoteSealed),
  };
}

async function readDecisions(
  db: Database,
  approvalRows: readonly ApprovalRow[],
): Promise<Map<string, DecisionRow[]>> {
  const decisions = new Map<string, DecisionRow[]>();
  if (approvalRows.length === 0) return decisions;
  const ids = approvalRows.map(({ id }) => id);
  // Of what is over it is history who agreed; of what waits it matters whether they still could.
  const counting = await readApprovers(
    db,
    approvalRows.filter((row) => stateOf(row) === 'pending'),
  );
  const rows = await db
    .select({ row: approvalDecisions, by: people.name })
    .from(approvalDecisions)
    .innerJoin(people, eq(people.id, approvalDecisions.personId))
    .where(inArray(approvalDecisions.approvalId, ids))
    .orderBy(asc(approvalDecisions.at));
  for (const { by, row } of rows) {
    const approvers = counting.get(row.approvalId);
    const doesCount =
      row.decision !== 'approved' ||
      approvers === undefined ||
      approvers.some(({ personId }) => personId === row.personId);
    decisions.set(row.approvalId, [...(decisions.get(row.approvalId) ?? []), { ...row, by, doesCount }]);
  }
  return decisions;
}

function toApproval(
  operator: Operator,
  { requestedBy, row }: Found,
  decisions: DecisionRow[],
  { subject }: AskedFor,
): Approval {
  const hasDecided = decisions.some(({ personId }) => personId === operator.personId);
  const state = stateOf(row);
  const standing = standingOf(operator, row, hasDecided);
  const isOver = state !== 'pending';
  return {
    id: row.id,
    kind: kindSchema.parse(row.kind),
    subject,
    requestedBy,
    requestedAt: row.requestedAt.toISOString(),
    expiresAt: row.expiresAt.toISOString(),
    state,
    needed: row.needed,
    approvals: decisions.filter(({ decision, doesCount }) => decision === 'approved' && doesCount).length,
    amount:
      row.amount === null || row.currency === null ? null : { value: row.amount, currency: row.currency },
    decidedBy: state === 'approved' || state === 'refused' ? (decisions.at(-1)?.by ?? null) : null,
    decidedAt: isOver ? (row.decidedAt ?? row.expiresAt).toISOString() : null,
    usableUntil: row.usableUntil?.toISOString() ?? null,
    usedAt: row.usedAt?.toISOString() ?? null,
    standing,
    isOwn: standing === 'asked-by-you' || standing === 'about-you',
  };
}
