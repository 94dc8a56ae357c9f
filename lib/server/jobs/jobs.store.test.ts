import pino from 'pino';
import { afterEach, beforeEach, expect, it } from 'vitest';
import type { Store } from '../db/database.ts';
import { openTestStore, type TestStore } from '../db/test-support/open-test-store.ts';
import { Jobs } from './jobs.ts';

const log = pino({ level: 'silent' });
let test: TestStore;
let opened: { jobs: Jobs; end: () => void }[];

beforeEach(async () => {
  test = await openTestStore();
  opened = [];
});
afterEach(async () => {
  for (const { end } of opened) end();
  for (const { jobs } of opened) await jobs.stop();
  await test.drop();
});

/** A process whose job does not end by itself. @returns the jobs, and when a run of it has begun */
function startProcess(store: Store) {
  const jobs = new Jobs(store, log);
  let begin: () => void = () => undefined;
  let end: () => void = () => undefined;
  const begun = new Promise<void>((resolve) => {
    begin = resolve;
  });
  const ended = new Promise<void>((resolve) => {
    end = resolve;
  });
  const run = () => {
    begin();
    return ended;
  };
  opened.push({ jobs, end });
  return { jobs, begun, start: () => jobs.start([{ name: 'slow', expireInSeconds: 900, run }]) };
}

async function readRuns(): Promise<unknown[]> {
  const { rows } = await test.store.executeSql(
    `select extract(epoch from now() - started_on)::float8 as age from pgboss.job where name = 'slow' and state = 'active'`,
  );
  return rows.map(({ age }) => age);
}

it('a run that died with its process is run again by the next, long before it would expire', async () => {
  const first = startProcess(test.store);
  await first.start();
  await first.jobs.ask('slow');
  await first.begun;
  await test.store.executeSql(
    `update pgboss.job set started_on = now() - interval '1 minute' where name = 'slow' and state = 'active'`,
  );
  const second = startProcess(await test.openAgain());
  await second.start();
  await second.begun;
});

it('a run that lives says so while it goes on', async () => {
  const { jobs, begun, start } = startProcess(test.store);
  await start();
  await jobs.ask('slow');
  await begun;
  await test.store.executeSql(
    `update pgboss.job set started_on = now() - interval '1 minute' where name = 'slow' and state = 'active'`,
  );
  await expect.poll(readRuns, { timeout: 30_000, interval: 500 }).toEqual([expect.toSatisfy(isRecent)]);
});

const isRecent = (age: unknown): boolean => typeof age === 'number' && age < 10;
