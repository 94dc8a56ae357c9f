import { beforeEach, describe, expect, it } from 'vitest';
import {
  cardTransactionDetail,
  cardTransactionListReply,
  cardTransactionV3,
} from '../../contracts/wise/card-transactions.ts';
import { demoCards } from '../seeds/demo-cards.ts';
import { businessUser, startTestEmulator, type TestEmulator } from '../test-support.ts';

const { profileId, token: cardToken } = demoCards.purged;
const day = 86_400_000;
let wise: TestEmulator;
let token: string;
let now: number;
beforeEach(async () => {
  wise = startTestEmulator();
  token = await wise.userToken(businessUser);
  now = wise.emulator.world.clock.now();
});

const iso = (ms: number) => new Date(ms).toISOString();
const make = async (body: object) => {
  const reply = await wise.ask('POST', '/_emulator/transactions', { body: { cardToken, ...body } });
  expect(reply.status).toBe(200);
  return cardTransactionDetail.parse(reply.body);
};
const list = (query: Record<string, string> = {}) => {
  const range = { fromCreationTime: iso(now - 30 * day), toCreationTime: iso(now) };
  const path = `/v4/spend/profiles/${profileId}/cards/${cardToken}/transactions`;
  return wise.ask('GET', `${path}?${new URLSearchParams({ ...range, ...query })}`, { token });
};
const ids = async (query: Record<string, string> = {}) =>
  cardTransactionListReply.parse((await list(query)).body).transactions.map(({ id }) => id);
const get = (id: string, version = 'v4') =>
  wise.ask('GET', `/${version}/spend/profiles/${profileId}/cards/transactions/${id}`, { token });

const cashAbroad = {
  type: 'CASH_WITHDRAWAL',
  amount: { amount: 200, currency: 'PLN' },
  fees: [
    { amount: 12, currency: 'PLN', feeType: 'ATM_MACHINE' },
    { amount: 3.5, currency: 'PLN', feeType: 'ATM_WITHDRAWAL' },
  ],
};

describe('GET v4 transactions of a card', () => {
  it('gives the latest first, in pages that follow on from lastId', async () => {
    for (let count = 0; count < 25; count++) await make({ creationTime: iso(now - count * 1000) });
    const first = await ids({ pageSize: '10' });
    const second = await ids({ pageSize: '10', lastId: first.at(-1) ?? '' });
    const third = await ids({ pageSize: '10', lastId: second.at(-1) ?? '' });
    const all = [...first, ...second, ...third].map(Number);
    expect([first.length, second.length, third.length]).toEqual([10, 10, 5]);
    expect(all).toEqual([...new Set(all)].sort((a, b) => b - a));
    expect(await ids()).toHaveLength(20);
    expect(await ids({ lastId: third.at(-1) ?? '' })).toEqual([]);
  });

  it('gives what was created in the range, both ends included, and no movements', async () => {
    const at = (await make({ creationTime: iso(now - day) })).id;
    await make({ creationTime: iso(now - day - 1) });
    expect(await ids({ fromCreationTime: iso(now - day), toCreationTime: iso(now - day) })).toEqual([at]);
    const body = JSON.stringify((await list()).body);
    expect(body).not.toMatch(/"(debits|credits)"/);
  });

  it.each([
    [400, { fromCreationTime: 'yesterday' }],
    [400, { toCreationTime: '2026-11-20' }],
    [400, { pageSize: '9' }],
    [400, { pageSize: '101' }],
    [400, { lastId: 'x' }],
  ])('%i for %j', async (status, query) => {
    expect((await list(query)).status).toBe(status);
  });

  it('422 for a range that begins more than 90 days ago by the emulator’s clock, or ends before it begins', async () => {
    expect((await list({ fromCreationTime: iso(now - 90 * day) })).status).toBe(200);
    expect((await list({ fromCreationTime: iso(now - 90 * day - 1) })).status).toBe(422);
    await wise.ask('POST', '/_emulator/clock', { body: { advanceSeconds: 1 } });
    expect((await list({ fromCreationTime: iso(now - 90 * day) })).status).toBe(422);
    const upsideDown = { fromCreationTime: iso(now), toCreationTime: iso(now - 1) };
    expect((await list(upsideDown)).status).toBe(422);
  });

  it('asks for both bounds', async () => {
    const path = `/v4/spend/profiles/${profileId}/cards/${cardToken}/transactions`;
    for (const query of ['', `?fromCreationTime=${iso(now)}`, `?toCreationTime=${iso(now)}`])
      expect((await wise.ask('GET', path + query, { token })).status).toBe(400);
  });
});

describe('GET a transaction', () => {
  it('v4 includes the machine owner’s fee in the amount, v3 leaves every fee out', async () => {
    const { id } = await make(cashAbroad);
    const reply = await get(id);
    expect(reply.body).toMatchObject({
      id: Number(id),
      transactionAmount: { amount: 212, currency: 'PLN' },
      transactionAmountWithFees: { amount: 215.5, currency: 'PLN' },
      fees: [{ fee_type: 'ATM_MACHINE' }, { fee_type: 'ATM_WITHDRAWAL' }],
      billingAmount: { currency: 'GBP' },
    });
    expect((await get(id, 'v3')).body).toMatchObject({
      id,
      cardLastDigits: '3302',
      transactionAmount: { amount: 200, currency: 'PLN' },
      transactionAmountWithFees: { value: 215.5, currency: 'PLN' },
    });
    expect(cardTransactionV3.parse((await get(id, 'v3')).body).debits[0]).toMatchObject({
      creationTime: null,
      forAmount: { amount: '215.5', currency: 'PLN' },
    });
  });

  it('knows several balances that paid, whose shares add up to the whole', async () => {
    const { id } = await make({
      amount: { amount: 100, currency: 'EUR' },
      paidFrom: [
        { currency: 'EUR', share: 0.33 },
        { currency: 'GBP', share: 0.67 },
      ],
    });
    const { debits } = cardTransactionDetail.parse((await get(id)).body);
    expect(debits.map(({ forAmount }) => Number(forAmount?.amount))).toEqual([33, 67]);
    expect(new Set(debits.map(({ balanceId }) => balanceId)).size).toBe(2);
    const [own, converted] = debits;
    expect([own?.rate, own?.fee?.amount]).toEqual(['1', '0']);
    const taken = Number(converted?.debitedAmount.amount) - Number(converted?.fee?.amount);
    expect(taken * Number(converted?.rate)).toBeCloseTo(67, 1);
  });

  it('422 once it is older than 90 days', async () => {
    const { id } = await make({ creationTime: iso(now - 90 * day) });
    expect((await get(id)).status).toBe(200);
    await wise.ask('POST', '/_emulator/clock', { body: { advanceSeconds: 1 } });
    expect([(await get(id)).status, (await get(id, 'v3')).status]).toEqual([422, 422]);
  });

  it('404 for one that does not exist or is another profile’s, 400 for what is no id', async () => {
    const other = await make({ cardToken: demoCards.old.token });
    expect((await get(other.id)).status).toBe(404);
    expect((await get('9999999999')).status).toBe(404);
    expect((await get('abc')).status).toBe(400);
  });
});
