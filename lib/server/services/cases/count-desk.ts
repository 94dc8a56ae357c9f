import 'server-only';
import { and, eq, isNull, lt, min, or, type SQL, sql } from 'drizzle-orm';
import { can } from '../../../catalogues/console-permissions.ts';
import type { DeskCounts } from '../../../contracts/cases.ts';
import type { OverviewItem } from '../../../contracts/overview.ts';
import type { Session } from '../../../contracts/session.ts';
import { findPerson } from '../../auth/find-person.ts';
import type { Operator } from '../../auth/operator.ts';
import type { Database } from '../../db/database.ts';
import { declineCases } from '../../db/schema/cases.ts';
import { runtime } from '../../runtime.ts';

const { assigneeId, closedAt, dueAt } = declineCases;
const isLate = lt(dueAt, sql`now()`);
const isDueSoon = and(sql`${dueAt} >= now()`, sql`${dueAt} < now() + interval '24 hours'`);
const countOf = (...conditions: (SQL | undefined)[]) =>
  sql<number>`(count(*) filter (where ${and(...conditions)}))::int`;

/** How the desk stands for one person of compliance: all of it open, or late, or due within a day. */
export async function countDesk(
  db: Database,
  { personId }: Pick<Operator, 'personId'>,
): Promise<DeskCounts & { firstDueAt: Date | null }> {
  const isYours = eq(assigneeId, personId);
  const isNobodys = isNull(assigneeId);
  const [counted] = await db
    .select({
      open: countOf(sql`true`),
      late: countOf(isLate),
      dueSoon: countOf(isDueSoon),
      yours: countOf(isYours),
      yoursLate: countOf(isYours, isLate),
      untakenLate: countOf(isNobodys, isLate),
      waitsForYou: countOf(or(isYours, and(isNobodys, isLate))),
      firstDueAt: min(dueAt),
    })
    .from(declineCases)
    .where(isNull(closedAt));
  const none = { open: 0, late: 0, dueSoon: 0, yours: 0, yoursLate: 0, untakenLate: 0, waitsForYou: 0 };
  return { ...(counted ?? { ...none, firstDueAt: null }), asOf: new Date().toISOString() };
}

/** What waits for this very person at the desk. Undefined for who is not of compliance. */
export async function countCasesWaitingFor({ person }: Session): Promise<number | undefined> {
  const { store } = await runtime();
  const operator = await findPerson(store.db, person.id);
  if (!operator || !can(operator, 'cases.read')) return undefined;
  return (await countDesk(store.db, operator)).waitsForYou;
}

/** Of the desk on the overview: one line, while something is theirs, late, or due within a day. */
export async function listDueCases(db: Database, operator: Operator): Promise<OverviewItem[]> {
  const { dueSoon, firstDueAt, late, untakenLate, yours, yoursLate } = await countDesk(db, operator);
  if (!firstDueAt || late + dueSoon + yours === 0) return [];
  const at = firstDueAt.toISOString();
  return [{ kind: 'cases', at, late, dueSoon, yours, yoursLate, untakenLate }];
}
