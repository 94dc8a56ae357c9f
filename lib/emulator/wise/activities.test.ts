import { beforeEach, describe, expect, it } from 'vitest';
import { activityStatusValues } from '../../catalogues/statuses.ts';
import { activityListReply } from '../../contracts/wise/activities.ts';
import { demoCards } from '../seeds/demo-cards.ts';
import { businessUser, startTestEmulator, type TestEmulator } from '../test-support.ts';

const { profileId, token: cardToken } = demoCards.oddities;
let wise: TestEmulator;
let token: string;
beforeEach(async () => {
  wise = startTestEmulator();
  token = await wise.userToken(profileId - 10_000_000);
});

const ask = (query: Record<string, string> = {}, profile: number = profileId) =>
  wise.ask('GET', `/v1/profiles/${profile}/activities?${new URLSearchParams(query)}`, { token });
const list = async (query: Record<string, string> = {}) => {
  const reply = await ask(query);
  expect(reply.status).toBe(200);
  return activityListReply.parse(reply.body);
};
async function listAll(query: Record<string, string> = {}) {
  const all = [];
  for (let cursor: string | null = ''; cursor !== null; ) {
    const page = await list({ size: '7', ...query, ...(cursor && { nextCursor: cursor }) });
    all.push(...page.activities);
    cursor = page.cursor;
  }
  return all;
}
const pay = (body: object) =>
  wise.ask('POST', '/_emulator/transactions', {
    body: {
      cardToken,
      amount: { amount: 1234.5, currency: 'PLN' },
      merchant: { name: 'Bar Mleczny' },
      ...body,
    },
  });

describe('GET v1 activities', () => {
  it('pages through everything once, the newest first', async () => {
    const all = await listAll();
    const ids = all.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    const times = all.map(({ createdOn }) => createdOn);
    expect(times).toEqual([...times].sort().reverse());
    const { size } = wise.emulator.world.cards
      .slice(profileId)
      .reduce(
        (sum, card) => ({ size: sum.size + wise.emulator.world.cardTransactions.ofCard(card.token).length }),
        { size: 0 },
      );
    expect(all.filter(({ resource }) => resource?.type === 'CARD_TRANSACTION')).toHaveLength(size);
    expect((await list()).activities).toHaveLength(10);
  });

  it('a payment of just now comes first and does not move the pages after it', async () => {
    const first = await list({ size: '5' });
    const second = await list({ size: '5', nextCursor: first.cursor ?? '' });
    await pay({ state: 'IN_PROGRESS' });
    expect((await list({ size: '1' })).activities).toMatchObject([
      {
        type: 'CARD_PAYMENT',
        resource: { type: 'CARD_TRANSACTION' },
        title: '<strong>Bar Mleczny</strong>',
        primaryAmount: '1,234.50 PLN',
        secondaryAmount: expect.stringMatching(/^\d+\.\d\d GBP$/),
        status: 'IN_PROGRESS',
      },
    ]);
    expect(await list({ size: '5', nextCursor: first.cursor ?? '' })).toEqual(second);
  });

  it.each([
    [{ type: 'REFUND' }, { type: 'CARD_PAYMENT', primaryAmount: '<positive>+ 1,234.50 PLN</positive>' }],
    [{ type: 'CASH_WITHDRAWAL' }, { type: 'CASH_WITHDRAWAL', status: 'COMPLETED' }],
    [{ amount: { amount: 0, currency: 'GBP' } }, { type: 'CARD_CHECK', primaryAmount: '0 GBP' }],
    [{ amount: { amount: 15000, currency: 'JPY' } }, { primaryAmount: '15,000 JPY' }],
    [{ merchant: null }, { title: '<strong>Card payment</strong>' }],
    [
      { state: 'DECLINED', declineReason: 'SUSPECTED_FRAUD_AML' },
      { status: 'CANCELLED', description: 'Declined' },
    ],
    [
      { state: 'CANCELLED' },
      { status: 'CANCELLED', title: '<strikethrough><strong>Bar Mleczny</strong></strikethrough>' },
    ],
  ])('of the payment %j tells %j', async (body, told) => {
    await pay(body);
    expect((await list({ size: '1' })).activities).toMatchObject([told]);
  });

  it('filters by status, by resource and by time, both ends included', async () => {
    const all = await listAll();
    for (const status of activityStatusValues) {
      const expected = all.filter((row) => row.status === status).map(({ id }) => id);
      expect(expected.length).toBeGreaterThan(0);
      expect((await listAll({ status })).map(({ id }) => id)).toEqual(expected);
    }
    const transfers = await listAll({ monetaryResourceType: 'TRANSFER' });
    expect(new Set(transfers.map(({ resource }) => resource?.type))).toEqual(new Set(['TRANSFER']));
    const until = all[4]?.createdOn ?? '';
    const since = all[9]?.createdOn ?? '';
    expect((await listAll({ since, until })).map(({ id }) => id)).toEqual(
      all.slice(4, 10).map(({ id }) => id),
    );
  });

  it.each([
    { size: '0' },
    { size: '101' },
    { status: 'DONE' },
    { monetaryResourceType: 'CARD' },
    { since: 'yesterday' },
    { until: '2026-11-20' },
    { nextCursor: 'nonsense' },
  ])('400 for %j', async (query) => {
    expect((await ask(query)).status).toBe(400);
  });

  it('403 for another user’s profile; without demo data there is nothing but payments', async () => {
    expect((await ask({}, demoCards.active.profileId)).status).toBe(403);
    wise = startTestEmulator('scale');
    token = await wise.userToken(businessUser);
    const [profile] = wise.emulator.world.profiles.slice(businessUser);
    const reply = await ask({ monetaryResourceType: 'TRANSFER' }, profile?.id);
    expect(reply.body).toEqual({ cursor: null, activities: [] });
  });
});
