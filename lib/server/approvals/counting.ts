import 'server-only';
import { and, asc, eq, inArray } from 'drizzle-orm';
import { findPeople } from '../auth/find-person.ts';
import type { Database } from '../db/database.ts';
import { approvalDecisions } from '../db/schema/approvals.ts';
import type { ApprovalRow } from './kind.ts';
import { kindOf } from './registry.ts';

/** Somebody who has agreed, and could still. */
export interface Approver {
  personId: string;
  name: string;
  at: Date;
}

/**
 * Whose word counts now: a person who has lost the flag, the role or the limit since, or has left, is not among them. Ask
 * when what was approved is done, not when it was approved.
 * @returns oldest first, by approval
 */
export async function readApprovers(
  db: Database,
  rows: readonly ApprovalRow[],
): Promise<Map<string, Approver[]>> {
  const found = new Map<string, Approver[]>(rows.map(({ id }) => [id, []]));
  if (rows.length === 0) return found;
  const given = await db
    .select()
    .from(approvalDecisions)
    .where(
      and(
        inArray(
          approvalDecisions.approvalId,
          rows.map(({ id }) => id),
        ),
        eq(approvalDecisions.decision, 'approved'),
      ),
    )
    .orderBy(asc(approvalDecisions.at));
  const people = await findPeople(db, [...new Set(given.map(({ personId }) => personId))]);
  for (const row of rows)
    for (const { at, personId } of given.filter(({ approvalId }) => approvalId === row.id)) {
      const person = people.get(personId);
      if (person && kindOf(row).mayDecide(person, row))
        found.get(row.id)?.push({ personId, name: person.name, at });
    }
  return found;
}

export const readApproversOf = async (db: Database, row: ApprovalRow): Promise<Approver[]> =>
  (await readApprovers(db, [row])).get(row.id) ?? [];
