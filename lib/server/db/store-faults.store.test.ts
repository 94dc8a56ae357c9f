import { sql } from 'drizzle-orm';
import pg from 'pg';
import { afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Store } from './database.ts';
import { isStoreFault } from './is-store-fault.ts';
import { openTestStore, type TestStore } from './test-support/open-test-store.ts';

const server = process.env.TEST_DATABASE_URL;
/** As many as the pool has. */
const connections = 12;
const patience = { timeout: 10_000 };
const inTransaction = (store: Store) => store.db.transaction((tx) => tx.execute(sql`select 1`));
const faultOf = (work: Promise<unknown>) => work.then(() => 'no fault', isStoreFault);

const expectRefusalsToBeNone = async ({ db }: Store) => {
  await db.execute(sql`create table only_one (id int primary key)`);
  await db.execute(sql`insert into only_one values (1)`);
  expect(await faultOf(db.execute(sql`insert into only_one values (1)`))).toBe(false);
  expect(await faultOf(db.execute(sql`select * from not_there`))).toBe(false);
};

let test: TestStore;

describe.skipIf(server)('a fault of the embedded store', () => {
  beforeAll(async () => {
    test = await openTestStore();
  });

  it('is none when it refuses', () => expectRefusalsToBeNone(test.store));

  it('is a full disk, after which it is asked nothing more', async () => {
    const { db } = test.store;
    const full = sql`do $$ begin raise exception using errcode = '53100'; end $$`;
    const waiting = [db.execute(full), db.execute(sql`select 1`)];
    expect(await Promise.all(waiting.map(faultOf))).toEqual([true, true]);
    expect(await faultOf(inTransaction(test.store))).toBe(true);
    expect(await faultOf(test.store.executeSql('select 1'))).toBe(true);
    await test.drop();
  });

  it('is that it is closed', async () => {
    test = await openTestStore();
    await test.drop();
    expect(await faultOf(test.store.db.execute(sql`select 1`))).toBe(true);
    expect(await faultOf(inTransaction(test.store))).toBe(true);
    expect(await faultOf(test.store.executeSql('select 1'))).toBe(true);
  });
});

describe.skipIf(!server)('a fault of a real server', () => {
  let admin: pg.Client;
  beforeEach(async () => {
    test = await openTestStore();
    admin = new pg.Client({ connectionString: server });
    await admin.connect();
  });
  afterEach(async () => {
    await admin.end();
    await test.drop();
  });
  const nameOf = async () =>
    String((await test.store.executeSql('select current_database() as name')).rows[0]?.name);
  const endConnections = (name: string) =>
    admin.query('select pg_terminate_backend(pid) from pg_stat_activity where datname = $1', [name]);
  const isAsleep = (name: string) => async () => {
    const sleeping = `select 1 from pg_stat_activity where datname = $1 and wait_event = 'PgSleep'`;
    if ((await admin.query(sleeping, [name])).rows.length === 0) throw new Error('not yet');
  };

  it('is none when it refuses', () => expectRefusalsToBeNone(test.store));

  it.each([
    ['a statement', () => test.store.db.execute(sql`select pg_sleep(60)`)],
    ['a transaction', () => test.store.db.transaction((tx) => tx.execute(sql`select pg_sleep(60)`))],
  ])('is a connection that ends during %s', async (_, ask) => {
    const name = await nameOf();
    const fault = faultOf(ask());
    await vi.waitFor(isAsleep(name), patience);
    await endConnections(name);
    expect(await fault).toBe(true);
  });

  it('is a connection that ends between two statements of a transaction, and it ends nothing else', async () => {
    const name = await nameOf();
    const torn = test.store.db.transaction(async (tx) => {
      await tx.execute(sql`select 1`);
      await endConnections(name);
      await tx.execute(sql`select 2`);
    });
    expect(await faultOf(torn)).toBe(true);
    await vi.waitFor(() => inTransaction(test.store), patience);
  });

  it('costs no connection for good when it comes as transactions begin', async () => {
    const name = await nameOf();
    let lost = 0;
    while (lost < connections) {
      await vi.waitFor(() => inTransaction(test.store), patience);
      const [, ...faults] = await Promise.all([
        endConnections(name),
        ...Array.from({ length: 4 }, () => faultOf(inTransaction(test.store))),
      ]);
      lost += faults.filter((fault) => fault === true).length;
      expect(faults).not.toContain(false);
    }
    const all = () => Promise.all(Array.from({ length: connections }, () => inTransaction(test.store)));
    await vi.waitFor(all, patience);
  });

  it('is told to who listens as a gap, and then they hear again', async () => {
    const name = await nameOf();
    const heard: string[] = [];
    await test.store.listen(
      'store_faults',
      (payload) => heard.push(payload),
      () => heard.push('gap'),
    );
    await endConnections(name);
    await vi.waitFor(() => expect(heard).toEqual(['gap']), patience);
    await vi.waitFor(() => test.store.executeSql(`select pg_notify('store_faults', 'after')`), patience);
    await vi.waitFor(() => expect(heard).toEqual(['gap', 'after']), patience);
  });
});
