import { type CardPath, getCardHistory, listCards, updateCardStatus } from '../../lib/contracts/cards.ts';
import { verifyAuditExport } from '../../lib/format/audit-chain.ts';
import { expect, test } from '../fixtures.ts';
import { pickCard } from '../support/pick-card.ts';

test.describe.configure({ mode: 'serial' });

test('after a kill in the middle of an act its intent stands and is not sent again, and everything before it is as it was: index, sessions, audit trail', async ({
  as,
  emulator,
  stack,
}) => {
  const client = await as('operator', { fresh: true });
  const historyOf = async (params: CardPath) =>
    (await client.call(getCardHistory, { params, query: {} })).body.items;
  const { path: kept } = await pickCard(client, { status: 'ACTIVE' });
  await client.call(updateCardStatus, { params: kept, body: { status: 'FROZEN', reason: 'kept' } });
  const { total } = (await client.call(listCards, {})).body;
  const { path } = await pickCard(client, { status: 'ACTIVE' });
  const since = await emulator.now();
  await emulator.addFault({ match: { method: 'PUT', path: path.cardToken }, delayMs: 2000, times: 1 });
  const cutOff = client
    .call(updateCardStatus, { params: path, body: { status: 'FROZEN' } })
    .catch(() => undefined);
  await expect.poll(async () => (await historyOf(path))[0]?.outcome).toBe('running');
  await stack.killConsole();
  await cutOff;
  await stack.restartConsole();

  expect((await client.send('GET', '/api/session')).status).toBe(200);
  expect((await client.call(listCards, {})).body.total).toBe(total);
  expect((await historyOf(kept))[0]).toMatchObject({ to: 'FROZEN', outcome: 'succeeded', reason: 'kept' });
  expect((await historyOf(path))[0]).toMatchObject({ to: 'FROZEN', outcome: 'running' });
  const puts = (await emulator.requests(since)).filter(
    (request) => request.method === 'PUT' && request.path.includes(path.cardToken),
  );
  expect(puts.length).toBeLessThanOrEqual(1);
  const auditor = await as('auditor', { fresh: true });
  const trail = await auditor.send('GET', '/api/audit/export?reason=routine');
  expect(verifyAuditExport(trail.text.trim().split('\n')).faults).toEqual([]);
});

test('after a kill in the middle of a job, what webhooks tell still arrives', async ({
  as,
  emulator,
  stack,
}) => {
  const client = await as('operator', { fresh: true });
  const { path } = await pickCard(client, { status: 'ACTIVE' });
  await emulator.addFault({ match: { method: 'GET', path: path.cardToken }, delayMs: 3000, times: 1 });
  await emulator.setCardStatus(path.cardToken, 'FROZEN');
  // The delivery is answered, and the job that takes it in now waits for Wise's slow answer.
  await emulator.settleWebhooks();
  await stack.killConsole();
  await stack.restartConsole();
  const other = await pickCard(client, { status: 'ACTIVE' });
  await emulator.setCardStatus(other.token, 'FROZEN');
  const statusOf = async ({ token, lastFourDigits }: { token: string; lastFourDigits: string }) => {
    const { body } = await client.call(listCards, { query: { query: lastFourDigits, limit: 200 } });
    return body.items.find((card) => card.token === token)?.status.value;
  };
  await expect.poll(() => statusOf(other)).toBe('FROZEN');
});

test('no token, password or card holder’s name stands in the console’s log', async ({ as, stack }) => {
  const client = await as('operator', { fresh: true });
  const { body } = await client.call(listCards, { query: { limit: 50 } });
  const log = stack.readConsoleLog();
  expect(log.length).toBeGreaterThan(100);
  for (const card of body.items) if (card.cardHolderName) expect(log).not.toContain(card.cardHolderName);
  expect(log).not.toMatch(/demo-console|demo-secret|demo-refresh|Bearer /);
});
