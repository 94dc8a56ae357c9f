import { beforeEach, describe, expect, it } from 'vitest';
import { balanceListReply } from '../../contracts/wise/balances.ts';
import {
  businessProfile,
  poundsAmount,
  poundsId,
  startMoney,
  type TestMoney,
} from '../money/test-support.ts';

const path = `/v4/profiles/${businessProfile}/balances`;
let money: TestMoney;
beforeEach(async () => {
  money = await startMoney();
});

const list = async (types: string) =>
  balanceListReply.parse((await money.asOwner('GET', `${path}?types=${types}`)).body);
const topUp = (change: object = {}) =>
  money.asOwner('POST', '/v1/simulation/balance/topup', {
    profileId: businessProfile,
    balanceId: poundsId,
    currency: 'GBP',
    amount: 0.1,
    ...change,
  });

describe('balances', () => {
  it('are listed by the types that were asked for', async () => {
    expect((await list('STANDARD')).map(({ currency }) => currency)).toEqual(['GBP', 'EUR', 'USD', 'CAD']);
    expect((await list('SAVINGS')).map(({ investmentState, name }) => [name, investmentState])).toEqual([
      ['Tax', 'NOT_INVESTED'],
      ['Reserve fund', 'INVESTED'],
    ]);
    expect(await list('SAVINGS,STANDARD')).toHaveLength(6);
  });

  it('say what may be spent, what is held and what it comes to', async () => {
    const [pounds] = await list('STANDARD');
    expect(pounds).toMatchObject({
      id: String(poundsId),
      amount: { value: '655012.18', currency: 'GBP' },
      reservedAmount: { value: '12480' },
      cashAmount: { value: '667492.18' },
      visible: true,
    });
  });

  it.each(['', '?types=', '?types=STANDARD,JAR', '?types=standard'])('%s answers 400', async (query) => {
    expect((await money.asOwner('GET', path + query)).status).toBe(400);
  });

  it('one is read by its id; unknown ones and those of another profile are not found', async () => {
    const reply = await money.asOwner('GET', `${path}/${poundsId}`);
    expect(reply.body).toMatchObject({ id: poundsId, totalWorth: { value: 667_492.18, currency: 'GBP' } });
    for (const id of ['201', '999999'])
      expect((await money.asOwner('GET', `${path}/${id}`)).status).toBe(404);
    expect((await money.asOwner('GET', `${path}/first`)).status).toBe(400);
  });

  it('those of another user are refused; a personal token may read', async () => {
    const other = await money.userToken(20_000_101);
    expect((await money.ask('GET', `${path}?types=STANDARD`, { token: other })).status).toBe(403);
    const personal = { token: 'demo-personal-20000001' };
    expect((await money.ask('GET', `${path}?types=STANDARD`, personal)).status).toBe(200);
    expect((await money.ask('GET', '/2026Q3' + path.slice(3) + '?types=STANDARD', personal)).status).toBe(
      200,
    );
  });
});

describe('a simulated top-up', () => {
  it('adds to the balance to the penny and tells the subscribers', async () => {
    const told = await money.listen('balances#update');
    for (let time = 0; time < 3; time++) await topUp({ channel: 'TRANSFER' });
    const last = await topUp();
    expect(last.body).toMatchObject({
      state: 'COMPLETED',
      balancesAfter: [{ id: poundsId, value: 655_012.58, currency: 'GBP' }],
    });
    expect(money.amountOf(poundsId)).toBe(655_012.58);
    const events = await told();
    expect(events).toHaveLength(4);
    expect(events[0]).toMatchObject({
      resource: { type: 'balance-account', profile_id: businessProfile },
      balance_id: poundsId,
      amount: 0.1,
      currency: 'GBP',
      transaction_type: 'credit',
      channel_name: 'TRANSFER',
      post_transaction_balance_amount: 655_012.28,
    });
    expect(events[3]).toMatchObject({ channel_name: 'CARD' });
    const steps = events.map((data) => Number(Reflect.get(Object(data), 'step_id')));
    expect(steps).toEqual([...steps].sort((a, b) => a - b));
    expect(new Set(steps).size).toBe(4);
  });

  it.each([
    [{ amount: 0 }],
    [{ amount: -5 }],
    [{ amount: 0.001 }],
    [{ currency: 'EUR' }],
    [{ balanceId: 201 }],
    [{ balanceId: undefined }],
    [{ channel: 'CASH' }],
  ])('%j is refused and nothing changes', async (change) => {
    expect((await topUp(change)).status).toBe(400);
    expect(money.amountOf(poundsId)).toBe(poundsAmount);
  });

  it('of another user’s profile is refused, and by a personal token', async () => {
    expect((await topUp({ profileId: 30_000_101 })).status).toBe(403);
    const body = { profileId: businessProfile, balanceId: poundsId, currency: 'GBP', amount: 1 };
    const reply = await money.ask('POST', '/v1/simulation/balance/topup', {
      token: 'demo-personal-20000001',
      body,
    });
    expect(reply.status).toBe(403);
  });
});
