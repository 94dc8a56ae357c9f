import { randomBytes } from 'node:crypto';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { profiles } from '../db/schema/wise.ts';
import { openTestStore, type TestStore } from '../db/test-support/open-test-store.ts';
import { createVault } from '../vault/vault.ts';
import { importConnections } from '../wise/connections.ts';
import { createWise, type Wise } from '../wise/create-wise.ts';
import { collectLog } from '../wise/test-support/collect-log.ts';
import { type RunningEmulator, runEmulator } from '../wise/test-support/run-emulator.ts';
import { cardOrdersJob, cardsAgainJob, fillTransactionsJob } from './names.ts';
import { syncCards } from './sync-cards.ts';

const vault = createVault([{ id: 'k1', bytes: randomBytes(32) }]);
const failing = '30000002';
let test: TestStore;
let emulator: RunningEmulator;
let wise: Wise;

beforeAll(async () => {
  [test, emulator] = await Promise.all([openTestStore(), runEmulator()]);
  const { db } = test.store;
  await importConnections(db, vault, [{ userId: '20000001', refreshToken: 'demo-refresh-20000001' }]);
  wise = createWise({
    db,
    vault,
    apiUrl: emulator.url,
    cardDataUrl: emulator.url,
    version: 'legacy',
    clientId: 'demo-client',
    clientSecret: 'demo-secret',
    logger: collectLog(),
  });
});
afterAll(async () => {
  await wise.close();
  await Promise.all([test.drop(), emulator.stop()]);
});

async function sync() {
  const asked: [string, number | undefined][] = [];
  const jobs = { ask: async (name: string, after?: number) => void asked.push([name, after]) };
  await syncCards({ store: test.store, wise, jobs, log: { info: () => undefined } });
  const rows = await test.store.db.select({ id: profiles.id, readAt: profiles.cardsReadAt }).from(profiles);
  return { asked, unread: rows.filter(({ readAt }) => readAt === null).map(({ id }) => id) };
}

it('what failed of the first reading is read again soon, and nothing more once all is read', async () => {
  await emulator.control('POST', 'faults', { match: { path: `profiles/${failing}/cards` }, status: 500 });
  const first = await sync();
  expect(first.unread).toEqual([failing]);
  expect(first.asked).toEqual([
    [cardsAgainJob, 60],
    [cardOrdersJob, undefined],
    [fillTransactionsJob, undefined],
  ]);

  await emulator.control('DELETE', 'faults');
  const second = await sync();
  expect(second.unread).toEqual([]);
  expect(second.asked).toEqual([
    [cardOrdersJob, undefined],
    [fillTransactionsJob, undefined],
  ]);
});
