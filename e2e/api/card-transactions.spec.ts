import {
  exportCardTransactions,
  getCardTransaction,
  listCardTransactions,
  type ListedTransaction,
} from '../../lib/contracts/card-transactions.ts';
import type { CardPath } from '../../lib/contracts/cards.ts';
import { expect, test } from '../fixtures.ts';
import type { ConsoleClient } from '../support/console-client.ts';
import { type DemoCardName, demoCards } from '../support/demo-cards.ts';
import { pickCard } from '../support/pick-card.ts';
import { readEvents } from '../support/read-events.ts';

const dayMs = 86_400_000;
const daysAgo = (days: number) => new Date(Date.now() - days * dayMs).toISOString();
const pathOf = (name: DemoCardName): CardPath => ({
  profileId: demoCards[name].profileId,
  cardToken: demoCards[name].token,
});

const linesOf = (csv: string) => csv.trim().split(/\r?\n/);

/** Every page of a list. */
async function readAll(client: ConsoleClient, params: CardPath, limit = 100): Promise<ListedTransaction[]> {
  const items: ListedTransaction[] = [];
  for (let cursor: string | undefined; ; ) {
    const { body } = await client.call(listCardTransactions, {
      params,
      query: { limit, ...(cursor && { cursor }) },
    });
    items.push(...body.items);
    if (body.nextCursor === null) return items;
    cursor = body.nextCursor;
  }
}

test.describe('GET transactions: the range', () => {
  test('without one: the last 90 days, newest first', async ({ as }) => {
    const { body } = await (await as('operator')).call(listCardTransactions, {
      params: pathOf('traveller'),
      query: {},
    });
    expect(body.range.isCut).toBe(false);
    expect(Date.parse(body.range.to) - Date.parse(body.range.from)).toBeGreaterThan(89.9 * dayMs);
    const ids = body.items.map(({ id }) => BigInt(id));
    expect(ids.length).toBeGreaterThan(10);
    expect(ids).toEqual([...ids].sort((a, b) => (a > b ? -1 : 1)));
  });

  test('a wider one answers with the part that exists and says so', async ({ as }) => {
    const client = await as('operator');
    const all = await readAll(client, pathOf('traveller'));
    const { body } = await client.call(listCardTransactions, {
      params: pathOf('traveller'),
      query: { from: daysAgo(400), limit: 100 },
    });
    expect(body.range.isCut).toBe(true);
    expect(body.items.map(({ id }) => id)).toEqual(all.slice(0, 100).map(({ id }) => id));
  });

  test('one that lies before the 90 days finds nothing and says why', async ({ as }) => {
    const { body } = await (await as('operator')).call(listCardTransactions, {
      params: pathOf('traveller'),
      query: { from: daysAgo(400), to: daysAgo(200) },
    });
    expect([body.items, body.nextCursor, body.range.isCut]).toEqual([[], null, true]);
  });

  test('upside down, without a zone, or no time at all: refused, and Wise is not asked', async ({
    as,
    emulator,
  }) => {
    const client = await as('operator');
    const params = pathOf('virtual');
    const since = await emulator.now();
    const cases: [Record<string, string>, string][] = [
      [{ from: daysAgo(2), to: daysAgo(3) }, 'query.to'],
      [{ from: '2026-11-01T00:00:00' }, 'query.from'],
      [{ to: 'yesterday' }, 'query.to'],
      [{ from: '2026-02-31T00:00:00Z' }, 'query.from'],
    ];
    for (const [query, field] of cases) {
      const { problem } = await client.call(listCardTransactions, { params, query });
      expect([problem.code, problem.fields?.map(({ path }) => path)]).toEqual(['validation_failed', [field]]);
    }
    const asked = (await emulator.requests(since)).filter(({ path }) => path.includes(params.cardToken));
    expect(asked).toEqual([]);
  });

  test('the same moment in another zone finds the same', async ({ as }) => {
    const client = await as('operator');
    const params = pathOf('traveller');
    const moment = Date.parse(daysAgo(30));
    const ask = async (from: string) =>
      (await client.call(listCardTransactions, { params, query: { from } })).body.items.map(({ id }) => id);
    const inTokyo = new Date(moment + 9 * 3_600_000).toISOString().replace('Z', '+09:00');
    const found = await ask(new Date(moment).toISOString());
    expect(found.length).toBeGreaterThan(0);
    expect(await ask(inTokyo)).toEqual(found);
  });
});

test.describe('GET transactions: pages', () => {
  test('small pages put together are the list, nothing twice and nothing left out', async ({ as }) => {
    const client = await as('operator');
    const params = pathOf('softDeclines');
    const whole = await readAll(client, params, 100);
    const pieces = await readAll(client, params, 7);
    expect(whole.length).toBeGreaterThan(10);
    expect(pieces.map(({ id, wentThrough }) => [id, wentThrough?.id])).toEqual(
      whole.map(({ id, wentThrough }) => [id, wentThrough?.id]),
    );
  });

  test('a cursor of another card, and one that is none, are refused', async ({ as }) => {
    const client = await as('operator');
    const { body } = await client.call(listCardTransactions, {
      params: pathOf('traveller'),
      query: { limit: 2 },
    });
    expect(body.nextCursor).not.toBeNull();
    for (const cursor of [body.nextCursor ?? '', 'nonsense', 'W10', '🂡']) {
      const { problem } = await client.call(listCardTransactions, {
        params: pathOf('softDeclines'),
        query: { cursor },
      });
      expect([cursor, problem.code, problem.fields?.[0]?.path]).toEqual([
        cursor,
        'validation_failed',
        'query.cursor',
      ]);
    }
  });

  test('filters combine, and pages of what they find go on', async ({ as }) => {
    const client = await as('operator');
    const params = pathOf('traveller');
    const all = await readAll(client, params);
    const merchantName = all.find(({ state }) => state === 'COMPLETED')?.merchant.name ?? '';
    const wanted = all.filter(
      ({ merchant, state }) => state === 'COMPLETED' && merchant.name === merchantName,
    );
    const query = { state: ['COMPLETED'], query: merchantName };
    const first = await client.call(listCardTransactions, { params, query: { ...query, limit: 1 } });
    expect(first.body.items.map(({ id }) => id)).toEqual(wanted.slice(0, 1).map(({ id }) => id));
    const { body } = await client.call(listCardTransactions, { params, query });
    expect(body.items.map(({ id }) => id)).toEqual(wanted.map(({ id }) => id));
    const byId = await client.call(listCardTransactions, { params, query: { query: wanted[0]?.id ?? '' } });
    expect(byId.body.items.map(({ id }) => id)).toEqual([wanted[0]?.id]);
  });
});

test('a soft decline is paired with its later success', async ({ as }) => {
  const items = await readAll(await as('operator'), pathOf('softDeclines'));
  const soft = items.filter(({ declineReason }) =>
    /SCA_SOFT_DECLINE|PIN_ENTRY_REQUIRED|FRAUD_SOFT_DECLINE/.test(declineReason ?? ''),
  );
  expect(soft.length).toBeGreaterThanOrEqual(5);
  for (const decline of soft) {
    const second = items.find(({ id }) => id === decline.wentThrough?.id);
    expect(second?.merchant.name).toBe(decline.merchant.name);
    expect(second?.transactionAmount).toEqual(decline.transactionAmount);
    expect(['COMPLETED', 'IN_PROGRESS']).toContain(second?.state);
  }
});

test('a transaction tells its three amounts, its movements and what they come to', async ({ as }) => {
  const client = await as('operator');
  const { profileId } = pathOf('traveller');
  const items = await readAll(client, pathOf('traveller'));
  const read = async (id: string) =>
    (await client.call(getCardTransaction, { params: { profileId, transactionId: id } })).body;
  const details = await Promise.all(items.slice(0, 60).map(({ id }) => read(id)));
  const converted = details.find(
    ({ billingAmount, state, transactionAmount }) =>
      state === 'COMPLETED' && transactionAmount.currency !== billingAmount?.currency,
  );
  expect(converted?.debits[0]?.debitedAmount.amount).toMatch(/^\d+(\.\d+)?$/);
  expect(converted?.net[0]?.amount).toMatch(/^-/);
  const refund = details.find(({ likelyOriginal, type }) => type === 'REFUND' && likelyOriginal !== null);
  const original = await read(refund?.likelyOriginal?.id ?? '');
  expect(original.merchant.name).toBe(refund?.merchant.name);
  expect(original.likelyRefunds.map(({ id }) => id)).toContain(refund?.id);
  const held = details.find(({ state }) => state === 'IN_PROGRESS');
  expect(Date.parse(held?.purgeTime ?? '')).toBeGreaterThan(Date.now() - dayMs);
});

test('a cancelled payment that is captured after all is completed, and says what it took', async ({
  as,
  emulator,
}) => {
  const client = await as('operator');
  const { path, token } = await pickCard(client, { status: 'ACTIVE' });
  const made = await emulator.makeTransaction({ cardToken: token, state: 'CANCELLED' });
  const read = async () =>
    (
      await client.call(getCardTransaction, {
        params: { profileId: path.profileId, transactionId: made.id },
      })
    ).body;
  expect(await read()).toMatchObject({ state: 'CANCELLED', net: [{ amount: '0' }] });
  await emulator.moveTransaction(made.id, { step: 'CAPTURE' });
  const late = await read();
  expect(late.state).toBe('COMPLETED');
  expect(late.net[0]?.amount).toBe('-12.34');
  expect(late.debits.length + late.credits.length).toBe(3);
});

test('what Wise may send and nobody expects breaks neither list, page nor export', async ({ as }) => {
  const client = await as('operator');
  const params = pathOf('oddities');
  const items = await readAll(client, params);
  for (const { id } of items) {
    const answer = await client.call(getCardTransaction, {
      params: { profileId: params.profileId, transactionId: id },
    });
    expect(`${id} ${answer.status}`).toBe(`${id} 200`);
  }
  expect(items.some(({ state }) => state === 'UNKNOWN')).toBe(true);
  expect(items.some(({ merchant }) => merchant.name === null)).toBe(true);
  const csv = await client.call(exportCardTransactions, { params, query: { reason: 'audit' } });
  expect(linesOf(csv.body)).toHaveLength(items.length + 1);
});

test('amounts keep every decimal that Wise sends, also beyond the currency', async ({ as, emulator }) => {
  const client = await as('operator');
  const { path, token } = await pickCard(client, { status: 'ACTIVE' });
  const made = await emulator.makeTransaction({
    cardToken: token,
    amount: { amount: 1234.5678, currency: 'JPY' },
  });
  const { body } = await client.call(listCardTransactions, { params: path, query: { query: made.id } });
  expect(body.items[0]?.transactionAmount).toEqual({ amount: '1234.5678', currency: 'JPY' });
});

test.describe('who may see which', () => {
  test('transactions of another profile and unknown ones answer 404 alike', async ({ as }) => {
    const client = await as('operator');
    const [own] = await readAll(client, pathOf('traveller'));
    const ask = (profileId: string, transactionId: string) =>
      client.call(getCardTransaction, { params: { profileId, transactionId } });
    const known = pathOf('traveller').profileId;
    const answers = [
      await ask(known, 'abc'),
      await ask(pathOf('virtual').profileId, own?.id ?? ''),
      await ask(known, '99999999999'),
      await ask('999999999', own?.id ?? ''),
    ];
    expect(answers.map(({ problem, status }) => [status, problem.code, problem.detail])).toEqual(
      answers.map(() => [404, 'not_found', answers[0]?.problem.detail]),
    );
  });

  test('a branch manager reads those of the own branch and no others, and exports none', async ({ as }) => {
    const [manager, operator] = [await as('branch_manager'), await as('operator')];
    expect((await readAll(manager, pathOf('frozen'))).length).toBeGreaterThan(0);
    const elsewhere = pathOf('active');
    const listed = await manager.call(listCardTransactions, { params: elsewhere, query: {} });
    expect(listed.problem.code).toBe('not_found');
    const [foreign] = await readAll(operator, elsewhere);
    const one = await manager.call(getCardTransaction, {
      params: { profileId: elsewhere.profileId, transactionId: foreign?.id ?? '' },
    });
    expect(one.problem.code).toBe('not_found');
    const csv = await manager.call(exportCardTransactions, {
      params: pathOf('frozen'),
      query: { reason: 'audit' },
    });
    expect(csv.problem.code).toBe('forbidden');
  });
});

test('an export holds what the filters find, hurts no spreadsheet and leaves its trace', async ({
  as,
  emulator,
}) => {
  const client = await as('operator');
  const { path, token } = await pickCard(client, { status: 'ACTIVE' });
  const merchant = { name: '=HYPERLINK("http://evil.example")' };
  const { id } = await emulator.makeTransaction({ cardToken: token, merchant, state: 'COMPLETED' });
  await emulator.makeTransaction({ cardToken: token, state: 'DECLINED', declineReason: 'INCORRECT_PIN' });
  const { body } = await client.call(exportCardTransactions, {
    params: path,
    query: { reason: 'customer-request', query: id, timeZone: 'Europe/Berlin' },
  });
  const [head, row, ...more] = linesOf(body);
  expect(head).toContain('Transaction,Created (Europe/Berlin)');
  expect(row).toContain(id);
  expect(row).not.toMatch(/(^|,)"?=/);
  expect(more).toEqual([]);
  const audit = await (await as('auditor')).send('GET', '/api/audit', {
    query: { action: 'transactions.export', limit: 1 },
  });
  expect(audit.text).toContain(token);
  expect(audit.text).not.toContain('evil.example');
});

test('what compliance has searched for before an export is not read in the trail', async ({ as }) => {
  const compliance = await as('compliance');
  const { path, token } = await pickCard(await as('operator'), { status: 'ACTIVE' });
  const declineReason = ['SUSPECTED_FRAUD_SANCTIONS', 'CARD_FROZEN'];
  await compliance.call(exportCardTransactions, { params: path, query: { reason: 'audit', declineReason } });
  const audit = await (await as('auditor')).send('GET', '/api/audit', {
    query: { action: 'transactions.export', limit: 1 },
  });
  expect(audit.text).toContain(token);
  expect(audit.text).toContain('CARD_FROZEN');
  expect(audit.text).toContain('NOT_DISCLOSED');
  expect(audit.text).not.toContain('SANCTIONS');
});

test('Wise failing for a moment goes unnoticed; failing for good is told without its words', async ({
  as,
  emulator,
}) => {
  const client = await as('operator');
  const params = pathOf('chipPinLocked');
  const upstream = 'upstream words that nobody reads';
  const path = `/cards/${params.cardToken}/transactions`;
  await emulator.addFault({ match: { path }, times: 1, status: 503, body: { message: upstream } });
  expect((await client.call(listCardTransactions, { params, query: {} })).body.items.length).toBeGreaterThan(
    0,
  );
  await emulator.addFault({ match: { path }, status: 500, body: { message: upstream } });
  const answer = await client.call(listCardTransactions, { params, query: {} });
  expect(answer.problem.code).toMatch(/^wise_/);
  expect(answer.text).not.toContain(upstream);
});

test('a payment made at Wise reaches the open pages of those who may see it, without its reason', async ({
  as,
  emulator,
}) => {
  const [operator, manager] = [await as('operator'), await as('branch_manager')];
  const { path, token } = await pickCard(operator, { status: 'ACTIVE' });
  const [seen, elsewhere] = [await readEvents(operator), await readEvents(manager)];
  const { id } = await emulator.makeTransaction({
    cardToken: token,
    state: 'DECLINED',
    declineReason: 'SUSPECTED_FRAUD_AML',
  });
  const { event } = await seen.until((one) => one.type === 'card-transaction.changed');
  expect(event).toEqual({ type: 'card-transaction.changed', ...path, transactionId: id });
  const own = demoCards.frozen;
  await emulator.makeTransaction({ cardToken: own.token, state: 'COMPLETED' });
  await elsewhere.until((one) => one.type === 'card-transaction.changed' && one.cardToken === own.token);
  expect(JSON.stringify(elsewhere.received)).not.toContain(token);
  seen.close();
  elsewhere.close();
});
