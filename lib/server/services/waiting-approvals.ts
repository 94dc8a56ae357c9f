import 'server-only';
import { and, count, eq, isNull, ne, or } from 'drizzle-orm';
import type { Session } from '../../contracts/session.ts';
import { approvals } from '../db/schema/staff.ts';
import { runtime } from '../runtime.ts';

/** How many approvals wait for this person: neither asked for by them nor about them. Undefined for who may not decide. */
export async function countApprovalsWaitingFor({
  person,
  consolePermissions,
}: Session): Promise<number | undefined> {
  if (!consolePermissions.includes('approvals.decide')) return undefined;
  const { store } = await runtime();
  const [row] = await store.db
    .select({ waiting: count() })
    .from(approvals)
    .where(
      and(
        eq(approvals.state, 'pending'),
        ne(approvals.requestedBy, person.id),
        or(isNull(approvals.personId), ne(approvals.personId, person.id)),
      ),
    );
  return row?.waiting ?? 0;
}
