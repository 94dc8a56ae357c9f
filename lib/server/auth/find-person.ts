import 'server-only';
import { and, eq, isNull, sql } from 'drizzle-orm';
import { z } from 'zod';
import { personFlags, roles } from '../../catalogues/console-permissions.ts';
import type { Database } from '../db/database.ts';
import { branches, people, personBranches } from '../db/schema/staff.ts';
import type { Operator } from './operator.ts';

const roleSchema = z.enum(roles);
const flagsSchema = z.array(z.enum(personFlags));
const branchesSchema = z.array(z.object({ id: z.string(), name: z.string() }));

/** A person's branches, to be selected beside the person. */
export const branchesOfPerson = sql<string>`coalesce((select json_agg(json_build_object('id', b.id, 'name', b.name) order by b.name)
  from ${personBranches} pb join ${branches} b on b.id = pb.branch_id where pb.person_id = people.id), '[]')::text`;

export const toPerson = (person: typeof people.$inferSelect, itsBranches: string): Person => ({
  personId: person.id,
  name: person.name,
  email: person.email,
  role: roleSchema.parse(person.role),
  flags: flagsSchema.parse(person.flags),
  branches: branchesSchema.parse(JSON.parse(itsBranches)),
  mustSetPassword: person.mustSetPassword,
});
type Person = Omit<Operator, 'sessionId' | 'expiresAt' | 'confirmedUntil'>;

/** For work that goes on after the person's session. @returns undefined for a person who may no longer sign in */
export async function findPerson(db: Database, personId: string): Promise<Operator | undefined> {
  const [row] = await db
    .select({ person: people, branches: branchesOfPerson })
    .from(people)
    .where(and(eq(people.id, personId), isNull(people.disabledAt)));
  return (
    row && {
      ...toPerson(row.person, row.branches),
      sessionId: '',
      expiresAt: new Date(0),
      confirmedUntil: null,
    }
  );
}
