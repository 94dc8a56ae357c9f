import 'server-only';
import { and, inArray, isNull, sql } from 'drizzle-orm';
import { z } from 'zod';
import { personFlags, roles } from '../../catalogues/console-permissions.ts';
import type { Database } from '../db/database.ts';
import { approvalLimits } from '../db/schema/approvals.ts';
import { branches, people, personBranches } from '../db/schema/staff.ts';
import type { Operator } from './operator.ts';

const roleSchema = z.enum(roles);
const flagsSchema = z.array(z.enum(personFlags));
const limitsSchema = z.array(z.object({ currency: z.string(), amount: z.string() }));
const branchesSchema = z.array(z.object({ id: z.string(), name: z.string() }));

/** A person's branches, to be selected beside the person. */
export const branchesOfPerson = sql<string>`coalesce((select json_agg(json_build_object('id', b.id, 'name', b.name) order by b.name)
  from ${personBranches} pb join ${branches} b on b.id = pb.branch_id where pb.person_id = people.id), '[]')::text`;

/** A person's limits, to be selected beside the person. */
export const limitsOfPerson = sql<string>`coalesce((select json_agg(json_build_object('currency', l.currency, 'amount', l.amount::text) order by l.currency)
  from ${approvalLimits} l where l.person_id = people.id), '[]')::text`;

interface PersonRow {
  person: typeof people.$inferSelect;
  branches: string;
  limits: string;
}
export const toPerson = ({ branches: itsBranches, limits, person }: PersonRow): Person => ({
  personId: person.id,
  name: person.name,
  email: person.email,
  role: roleSchema.parse(person.role),
  flags: flagsSchema.parse(person.flags),
  branches: branchesSchema.parse(JSON.parse(itsBranches)),
  approvalLimits: limitsSchema.parse(JSON.parse(limits)),
  mustSetPassword: person.mustSetPassword,
});
type Person = Omit<Operator, 'sessionId' | 'expiresAt' | 'confirmedUntil'>;

/** For work that goes on after the person's session. @returns undefined for a person who may no longer sign in */
export const findPerson = async (db: Database, personId: string): Promise<Operator | undefined> =>
  (await findPeople(db, [personId])).get(personId);

/** Those of them who may still sign in. */
export async function findPeople(db: Database, personIds: readonly string[]): Promise<Map<string, Operator>> {
  if (personIds.length === 0) return new Map();
  const rows = await db
    .select({ person: people, branches: branchesOfPerson, limits: limitsOfPerson })
    .from(people)
    .where(and(inArray(people.id, [...personIds]), isNull(people.disabledAt)));
  return new Map(
    rows.map((row) => [
      row.person.id,
      { ...toPerson(row), sessionId: '', expiresAt: new Date(0), confirmedUntil: null },
    ]),
  );
}
