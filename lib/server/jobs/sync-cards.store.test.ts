import { randomBytes } from 'node:crypto';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { profiles } from '../db/schema/wise.ts';
import type { TestStore } from '../db/test-support/open-test-store.ts';
import { createVault } from '../vault/vault.ts';
import type { Wise } from '../wise/create-wise.ts';
import { closeConnectedStore, openConnectedStore } from '../wise/test-support/connected-store.ts';
import type { RunningEmulator } from '../wise/test-support/run-emulator.ts';
import { cardOrdersJob, cardsAgainJob, fillTransactionsJob } from './names.ts';
import { syncCards } from './sync-cards.ts';

const vault = createVault([{ id: 'k1', bytes: randomBytes(32) }]);
const failing = '30000002';
let test: TestStore;
let emulator: RunningEmulator;
let wise: Wise;

beforeAll(async () => {
  ({ test, emulator, wise } = await openConnectedStore(vault));
});
afterAll(() => closeConnectedStore({ test, emulator, wise }));

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
    [fillTransactionsJob, 60],
  ]);

  await emulator.control('DELETE', 'faults');
  const second = await sync();
  expect(second.unread).toEqual([]);
  expect(second.asked).toEqual([
    [cardOrdersJob, undefined],
    [fillTransactionsJob, 60],
  ]);
});
