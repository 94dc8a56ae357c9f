import 'server-only';
import { and, eq, inArray, isNotNull, isNull, lt, or, type SQL, sql } from 'drizzle-orm';
import type { z } from 'zod';
import { type CaseState, caseStates } from '../../../catalogues/decline-desk.ts';
import type { CaseList } from '../../../contracts/cases.ts';
import type { casesQuery } from '../../../contracts/cases.schema.ts';
import type { Operator } from '../../auth/operator.ts';
import { caseMentions, declineCases } from '../../db/schema/cases.ts';
import { cardTransactions } from '../../db/schema/transactions.ts';
import type { Runtime } from '../../runtime.ts';
import { afterCursor, inOrder, writeCursor } from '../keyset.ts';
import { byDue, selectCases, toCase } from './to-case.ts';

type Query = z.output<typeof casesQuery>;
const { assigneeId, closedAt, decidedBy, dueAt, mergedInto, rules, severity } = declineCases;

const stateIs: Record<CaseState, SQL | undefined> = {
  waiting: and(isNull(closedAt), isNull(decidedBy), isNull(assigneeId)),
  taken: and(isNull(closedAt), isNull(decidedBy), isNotNull(assigneeId)),
  'second-reader': and(isNull(closedAt), isNotNull(decidedBy)),
  closed: and(isNotNull(closedAt), isNull(mergedInto)),
  merged: isNotNull(mergedInto),
};

/** One page by the time they are due, with how many there are per state under every other filter. */
export async function listCases(
  { store }: Pick<Runtime, 'store'>,
  reader: Operator,
  query: Query,
): Promise<CaseList> {
  const { db } = store;
  const order = { ...byDue, key: declineCases.id, isDescending: query.sort === '-due' };
  const [rows, [counts]] = await Promise.all([
    selectCases(db)
      .where(and(matches(reader, query), afterCursor(query.cursor, order)))
      .orderBy(...inOrder(order))
      .limit(query.limit + 1),
    db
      .select({
        waiting: countWhere(stateIs.waiting),
        taken: countWhere(stateIs.taken),
        'second-reader': countWhere(stateIs['second-reader']),
        closed: countWhere(stateIs.closed),
        merged: countWhere(stateIs.merged),
      })
      .from(declineCases)
      .where(matches(reader, { ...query, state: undefined })),
  ]);
  const page = rows.slice(0, query.limit);
  const last = rows.length > query.limit ? page.at(-1) : undefined;
  const found = counts ?? { waiting: 0, taken: 0, 'second-reader': 0, closed: 0, merged: 0 };
  const counted: readonly CaseState[] = query.state?.length ? [...new Set(query.state)] : caseStates;
  return {
    items: page.map((one) => toCase(reader, one)),
    nextCursor: last ? writeCursor(last.due, last.row.id) : null,
    total: counted.reduce((sum, state) => sum + found[state], 0),
    counts: found,
    asOf: new Date().toISOString(),
  };
}

const countWhere = (condition: SQL | undefined) =>
  sql<number>`(count(*) filter (where ${condition ?? sql`true`}))::int`;

function matches(reader: Operator, query: Omit<Query, 'cursor' | 'limit' | 'sort'>): SQL | undefined {
  const { assignee, mentions, overdue, reason, ruleId, severity: severities, state } = query;
  return and(
    state?.length ? or(...state.map((one) => stateIs[one])) : undefined,
    severities?.length ? inArray(severity, severities) : undefined,
    assignee ? eq(assigneeId, assignee === 'me' ? reader.personId : assignee) : undefined,
    ruleId ? sql`${rules} @> ${JSON.stringify([{ id: ruleId }])}::jsonb` : undefined,
    reason?.length ? hasReason(reason) : undefined,
    mentions ? isMentioned(reader) : undefined,
    overdue && and(isNull(closedAt), lt(dueAt, sql`now()`)),
  );
}

const isMentioned = ({ personId }: Operator): SQL => sql`exists (select 1 from ${caseMentions}
  where ${caseMentions.caseId} = ${declineCases.id} and ${caseMentions.personId} = ${personId})`;

const hasReason = (reasons: string[]): SQL => sql`exists (select 1 from ${cardTransactions}
  where ${cardTransactions.createdAt} = ${declineCases.transactionCreatedAt}
    and ${cardTransactions.transactionId} = ${declineCases.transactionId}
    and ${cardTransactions.profileId} = ${declineCases.profileId}
    and ${inArray(cardTransactions.declineReason, reasons)})`;
