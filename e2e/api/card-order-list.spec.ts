import { cardOrderNeeds } from '../../lib/contracts/card-order-list.schema.ts';
import { getOverview } from '../../lib/contracts/overview.ts';
import { makeBranchCard } from '../support/kiosks.ts';
import { listAudit } from '../../lib/contracts/audit.ts';
import {
  exportCardOrders,
  type IndexedOrdersQuery,
  listIndexedCardOrders,
} from '../../lib/contracts/card-order-list.ts';
import { listCardOrders } from '../../lib/contracts/card-orders.ts';
import { expect, test } from '../fixtures.ts';
import { readOrders } from '../support/card-orders.ts';
import type { ConsoleClient } from '../support/console-client.ts';
import { demoCards } from '../support/demo-cards.ts';

const read = async (client: ConsoleClient, query: IndexedOrdersQuery) =>
  (await client.call(listIndexedCardOrders, { query })).body;

test('GET card-orders: every profile’s orders come into the index by themselves, and the counts add up', async ({
  as,
  emulator,
}) => {
  const operator = await as('operator');
  const held = (await readOrders(emulator)).map(({ id }) => String(id)).sort();
  const indexed = async () => (await read(operator, { limit: 200 })).items.map(({ id }) => id).sort();
  await expect.poll(indexed).toEqual(held);
  const all = await read(operator, { limit: 200 });
  expect([all.total, Object.values(all.counts).reduce((sum, count) => sum + count, 0)]).toEqual([
    held.length,
    held.length,
  ]);
  const one = all.items.find(({ cardToken }) => cardToken === demoCards.active.token);
  expect(one).toMatchObject({
    profileId: demoCards.active.profileId,
    status: 'COMPLETED',
    deliveryOption: 'KIOSK_COLLECTION',
    branch: { id: 'london', name: 'London' },
    replacesOrderId: null,
    replacedByOrderId: null,
  });
  expect(one?.lastFourDigits).toMatch(/^\d{4}$/);
});

test('GET card-orders: filters and searches as asked, and turns its pages without losing or repeating a row', async ({
  as,
}) => {
  const client = await as('operator');
  await client.call(listCardOrders, { params: { profileId: '30000001' }, query: { limit: 100 } });
  const all = await read(client, { profileId: ['30000001'], limit: 200 });
  expect(all.items.length).toBeGreaterThan(10);
  const ids = (items: readonly { id: string }[]) => items.map(({ id }) => id);

  for (const sort of ['created', '-created', 'changed', '-changed', 'holder', '-holder', 'status'] as const) {
    const seen: string[] = [];
    for (let cursor: string | undefined; ; ) {
      const page = await read(client, {
        profileId: ['30000001'],
        sort,
        limit: 4,
        ...(cursor && { cursor }),
      });
      seen.push(...ids(page.items));
      if (page.nextCursor === null) break;
      cursor = page.nextCursor;
    }
    expect([...seen].sort(), sort).toEqual(ids(all.items).sort());
    expect(new Set(seen).size).toBe(seen.length);
  }
  const placed = await read(client, { profileId: ['30000001'], status: ['PLACED'], limit: 200 });
  expect(placed.items.length).toBeGreaterThan(0);
  expect(placed.items.every(({ status }) => status === 'PLACED')).toBe(true);
  expect(placed.counts).toEqual(all.counts);
  const virtual = await read(client, { delivery: ['none'], limit: 200 });
  expect(virtual.items.every(({ deliveryOption }) => deliveryOption === null)).toBe(true);

  const [wanted] = placed.items;
  if (!wanted?.cardHolderName) throw new Error('no placed order has a holder');
  const name = wanted.cardHolderName.toUpperCase();
  for (const query of [wanted.id, name])
    expect(ids((await read(client, { query, limit: 200 })).items)).toContain(wanted.id);
  const made = all.items.find(({ lastFourDigits }) => lastFourDigits !== null);
  expect(ids((await read(client, { query: made?.lastFourDigits ?? '', limit: 200 })).items)).toContain(
    made?.id,
  );
  expect((await read(client, { query: 'nobody of this name' })).items).toEqual([]);
  const waiting = await read(client, { needs: ['waiting'], limit: 200 });
  expect(waiting.items.every(({ status }) => status === 'PLACED')).toBe(true);
  const refused = await client.call(listIndexedCardOrders, { query: { cursor: 'not-ours' } });
  expect(refused.problem.code).toBe('validation_failed');
});

test('GET card-orders: a branch sees none that it does not collect, compliance gets 403', async ({ as }) => {
  const manager = await read(await as('branch_manager'), { limit: 200 });
  expect(manager.items.every(({ branch }) => branch?.id === 'leeds')).toBe(true);
  expect(manager.choices.branches.map(({ id }) => id)).toEqual(['leeds']);
  const compliance = await (await as('compliance')).call(listIndexedCardOrders, { query: {} });
  expect(compliance.problem.code).toBe('forbidden');
});

test('GET card-orders export: the rows of the list in its order; needs a reason and the right, and the trail names the filter', async ({
  as,
}) => {
  const client = await as('operator');
  const query = { profileId: ['30000001'], sort: 'holder' as const };
  await client.call(listCardOrders, { params: { profileId: '30000001' }, query: { limit: 100 } });
  const list = await read(client, { ...query, limit: 200 });
  const { text } = await client.call(exportCardOrders, {
    query: { ...query, reason: 'reconciliation', query: 'kestrel' },
  });
  const whole = await client.call(exportCardOrders, { query: { ...query, reason: 'reconciliation' } });
  const lines = whole.text
    .replace(/^\uFEFF/, '')
    .trim()
    .split('\n');
  expect(lines[0]).toMatch(/^Order,Holder,Status,.*Known as of \(UTC\)/);
  expect(lines.slice(1).map((line) => line.split(',')[0])).toEqual(list.items.map(({ id }) => id));
  expect(text).toContain('Order,Holder');

  const without = await client.send('GET', '/api/card-orders/export.csv');
  expect(without.problem.fields?.[0]?.path).toBe('query.reason');
  for (const role of ['admin', 'branch_manager', 'compliance'] as const) {
    const answer = await (await as(role)).send('GET', '/api/card-orders/export.csv?reason=audit');
    expect(answer.problem.code).toBe('forbidden');
  }
  const auditor = await as('auditor');
  const trail = await auditor.call(listAudit, { query: { action: 'card-orders.export' } });
  expect(trail.body.items.some(({ details }) => JSON.stringify(details).includes('30000001'))).toBe(true);
  expect(trail.text).not.toContain('kestrel');
});

test('GET overview: what orders wait for is counted as the list finds it, for a branch its own alone, and for who may not order nothing', async ({
  as,
  emulator,
}) => {
  const admin = await as('admin');
  await makeBranchCard(emulator, admin, 'leeds', { ageDays: 61 });
  await makeBranchCard(emulator, admin, 'bristol', { ageDays: 46 });
  for (const who of ['operator', 'branch_manager'] as const) {
    const reader = await as(who);
    // Orders of the demo data move on by themselves between two readings.
    await expect(async () => {
      const items = (await reader.call(getOverview, {})).body.needsYou;
      const lines = items.flatMap((item) => (item.kind === 'card-orders' ? [[item.need, item.orders]] : []));
      const found = await Promise.all(
        cardOrderNeeds.map(async (need) => {
          const { total } = (await reader.call(listIndexedCardOrders, { query: { needs: [need] } })).body;
          return [need, total];
        }),
      );
      expect(lines).toEqual(found.filter(([, total]) => total !== 0));
      expect(lines.map(([need]) => need)).toContain('day-60');
    }).toPass();
  }
  for (const who of ['compliance', 'auditor'] as const) {
    const items = (await (await as(who)).call(getOverview, {})).body.needsYou;
    expect(items.filter(({ kind }) => kind === 'card-orders')).toEqual([]);
  }
});
