import { randomUUID } from 'node:crypto';
import {
  exportTransactions,
  listTransactions,
  type TransactionsQuery,
} from '../../lib/contracts/transactions.ts';
import { expect, test } from '../fixtures.ts';
import type { ConsoleClient } from '../support/console-client.ts';
import { demoCards } from '../support/demo-cards.ts';
import type { EmulatorControl } from '../support/emulator-control.ts';
import { pickCard } from '../support/pick-card.ts';

const list = async (client: ConsoleClient, query: TransactionsQuery) =>
  (await client.call(listTransactions, { query })).body;
const ids = async (client: ConsoleClient, query: TransactionsQuery) =>
  (await list(client, query)).items.map(({ id }) => id);

/** The archive hears of it from Wise's delivery. */
async function make(
  client: ConsoleClient,
  emulator: EmulatorControl,
  facts: Parameters<EmulatorControl['makeTransaction']>[0],
): Promise<string> {
  const { id } = await emulator.makeTransaction(facts);
  await expect.poll(() => ids(client, { query: id })).toEqual([id]);
  return id;
}
/** A name that no other test gives. */
const shopName = () => `Shop${randomUUID().slice(0, 8)}`;

test('GET transactions: filters combine, and every row says whose card it is', async ({ as, emulator }) => {
  const client = await as('operator');
  const { path, token, lastFourDigits } = await pickCard(client, { status: 'ACTIVE' });
  const name = shopName();
  const merchant = { name: `${name} & Söhne` };
  const [declined, small, large] = [
    await make(client, emulator, {
      cardToken: token,
      merchant,
      state: 'DECLINED',
      declineReason: 'INCORRECT_PIN',
    }),
    await make(client, emulator, {
      cardToken: token,
      merchant,
      state: 'COMPLETED',
      amount: { amount: 3.5, currency: 'GBP' },
      billingCurrency: 'GBP',
    }),
    await make(client, emulator, {
      cardToken: token,
      merchant,
      state: 'COMPLETED',
      amount: { amount: 9.25, currency: 'GBP' },
      billingCurrency: 'GBP',
    }),
  ];
  const find = (query: TransactionsQuery) => ids(client, { cardToken: [token], merchant: name, ...query });
  expect(await find({})).toEqual([large, small, declined]);
  expect(await find({ sort: 'created' })).toEqual([declined, small, large]);
  expect(await find({ state: ['COMPLETED'], sort: '-billing' })).toEqual([large, small]);
  expect(await find({ state: ['COMPLETED', 'DECLINED'], currency: ['GBP'], amountFrom: '9' })).toContain(
    large,
  );
  expect(await find({ state: ['COMPLETED'], amountTo: '4' })).toEqual([small]);
  expect(await find({ declineReason: ['INCORRECT_PIN'] })).toEqual([declined]);
  expect(await find({ family: ['pin'] })).toEqual([declined]);
  expect(await find({ profileId: [path.profileId], query: `${lastFourDigits} sohne` })).toEqual([
    large,
    small,
    declined,
  ]);
  expect(await find({ to: '2020-01-01T00:00:00Z' })).toEqual([]);
  const valued = await list(client, { query: large });
  expect(valued.reportingCurrency).toBe('GBP');
  expect(valued.items[0]?.reporting).toMatchObject({ amount: '9.25', currency: 'GBP', rate: '1' });
  const { items, total, isTotalCapped } = await list(client, { query: declined });
  expect([total, isTotalCapped]).toEqual([1, false]);
  expect(items[0]).toMatchObject({
    id: declined,
    profileId: path.profileId,
    cardToken: token,
    lastFourDigits,
    declineReason: 'INCORRECT_PIN',
    declineTitle: 'Wrong PIN',
    source: 'webhook',
  });
});

test('GET transactions: pages hold every row once, whatever is sorted by; a cursor belongs to its order', async ({
  as,
  emulator,
}) => {
  const client = await as('auditor');
  const { token } = await pickCard(await as('operator'), { status: 'ACTIVE' });
  const merchant = { name: shopName() };
  const made: string[] = [];
  for (let nth = 0; nth < 5; nth += 1)
    made.push(
      await make(client, emulator, {
        cardToken: token,
        merchant,
        state: 'COMPLETED',
        billingCurrency: 'GBP',
      }),
    );
  for (const sort of ['-created', 'id', '-billing'] as const) {
    const seen: string[] = [];
    for (let cursor: string | undefined; ; ) {
      const page = await list(client, { merchant: merchant.name, sort, limit: 2, ...(cursor && { cursor }) });
      expect(page.total).toBe(5);
      seen.push(...page.items.map(({ id }) => id));
      if (page.nextCursor === null) break;
      cursor = page.nextCursor;
    }
    expect(seen).toHaveLength(5);
    expect(new Set(seen)).toEqual(new Set(made));
  }
  const { nextCursor } = await list(client, { merchant: merchant.name, limit: 2 });
  const refused = await client.call(listTransactions, {
    query: { merchant: merchant.name, sort: 'id', cursor: nextCursor ?? '' },
  });
  expect(refused.problem.code).toBe('validation_failed');
});

test('GET transactions: what is no filter is refused and named', async ({ as }) => {
  const client = await as('operator');
  for (const [query, field] of [
    [{ from: '2026-11-02T00:00:00Z', to: '2026-11-01T00:00:00Z' }, 'query.to'],
    [{ from: 'yesterday' }, 'query.from'],
    [{ amountFrom: '-1' }, 'query.amountFrom'],
    [{ currency: 'pounds' }, 'query.currency.0'],
    [{ family: 'NOT_DISCLOSED' }, 'query.family.0'],
    [{ profileId: 'x' }, 'query.profileId.0'],
    [{ sort: 'merchant' }, 'query.sort'],
    [{ limit: '201' }, 'query.limit'],
    [{ cursor: 'x' }, 'query.cursor'],
  ] as const) {
    const { problem } = await client.send('GET', '/api/transactions', { query });
    expect([problem.code, problem.fields?.map(({ path }) => path)]).toEqual(['validation_failed', [field]]);
  }
});

test('GET transactions: a hidden code finds what an invented one finds, for everybody but compliance', async ({
  as,
  emulator,
}) => {
  const operator = await as('operator');
  const { token } = await pickCard(operator, { status: 'ACTIVE' });
  const merchant = { name: shopName() };
  const hidden = ['SUSPECTED_FRAUD_AML', 'SCHEME_BLOCKED_TRANSACTION'];
  const made: string[] = [];
  for (const declineReason of hidden)
    made.unshift(
      await make(operator, emulator, { cardToken: token, merchant, state: 'DECLINED', declineReason }),
    );
  const ask = { merchant: merchant.name };
  for (const who of ['operator', 'admin', 'auditor'] as const) {
    const client = await as(who);
    const withoutTime = async (declineReason: string) => {
      const { asOf: _, ...rest } = await list(client, { ...ask, declineReason: [declineReason] });
      return rest;
    };
    const invented = await withoutTime('INVENTED_CODE');
    expect(invented).toEqual({
      items: [],
      nextCursor: null,
      reportingCurrency: 'GBP',
      total: 0,
      isTotalCapped: false,
    });
    for (const code of hidden) expect(await withoutTime(code)).toEqual(invented);
    expect(await ids(client, { ...ask, family: ['risk', 'merchant'] })).toEqual([]);
    const told = await list(client, { ...ask, declineReason: ['NOT_DISCLOSED'] });
    expect(told.items.map(({ id }) => id)).toEqual(made);
    for (const item of told.items)
      expect([item.declineReason, item.detailedDeclineReason, item.declineTitle]).toEqual([
        'NOT_DISCLOSED',
        null,
        'Declined, no further detail',
      ]);
  }
  const compliance = await as('compliance');
  for (const [index, code] of hidden.toReversed().entries())
    expect(await ids(compliance, { ...ask, declineReason: [code] })).toEqual([made[index]]);
});

test('GET transactions: a branch manager finds those of the own branch and no other, in no way', async ({
  as,
  emulator,
}) => {
  const [operator, manager] = [await as('operator'), await as('branch_manager')];
  const merchant = { name: shopName() };
  const own = await make(operator, emulator, { cardToken: demoCards.frozen.token, merchant });
  const { token, lastFourDigits } = await pickCard(operator, { status: 'ACTIVE' });
  const elsewhere = await make(operator, emulator, { cardToken: token, merchant });
  expect(await ids(operator, { merchant: merchant.name })).toEqual([elsewhere, own]);
  expect(await ids(manager, { merchant: merchant.name })).toEqual([own]);
  for (const query of [
    { query: elsewhere },
    { cardToken: [token] },
    { query: `${lastFourDigits} ${merchant.name}` },
  ])
    expect(await ids(manager, query)).toEqual([]);
  const file = await manager.call(exportTransactions, { query: { reason: 'audit', query: own } });
  expect(file.problem.code).toBe('forbidden');
});

test('GET export.csv: what is found, in the shown order and zone; it hurts no spreadsheet and leaves its trace', async ({
  as,
  emulator,
}) => {
  const operator = await as('operator');
  const { token } = await pickCard(operator, { status: 'ACTIVE' });
  const name = shopName();
  const merchant = { name: `=HYPERLINK("http://${name}.example")` };
  const first = await make(operator, emulator, { cardToken: token, merchant, state: 'COMPLETED' });
  const second = await make(operator, emulator, {
    cardToken: token,
    merchant,
    state: 'DECLINED',
    declineReason: 'SUSPECTED_FRAUD_AML',
  });
  const query = { cardToken: [token], merchant: name, sort: 'created', timeZone: 'Europe/Berlin' } as const;
  const { body, headers } = await operator.call(exportTransactions, {
    query: { ...query, reason: 'investigation' },
  });
  expect(headers.get('x-row-count'), 'told ahead of the file').toBe('2');
  const [head, ...rows] = body.trim().split(/\r?\n/);
  expect(head).toContain('Transaction,Created (Europe/Berlin)');
  expect(rows.map((row) => row.split(',')[0])).toEqual([first, second]);
  expect(body).not.toMatch(/(^|,)"?=/m);
  expect(body).toContain('NOT_DISCLOSED');
  expect(body).not.toContain('SUSPECTED_FRAUD_AML');

  const asked = { cardToken: [token], declineReason: ['SUSPECTED_FRAUD_AML'], query: name };
  const reviewed = await (await as('compliance')).call(exportTransactions, {
    query: { ...asked, reason: 'audit' },
  });
  expect(reviewed.body).toContain('SUSPECTED_FRAUD_AML');
  const trail = await (await as('auditor')).send('GET', '/api/audit', {
    query: { action: 'transactions.export', limit: 4 },
  });
  expect(trail.text).toContain(token);
  expect(trail.text).toContain('"rows":2');
  expect(trail.text).toContain('"searched":true');
  for (const secret of ['SUSPECTED_FRAUD_AML', `"query":"${name}"`]) expect(trail.text).not.toContain(secret);

  const noReason = await operator.send('GET', '/api/transactions/export.csv', {});
  expect(noReason.problem.code).toBe('validation_failed');
  expect(
    (await (await as('admin')).send('GET', '/api/transactions/export.csv?reason=audit', {})).problem.code,
  ).toBe('forbidden');
});
