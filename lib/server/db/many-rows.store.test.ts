import { asc } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { insertMany, updateMany } from './many-rows.ts';
import { recipients } from './schema/batches.ts';
import { openTestStore, type TestStore } from './test-support/open-test-store.ts';

const row = (id: string) => ({
  profileId: '1',
  id,
  currency: 'GBP',
  accountDigest: null,
  nameDigest: `"n'ame" \\ ${id} 名前`,
  contentSealed: 'v1.k',
  isActive: true,
  readAt: new Date('2026-11-22T09:07:31.123Z'),
});

describe('many rows in one statement', () => {
  let test: TestStore;
  const read = () => test.store.db.select().from(recipients).orderBy(asc(recipients.id));
  beforeAll(async () => {
    test = await openTestStore();
  });
  afterAll(() => test.drop());

  it('are stored as they are: text, nothing, yes and no, moments to the millisecond', async () => {
    const rows = [row('a'), row('b'), row('c')];
    await insertMany(test.store.db, recipients, rows);
    expect(await read()).toEqual(rows);
  });

  it('are changed in the columns that are named, each by its own key', async () => {
    await updateMany(
      test.store.db,
      recipients,
      ['profileId', 'id'],
      [
        { profileId: '1', id: 'b', accountDigest: 'digest', isActive: false },
        { profileId: '1', id: 'c', accountDigest: null, isActive: false },
        { profileId: '2', id: 'a', accountDigest: 'of another profile', isActive: false },
      ],
    );
    expect(await read()).toEqual([
      row('a'),
      { ...row('b'), accountDigest: 'digest', isActive: false },
      { ...row('c'), isActive: false },
    ]);
  });

  it('may be none', async () => {
    await insertMany(test.store.db, recipients, []);
    await updateMany(test.store.db, recipients, ['profileId', 'id'], []);
    expect(await read()).toHaveLength(3);
  });
});
