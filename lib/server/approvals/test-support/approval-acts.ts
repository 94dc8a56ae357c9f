import { eq, sql } from 'drizzle-orm';
import { approvals } from '../../db/schema/approvals.ts';
import { AppError } from '../../http/app-error.ts';
import { decideApproval } from '../decide.ts';
import { listApprovals, readApproval } from '../read.ts';
import { type ApprovalDesk, type Name, names } from './approval-desk.ts';

/** For what tells the trail something. */
export const note = () => undefined;

export const soughtOf = ({
  digest,
  resource,
}: {
  digest: string;
  resource: { type: string; id: string };
}) => ({
  kind: 'pin.reveal' as const,
  resource,
  digest,
});

/** What people do at a desk and what is stored then. @param deskOf the desk, once it is open */
export function approvalActs(deskOf: () => ApprovalDesk) {
  const decide = async (
    name: Name,
    approvalId: string,
    decision: 'approved' | 'refused' = 'approved',
    text = '',
  ): Promise<string> => {
    const operator = await deskOf().as(name);
    return decideApproval(deskOf().parts, operator, approvalId, { decision, text }, note).then(
      ({ approval }) => approval.state,
      (error: unknown) => (error instanceof AppError ? error.code : String(error)),
    );
  };
  const read = async (name: Name, approvalId: string) =>
    readApproval(deskOf().parts, await deskOf().as(name), approvalId);
  const whoSees = async (approvalId: string) => {
    const seen: Name[] = [];
    for (const name of names) {
      const items = await listApprovals(deskOf().parts, await deskOf().as(name), 'pending');
      if (items.some(({ id }) => id === approvalId)) seen.push(name);
    }
    return seen.join(' ');
  };
  const whoDecides = async (approvalId: string) => {
    const may: Name[] = [];
    for (const name of names) {
      const items = await listApprovals(deskOf().parts, await deskOf().as(name), 'waiting');
      if (items.some(({ id }) => id === approvalId)) may.push(name);
    }
    return may.join(' ');
  };
  const rowOf = async (approvalId: string) => {
    const [row] = await deskOf().test.store.db.select().from(approvals).where(eq(approvals.id, approvalId));
    if (!row) throw new Error('no such approval');
    return row;
  };
  const shift = (approvalId: string, column: 'expires_at' | 'usable_until') =>
    deskOf().test.store.db.execute(
      sql`update approvals set ${sql.identifier(column)} = now() - interval '1 second' where id = ${approvalId}`,
    );

  return { decide, read, whoSees, whoDecides, rowOf, shift };
}
