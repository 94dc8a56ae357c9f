import { afterAll, beforeAll, expect, test } from 'vitest';
import { openTestStore, type TestStore } from './test-support/open-test-store.ts';
import { tidyStore } from './tidy-store.ts';

let opened: TestStore;

beforeAll(async () => {
  opened = await openTestStore();
});
afterAll(() => opened.drop());

// A server has a process of its own for that.
test.skipIf(process.env.TEST_DATABASE_URL)(
  'the embedded store gives back what deleted rows took',
  async () => {
    const { executeSql } = opened.store;
    await executeSql(
      'create table of_a_while as select repeat(md5(n::text), 10) from generate_series(1, 1000) n',
    );
    await executeSql('delete from of_a_while');
    const size = async () =>
      (await executeSql(`select pg_relation_size('of_a_while')::int as bytes`)).rows[0]?.bytes;
    const before = await size();
    expect(before).toBeGreaterThan(300_000);
    await tidyStore(opened.store);
    expect(await size()).toBe(0);
  },
);
