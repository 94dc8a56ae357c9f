import { resumeBulkChange, stopBulkChange } from '../../lib/contracts/bulk.ts';
import { expect } from '../fixtures.ts';
import { pickCards, readBulk, startBulk, statesOf, waitForBulk, writesTo } from '../support/bulk-changes.ts';
import { test } from '../support/own-stack.ts';

test('a change of many cards can be stopped and taken up again', async ({ as, emulator }) => {
  const client = await as('operator');
  const cards = await pickCards(client, 30);
  await emulator.addFault({ match: { method: 'PUT' }, delayMs: 3000 });
  const bulkId = await startBulk(client, cards);
  const begun = async () => (await readBulk(client, bulkId)).counts.begun;
  await expect.poll(begun, { intervals: [100] }).toBeGreaterThan(0);
  await client.call(stopBulkChange, { params: { bulkId } });
  await expect.poll(begun, { intervals: [100] }).toBe(0);
  const stopped = await readBulk(client, bulkId);
  expect(stopped.stoppedAt).not.toBeNull();
  expect(stopped.counts.waiting).toBeGreaterThan(0);
  expect(stopped.counts.waiting + stopped.counts.done).toBe(30);
  await emulator.clearFaults();
  const resumed = await client.call(resumeBulkChange, { params: { bulkId } });
  expect(resumed.body.stoppedAt).toBeNull();
  expect((await waitForBulk(client, bulkId)).counts.done).toBe(30);
});

test('a console that dies midway takes it up again after its start, and no card is left out', async ({
  as,
  emulator,
  stack,
}) => {
  const client = await as('operator');
  const cards = await pickCards(client, 40);
  await emulator.changeSettings({ latencyMs: 200 });
  const since = await emulator.now();
  const bulkId = await startBulk(client, cards);
  await expect
    .poll(async () => (await readBulk(client, bulkId)).counts.done, { intervals: [100] })
    .toBeGreaterThan(3);
  await stack.killConsole();
  await emulator.changeSettings({ latencyMs: 0 });
  await stack.restartConsole();
  const bulk = await waitForBulk(client, bulkId, 90_000);
  expect(new Set(statesOf(bulk))).toEqual(new Set(['done']));
  const puts = writesTo(await emulator.requests(since), cards);
  expect(new Set(puts.map(({ path }) => path)).size).toBe(cards.length);
});
