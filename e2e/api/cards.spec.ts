import { exportCards, getCard, listCards, listProfileCards } from '../../lib/contracts/cards.ts';
import { expect, test } from '../fixtures.ts';
import { demoCards } from '../support/demo-cards.ts';

const pathOf = ({ profileId, token }: { profileId: string; token: string }) => ({
  profileId,
  cardToken: token,
});

test('GET cards: finds every card of the demo data, and the counts add up', async ({ as }) => {
  const { body } = await (await as('operator')).call(listCards, {});
  // Other tests order cards.
  expect(body.total).toBeGreaterThanOrEqual(240);
  expect(Object.values(body.counts).reduce((sum, count) => sum + count, 0)).toBe(body.total);
  expect(Object.keys(body.counts).sort()).toEqual([
    'ACTIVE',
    'BLOCKED',
    'EXPIRED',
    'FROZEN',
    'INACTIVE',
    'PARTNER_SUSPENDED',
    'PURGED',
  ]);
});

test('GET cards: pages through everything once, in order, without a gap or a repeat', async ({ as }) => {
  const client = await as('operator');
  const { total = 0 } = (await client.call(listCards, {})).body;
  for (const sort of ['holder', '-expiry', 'lastFour', '-created'] as const) {
    const tokens: string[] = [];
    let cursor: string | undefined;
    do {
      const { body } = await client.call(listCards, {
        query: { sort, limit: 37, ...(cursor && { cursor }) },
      });
      tokens.push(...body.items.map((card) => card.token));
      cursor = body.nextCursor ?? undefined;
    } while (cursor);
    expect(tokens).toHaveLength(total);
    expect(new Set(tokens).size).toBe(total);
  }
});

test('GET cards: last four, name without accents, phone, token and profile each find their card', async ({
  as,
}) => {
  const client = await as('operator');
  const { body: card } = await client.call(getCard, { params: pathOf(demoCards.lockedTwo) });
  const words = [
    card.lastFourDigits,
    (card.cardHolderName ?? '')
      .normalize('NFD')
      .replace(/\p{Diacritic}/gu, '')
      .toUpperCase(),
    (card.phoneNumber ?? '').slice(-7),
    card.token.slice(0, 13),
    card.token,
    `${card.lastFourDigits} ${(card.cardHolderName ?? '').split(' ').at(-1)}`,
  ];
  for (const query of words) {
    const { body } = await client.call(listCards, { query: { query, limit: 200 } });
    expect(
      body.items.map((found) => found.token),
      query,
    ).toContain(card.token);
  }
  const { body: byProfile } = await client.call(listCards, {
    query: { query: card.profileName, limit: 200 },
  });
  expect(byProfile.items.map((found) => found.token)).toContain(card.token);
});

test('GET cards: four digits are the last four and nothing else', async ({ as }) => {
  const client = await as('operator');
  const { body: card } = await client.call(getCard, { params: pathOf(demoCards.virtual) });
  const { body } = await client.call(listCards, { query: { query: card.lastFourDigits, limit: 200 } });
  expect(new Set(body.items.map((found) => found.lastFourDigits))).toEqual(new Set([card.lastFourDigits]));
});

test('GET cards: a wildcard typed by a person is a letter', async ({ as }) => {
  const client = await as('operator');
  for (const query of ['%', '_', '\\', "' or 1=1 --"]) {
    expect((await client.call(listCards, { query: { query } })).body.total, query).toBe(0);
  }
});

test('GET cards: filters combine, and the counts per status ignore only the filter on status', async ({
  as,
}) => {
  const client = await as('operator');
  const all = (await client.call(listCards, { query: { type: ['VIRTUAL'] } })).body;
  const { body } = await client.call(listCards, {
    query: { type: ['VIRTUAL'], status: ['FROZEN', 'BLOCKED'], limit: 200 },
  });
  expect(body.counts).toEqual(all.counts);
  expect(body.total).toBe((all.counts.FROZEN ?? 0) + (all.counts.BLOCKED ?? 0));
  expect(new Set(body.items.map((card) => card.cardProgram.cardType))).toEqual(new Set(['VIRTUAL']));
});

test('GET cards: an unknown value finds nothing, a broken cursor or sort is named', async ({ as }) => {
  const client = await as('operator');
  expect((await client.call(listCards, { query: { status: ['NO_SUCH_STATUS'] } })).body.items).toEqual([]);
  for (const query of [
    'cursor=nonsense',
    'sort=colour',
    'limit=0',
    'limit=1000',
    'colour=red',
    'profileId=abc',
  ]) {
    const answer = await client.send('GET', `/api/cards?${query}`);
    expect(`${query} ${answer.problem.code}`).toBe(`${query} validation_failed`);
  }
});

test('GET card: unknown, another profile’s and a malformed one all answer 404 alike', async ({ as }) => {
  const client = await as('operator');
  const paths = [
    { profileId: '30000001', cardToken: '00000000-0000-4000-8000-000000000000' },
    { profileId: demoCards.lockedTwo.profileId, cardToken: demoCards.active.token },
    { profileId: '1', cardToken: demoCards.active.token },
    { profileId: 'abc', cardToken: demoCards.active.token },
    { profileId: '30000001', cardToken: 'not-a-token' },
    { profileId: '99999999999999999999999', cardToken: demoCards.active.token },
  ];
  for (const params of paths) {
    const { problem } = await client.call(getCard, { params });
    expect({ code: problem.code, detail: problem.detail }).toEqual({
      code: 'not_found',
      detail: 'There is nothing here that you may see.',
    });
  }
});

test('GET card: a purged card has no holder and no phone number', async ({ as }) => {
  const { body } = await (await as('operator')).call(getCard, { params: pathOf(demoCards.purged) });
  expect(body).toMatchObject({ status: { value: 'PURGED' }, cardHolderName: null, phoneNumber: null });
});

test('GET profile cards: one page straight from Wise', async ({ as }) => {
  const client = await as('operator');
  const { body } = await client.call(listProfileCards, {
    params: { profileId: '30000001' },
    query: { pageSize: 10, pageNumber: 2 },
  });
  expect(body.cards).toHaveLength(10);
  expect(body.totalCount).toBeGreaterThan(20);
  const wrong = await client.call(listProfileCards, {
    params: { profileId: '30000001' },
    query: { pageSize: 5 },
  });
  expect(wrong.problem.fields?.[0]?.path).toBe('query.pageSize');
});

test('GET cards export: everything found, in the shown order, phones masked unless asked for, formulas made text', async ({
  as,
}) => {
  const client = await as('operator');
  const query = {
    status: ['FROZEN'],
    sort: 'holder' as const,
    reason: 'reconciliation' as const,
    columns: 'holder,card,phone,token',
  };
  const { text, headers } = await client.call(exportCards, { query });
  expect(headers.get('content-disposition')).toContain('cards.csv');
  const lines = text.replace(/^﻿/, '').trim().split('\n');
  const { body: list } = await client.call(listCards, {
    query: { status: ['FROZEN'], sort: 'holder', limit: 200 },
  });
  expect(lines[0]).toBe('Holder,Last four,Phone,Token');
  expect(lines.slice(1).map((line) => line.split(',').at(-1))).toEqual(list.items.map((card) => card.token));
  expect(text).not.toContain(list.items[0]?.phoneNumber ?? 'no phone');
  expect(lines[1]).toMatch(/,"?'\+\d\d … \d\d/);
  const open = await client.call(exportCards, { query: { ...query, includePhone: 'true' } });
  expect(open.text).toContain(`'${list.items[0]?.phoneNumber}`);
});

test('GET cards export: needs a reason and a zone that is one, and roles without the right get nothing', async ({
  as,
}) => {
  const operator = await as('operator');
  const without = await operator.send('GET', '/api/cards/export.csv');
  expect(without.problem.fields?.[0]?.path).toBe('query.reason');
  const elsewhere = await operator.send('GET', '/api/cards/export.csv?reason=audit&timeZone=Moon/Tycho');
  expect(elsewhere.problem.fields?.[0]?.path).toBe('query.timeZone');
  for (const role of ['admin', 'branch_manager'] as const) {
    expect((await (await as(role)).send('GET', '/api/cards/export.csv?reason=audit')).problem.code).toBe(
      'forbidden',
    );
  }
});
