import { beforeEach, describe, expect, it } from 'vitest';
import { cardSpendLimits, profileSpendLimits } from '../../contracts/wise/spend-limits.ts';
import { demoCards } from '../seeds/demo-cards.ts';
import { startTestEmulator, type TestEmulator } from '../test-support.ts';

const { profileId, token: cardToken } = demoCards.dailyLimit;
const ofProfile = `/v4/spend/profiles/${profileId}/spend-limits`;
const ofCard = `/v4/spend/profiles/${profileId}/cards/${cardToken}/spend-limits`;
let wise: TestEmulator;
let token: string;
beforeEach(async () => {
  wise = startTestEmulator();
  token = await wise.userToken(profileId - 10_000_000);
});
const gbp = (amount: number) => ({ value: { amount, currency: 'GBP' } });
const cardLimits = async () => cardSpendLimits.parse((await wise.ask('GET', ofCard, { token })).body);
const profileLimits = async () =>
  profileSpendLimits.parse((await wise.ask('GET', ofProfile, { token })).body).spendLimits;
const patch = (path: string, body: unknown) => wise.ask('PATCH', path, { token, body });
const spend = (amount: number, body: object = {}) =>
  wise.ask('POST', '/_emulator/transactions', {
    body: { cardToken, amount: { amount, currency: 'GBP' }, ...body },
  });

describe('spend limits of a card', () => {
  it('tell what was used of each window and when it ends where the profile is', async () => {
    const limits = await cardLimits();
    expect(limits).toMatchObject({
      transaction: null,
      daily: {
        value: { amount: '250', currency: 'GBP' },
        usage: { amount: '180.4', currency: 'GBP' },
        resetAt: '2026-11-21T23:59:59.999999999Z',
      },
      monthly: { value: { amount: '2000', currency: 'GBP' }, resetAt: '2026-11-30T23:59:59.999999999Z' },
      lifetime: null,
    });
  });

  it('count what is held or taken, not what was declined, cancelled or refunded', async () => {
    await spend(10, { state: 'IN_PROGRESS' });
    await spend(20);
    await spend(40, { state: 'DECLINED' });
    await spend(80, { state: 'CANCELLED' });
    await spend(160, { type: 'REFUND' });
    expect((await cardLimits()).daily?.usage?.amount).toBe('210.4');
    await wise.ask('POST', '/_emulator/clock', { body: { advanceSeconds: 86_400 } });
    token = await wise.userToken(profileId - 10_000_000);
    expect((await cardLimits()).daily?.usage?.amount).toBe('0');
  });

  it('are set one by one and taken away', async () => {
    const reply = await patch(ofCard, { transaction: gbp(90.5), lifetime: gbp(0) });
    expect(cardSpendLimits.parse(reply.body)).toEqual(await cardLimits());
    expect(await cardLimits()).toMatchObject({
      transaction: { value: { amount: '90.5' }, usage: { amount: '0' }, resetAt: null },
      daily: { value: { amount: '250' } },
      lifetime: { value: { amount: '0' }, resetAt: null },
    });
    expect((await wise.ask('DELETE', `${ofCard}/daily`, { token })).status).toBe(200);
    expect((await wise.ask('DELETE', `${ofCard}/daily`, { token })).status).toBe(200);
    expect((await cardLimits()).daily).toBeNull();
    expect((await wise.ask('DELETE', `${ofCard}/weekly`, { token })).status).toBe(400);
  });

  it.each([
    [400, {}],
    [400, { weekly: gbp(1) }],
    [400, { daily: { value: { amount: '5', currency: 'GBP' } } }],
    [422, { daily: gbp(-1) }],
    [422, { daily: gbp(1.001) }],
  ])('%i for %j and nothing changes', async (status, body) => {
    const before = await cardLimits();
    const reply = await patch(ofCard, body);
    expect([reply.status, Object(reply.body).type]).toEqual([status, '/errors/types/validation']);
    expect(await cardLimits()).toEqual(before);
  });
});

describe('spend limits of a profile', () => {
  it('are shared by its cards, purchases and withdrawals apart', async () => {
    const before = await profileLimits();
    expect(before.map(({ type }) => type)).toEqual(['PURCHASE', 'ATM_WITHDRAWAL']);
    const [sibling] = wise.emulator.world.cards.slice(profileId).filter((row) => row.token !== cardToken);
    await spend(15, { cardToken: sibling?.token });
    await spend(70, { type: 'CASH_WITHDRAWAL' });
    const after = await profileLimits();
    const used = (limits: typeof before, at: number) =>
      Number(limits[at]?.aggregateWindow.daily?.usage?.amount);
    expect(used(after, 0) - used(before, 0)).toBeCloseTo(15, 6);
    expect(used(after, 1) - used(before, 1)).toBeCloseTo(70, 6);
  });

  it('are set with both windows, up to the maximum', async () => {
    const aggregateWindow = { daily: gbp(500), monthly: gbp(60_000) };
    const reply = await patch(ofProfile, { type: 'PURCHASE', aggregateWindow });
    expect(reply.status).toBe(200);
    const [purchases, withdrawals] = await profileLimits();
    expect(purchases?.aggregateWindow).toMatchObject({
      daily: { value: { amount: '500' }, max: { amount: '30000' } },
      monthly: { value: { amount: '60000' } },
    });
    expect(withdrawals?.aggregateWindow.daily?.value.amount).toBe('1000');
  });

  it.each([
    [400, { type: 'PURCHASE', aggregateWindow: { daily: gbp(5) } }],
    [400, { type: 'SAVINGS', aggregateWindow: { daily: gbp(5), monthly: gbp(5) } }],
    [422, { type: 'PURCHASE', aggregateWindow: { daily: gbp(30_001), monthly: gbp(5) } }],
    [
      422,
      {
        type: 'PURCHASE',
        aggregateWindow: { daily: { value: { amount: 1, currency: 'EUR' } }, monthly: gbp(5) },
      },
    ],
  ])('%i for %j and nothing changes', async (status, body) => {
    const before = await profileLimits();
    expect((await patch(ofProfile, body)).status).toBe(status);
    expect(await profileLimits()).toEqual(before);
  });

  it('another user’s profile stays closed', async () => {
    expect((await wise.ask('GET', ofProfile, { token: await wise.userToken(20000101) })).status).toBe(403);
  });
});
