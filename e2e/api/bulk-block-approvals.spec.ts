import { z } from 'zod';
import { approve, getApproval, listApprovals, refuse } from '../../lib/contracts/approvals.ts';
import { listAudit } from '../../lib/contracts/audit.ts';
import { getBulkChange, startBulkChange } from '../../lib/contracts/bulk.ts';
import { type CardPath, getCard, updateCardStatus } from '../../lib/contracts/cards.ts';
import { expect, test } from '../fixtures.ts';
import type { ConsoleClient } from '../support/console-client.ts';
import { demoCards } from '../support/demo-cards.ts';
import { pickCard } from '../support/pick-card.ts';
import { readEvents } from '../support/read-events.ts';

const stateOf = async (client: ConsoleClient, approvalId: string) =>
  (await client.call(getApproval, { params: { approvalId } })).body.state;
const block = (client: ConsoleClient, cards: CardPath[]) =>
  client.call(startBulkChange, { body: { cards, status: 'BLOCKED', reason: 'stolen from the depot' } });
const statusOf = async (client: ConsoleClient, params: CardPath) =>
  (await client.call(getCard, { params })).body.status.value;
const pickTwo = async (client: ConsoleClient) => [
  (await pickCard(client, { status: 'ACTIVE' })).path,
  (await pickCard(client, { status: 'ACTIVE' })).path,
];
const ended = async (client: ConsoleClient, bulkId: string) => {
  const params = { bulkId };
  await expect
    .poll(async () => (await client.call(getBulkChange, { params })).body.finishedAt, { intervals: [200] })
    .not.toBeNull();
  return (await client.call(getBulkChange, { params })).body;
};
const bulkOf = async (client: ConsoleClient, approvalId: string) =>
  (await client.call(getApproval, { params: { approvalId } })).body.resource?.id ?? '';

async function countApprovals(client: ConsoleClient): Promise<(number | undefined)[]> {
  const counts: (number | undefined)[] = [];
  for (const view of ['waiting', 'pending', 'mine', 'decided'] as const)
    counts.push((await client.call(listApprovals, { query: { view } })).body.total);
  return counts;
}

test('blocking many cards waits for another person, then happens as its maker’s act, to exactly the cards that were shown', async ({
  as,
  emulator,
}) => {
  const operator = await as('operator');
  const cards = await pickTwo(operator);
  const since = await emulator.now();
  const asked = await block(operator, cards);
  expect([asked.status, asked.body.bulkId]).toEqual([202, null]);
  const approvalId = asked.body.approvalId ?? '';
  const decider = await as('operator2@example.com');
  const { lines } = (await decider.call(getApproval, { params: { approvalId } })).body;
  expect(lines[0]).toBe('Blocks 2 cards for ever: stolen from the depot');
  expect(lines.slice(1).map((line) => cards.findIndex(({ cardToken }) => line.includes(cardToken)))).toEqual([
    0, 1,
  ]);
  expect((await operator.call(approve, { params: { approvalId }, body: {} })).problem.code).toBe('forbidden');
  expect((await emulator.requests(since)).filter(({ method }) => method === 'PUT')).toEqual([]);
  await decider.call(approve, { params: { approvalId }, body: {} });
  const bulk = await ended(operator, await bulkOf(operator, approvalId));
  expect(bulk).toMatchObject({ status: 'BLOCKED', startedBy: 'Leah Brandt', counts: { done: 2 } });
  for (const card of cards) expect(await statusOf(operator, card)).toBe('BLOCKED');
});

test('blocking refused changes nothing; a branch manager and an administrator cannot ask', async ({ as }) => {
  const operator = await as('operator');
  const cards = await pickTwo(operator);
  const approvalId = (await block(operator, cards)).body.approvalId ?? '';
  await (await as('admin')).call(refuse, { params: { approvalId }, body: { reason: 'freeze them' } });
  expect(await stateOf(operator, approvalId)).toBe('refused');
  for (const card of cards) expect(await statusOf(operator, card)).toBe('ACTIVE');
  const leeds = [{ profileId: demoCards.frozen.profileId, cardToken: demoCards.frozen.token }];
  for (const role of ['branch_manager', 'admin', 'auditor'] as const)
    expect((await block(await as(role), leeds)).problem.code).toBe('forbidden');
});

test('blocking by compliance is decided by compliance, and nobody else learns of it: no list, no number, no event, no name in the trail', async ({
  as,
}) => {
  const [compliance, decider] = [await as('compliance'), await as('compliance2@example.com')];
  const others = ['operator', 'operator2@example.com', 'admin', 'admin2@example.com', 'auditor'] as const;
  const clients = await Promise.all(others.map((who) => as(who)));
  const streams = await Promise.all(clients.map((client) => readEvents(client)));
  const before = await Promise.all(clients.map((client) => countApprovals(client)));
  const cards = await pickTwo(compliance);
  const approvalId = (await block(compliance, cards)).body.approvalId ?? '';
  const params = { approvalId };
  expect((await decider.call(getApproval, { params })).body.standing).toBe('yours-to-decide');
  expect((await compliance.call(approve, { params, body: {} })).problem.code).toBe('forbidden');

  // Everybody hears of another card after it.
  const { path } = await pickCard(clients[0] ?? compliance, { status: 'ACTIVE' });
  await compliance.call(updateCardStatus, { params: path, body: { status: 'FROZEN' } });
  for (const [index, client] of clients.entries()) {
    expect((await client.call(getApproval, { params })).problem.code).toBe('not_found');
    expect(
      (await client.send('POST', `/api/approvals/${approvalId}/approve`, { body: {} })).problem.code,
    ).toMatch(/^(not_found|forbidden)$/);
    await streams[index]?.until(
      (event) => event.type === 'card.changed' && event.cardToken === path.cardToken,
    );
    expect(JSON.stringify(streams[index]?.received)).not.toContain(approvalId);
    streams[index]?.close();
    expect(await countApprovals(client)).toEqual(before[index]);
    expect((await client.send('GET', '/api/overview')).text).not.toContain(approvalId);
  }
  await decider.call(approve, { params, body: {} });
  await ended(compliance, await bulkOf(compliance, approvalId));
  for (const card of cards) expect(await statusOf(compliance, card)).toBe('BLOCKED');
  const auditor = await as('auditor');
  const trail = (await auditor.call(listAudit, { query: { query: approvalId } })).body.items;
  expect(trail.length).toBeGreaterThanOrEqual(4);
  for (const row of trail) expect(row).toMatchObject({ withheld: null, actorName: null });
  const named = (await auditor.call(listAudit, { query: { query: 'Karim', limit: 100 } })).body.items;
  expect(named.map(({ targetId }) => targetId)).not.toContain(approvalId);
  const whole = await auditor.send('GET', '/api/audit/export?reason=routine');
  for (const line of whole.text.split('\n').filter((one) => one.includes(`"${approvalId}"`)))
    expect(z.object({ withheld: z.null() }).safeParse(JSON.parse(line)).success).toBe(true);
});

test('in the trail whoever agrees to operations’ request is withheld alike, and the auditor sees neither', async ({
  as,
}) => {
  const operator = await as('operator');
  const approvalId = (await block(operator, await pickTwo(operator))).body.approvalId ?? '';
  await (await as('operator2@example.com')).call(refuse, {
    params: { approvalId },
    body: { reason: 'no' },
  });
  const auditor = await as('auditor');
  expect((await auditor.call(getApproval, { params: { approvalId } })).problem.code).toBe('not_found');
  const [row] = (await auditor.call(listAudit, { query: { query: approvalId } })).body.items;
  expect(row).toMatchObject({ action: 'approvals.refuse', withheld: null, actorName: null });
});
