import { randomUUID } from 'node:crypto';
import type { Database } from '../../../db/database.ts';
import { batchGroups } from '../../../db/schema/batches.ts';
import { people } from '../../../db/schema/staff.ts';

export async function insertMaker(db: Database): Promise<string> {
  const [person] = await db
    .insert(people)
    .values({ name: 'Maker', email: 'maker@example.com', role: 'operator' })
    .returning({ id: people.id });
  if (!person) throw new Error('nobody was made');
  return person.id;
}

type Change = Partial<typeof batchGroups.$inferInsert>;

/** An empty group of profile 1 in pounds, for tests to change. */
export async function insertGroup(db: Database, ownerId: string, change: Change = {}) {
  const id = randomUUID();
  const group = { id, profileId: '1', name: 'Group', searchText: 'group', sourceCurrency: 'GBP', ...change };
  await db.insert(batchGroups).values({ ...group, ownerId });
  return group;
}
