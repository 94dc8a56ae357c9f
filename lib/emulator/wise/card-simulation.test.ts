import { beforeEach, describe, expect, it } from 'vitest';
import { simulatedTransactions, simulationReply } from '../../contracts/wise/card-simulation.ts';
import { cardTransactionStateChange } from '../../contracts/wise/card-transaction-events.ts';
import { cardTransactionDetail } from '../../contracts/wise/card-transactions.ts';
import { cardSecretsOf } from '../core/card-secrets.ts';
import { type DemoCardName, demoCards } from '../seeds/demo-cards.ts';
import { startTestEmulator, type TestEmulator } from '../test-support.ts';

let wise: TestEmulator;
beforeEach(() => {
  wise = startTestEmulator();
});

/** Speaks as the holder of one of the demo's cards. */
async function useCard(name: DemoCardName) {
  const { profileId, token: cardToken } = demoCards[name];
  const token = await wise.userToken(profileId - 10_000_000);
  const card = () => {
    const row = wise.emulator.world.cards.get(cardToken);
    if (!row) throw new Error('the demo data has no such card');
    return row;
  };
  const path = `simulation/spend/profiles/${profileId}/cards/${cardToken}/transactions`;
  const ask = {
    pos: 'CHIP_AND_PIN',
    transactionType: 'GOODS_AND_SERVICES',
    amount: { value: 10, currency: 'GBP' },
    mcc: 5499,
    cardNumber: cardSecretsOf(card()).pan,
  };
  const post = (step: string, body: object, version = 'v1') =>
    wise.ask('POST', `/${version}/${path}/${step}`, { token, body });
  const authorise = (body: object = {}) => post('authorisation', { ...ask, ...body }, 'v2');
  const authorised = async (body: object = {}) => {
    const reply = await authorise(body);
    expect(reply.status).toBe(200);
    return simulationReply.parse(reply.body);
  };
  const list = async (query = '') =>
    simulatedTransactions.parse((await wise.ask('GET', `/v2/${path}${query}`, { token })).body);
  const newest = async () => {
    const [latest] = await list('?limit=1');
    const address = `/v4/spend/profiles/${profileId}/cards/transactions/${latest?.transactionId}`;
    return cardTransactionDetail.parse((await wise.ask('GET', address, { token })).body);
  };
  return { ask, authorise, authorised, card, list, newest, post, token, cardToken, profileId };
}

const step = (ref: unknown, value = 10, transactionType = 'GOODS_AND_SERVICES', currency = 'GBP') => ({
  amount: { value, currency },
  transactionType,
  ref,
});

describe('POST v2 authorisation', () => {
  it.each([
    ['CHIP_AND_PIN', 'GOODS_AND_SERVICES', 'POS_PURCHASE'],
    ['E_COMMERCE_NO_3DS', 'GOODS_AND_SERVICES', 'ECOM_PURCHASE'],
    ['CHIP_AND_PIN', 'CASH_WITHDRAWAL', 'CASH_WITHDRAWAL'],
    ['E_COMMERCE_NO_3DS', 'REFUND', 'REFUND'],
  ])('%s, %s is held as %s', async (pos, transactionType, type) => {
    const { authorised, card, newest } = await useCard('traveller');
    const { error, reference } = await authorised({ pos, transactionType });
    expect(error).toBeNull();
    expect(reference).toMatchObject({
      transaction: {
        acquirer: { merchantCategoryCode: 5499 },
        card: { ...cardSecretsOf(card()), token: card().token, cardStatus: 'ACTIVE' },
        pos: { type: pos },
      },
      authorizationIdResponse: expect.stringMatching(/^\d{6}$/),
    });
    expect(await newest()).toMatchObject({
      type,
      state: 'IN_PROGRESS',
      declineReason: null,
      merchant: { category: { code: '5499' } },
    });
  });

  it('tells the subscribers each step', async () => {
    const { authorised, post } = await useCard('old');
    await wise.ask('POST', '/v3/applications/demo-client/subscriptions', {
      token: await wise.clientToken(),
      body: {
        name: 'Card transactions',
        trigger_on: 'cards#transaction-state-change',
        delivery: { version: '4.0.0', url: 'http://127.0.0.1:1/api/webhooks/wise' },
      },
    });
    const { reference } = await authorised();
    await post('reversal', step(reference, 4));
    await post('clearing', step(reference, 4));
    await wise.ask('POST', '/_emulator/settle');
    const told = wise.sent.map(({ body }) => cardTransactionStateChange.parse(JSON.parse(body)).data);
    expect(told.map((data) => data.transaction_step_type)).toEqual(['AUTH', 'PARTIAL_REVERSAL', 'CAPTURE']);
  });

  it.each<[DemoCardName, object, string, string | null]>([
    ['frozen', {}, 'CARD_FROZEN', null],
    ['blocked', {}, 'CARD_BLOCKED', null],
    ['inactive', {}, 'CARD_INACTIVE', null],
    ['expired', { transactionType: 'REFUND' }, 'CARD_EXPIRED', null],
    ['partnerSuspended', {}, 'CARD_PARTNER_SUSPENDED', null],
    ['pinTriesExceeded', {}, 'PIN_ENTRY_TRIES_EXCEEDED', null],
    ['ecomOff', { pos: 'E_COMMERCE_NO_3DS' }, 'PAYMENT_METHOD_NOT_ALLOWED', 'ECOM_DISABLED'],
    ['virtual', {}, 'PAYMENT_METHOD_NOT_ALLOWED', 'CHIP_DISABLED'],
    [
      'dailyLimit',
      { amount: { value: 69.61, currency: 'GBP' } },
      'PAYMENT_METHOD_DAILY_LIMIT_EXCEEDED',
      'CARD_GENERAL_DAILY_LIMIT_EXCEEDED_CHANGEABLE',
    ],
    [
      'old',
      { amount: { value: 15_000.01, currency: 'GBP' } },
      'PAYMENT_METHOD_DAILY_LIMIT_EXCEEDED',
      'PROFILE_GENERAL_DAILY_LIMIT_EXCEEDED_CHANGEABLE',
    ],
  ])('with the card %s and %j is declined for %s', async (name, body, reason, detail) => {
    const { authorised, newest } = await useCard(name);
    expect((await authorised(body)).error).toBe(reason);
    expect(await newest()).toMatchObject({
      state: 'DECLINED',
      declineReason: reason,
      detailedDeclineReason: detail,
      debits: [],
    });
  });

  it('goes through up to the last penny of a limit, once', async () => {
    const { authorised } = await useCard('dailyLimit');
    const rest = { amount: { value: 69.6, currency: 'GBP' } };
    expect((await authorised(rest)).error).toBeNull();
    expect((await authorised({ amount: { value: 0.01, currency: 'GBP' } })).error).toBe(
      'PAYMENT_METHOD_DAILY_LIMIT_EXCEEDED',
    );
  });

  it('the first payment with chip and PIN opens what was locked until then', async () => {
    const { authorised, card } = await useCard('lockedTwo');
    const locked = () => card().spendingPermissions.filter((row) => row.isLocked).length;
    await authorised({ pos: 'E_COMMERCE_NO_3DS' });
    expect(locked()).toBe(2);
    expect((await authorised()).error).toBeNull();
    expect(locked()).toBe(0);
  });

  it.each([
    { cardNumber: '4242424242424242' },
    { amount: { value: 0, currency: 'GBP' } },
    { amount: { value: 1.005, currency: 'GBP' } },
    { amount: { value: 5, currency: 'pounds' } },
    { transactionType: 'CASH_WITHDRAWAL', pos: 'E_COMMERCE_NO_3DS' },
    { transactionType: 'GIFT' },
    { mcc: 'grocer' },
  ])('400 for %j and nothing is made', async (body) => {
    const { authorise, list } = await useCard('old');
    expect((await authorise(body)).status).toBe(400);
    expect(await list()).toEqual([]);
  });

  it('403 for another user’s profile', async () => {
    const { ask, cardToken, profileId } = await useCard('old');
    const token = await wise.userToken(20_000_102);
    const path = `/v2/simulation/spend/profiles/${profileId}/cards/${cardToken}/transactions/authorisation`;
    expect((await wise.ask('POST', path, { token, body: ask })).status).toBe(403);
  });
});

describe('POST v1 clearing', () => {
  it('takes less or more than was held, also after it was let go', async () => {
    const { authorised, newest, post } = await useCard('traveller');
    for (const value of [7.5, 10, 12.25]) {
      const { reference } = await authorised();
      expect(simulationReply.parse((await post('clearing', step(reference, value))).body).error).toBeNull();
      expect(await newest()).toMatchObject({ state: 'COMPLETED', transactionAmount: { amount: `${value}` } });
    }
    const { reference } = await authorised();
    await post('reversal', step(reference, 0));
    await post('clearing', step(reference, 10));
    expect((await newest()).state).toBe('COMPLETED');
  });

  it('brings a refund in', async () => {
    const { authorised, newest, post } = await useCard('old');
    const { reference } = await authorised({ transactionType: 'REFUND' });
    expect((await newest()).credits).toEqual([]);
    await post('clearing', step(reference, 10, 'REFUND'));
    expect(await newest()).toMatchObject({
      type: 'REFUND',
      state: 'COMPLETED',
      credits: [{ creditedAmount: { amount: '10', currency: 'GBP' } }],
    });
  });

  it('changes nothing of what was declined or taken already, and says so', async () => {
    const { authorised, newest, post } = await useCard('old');
    const { reference } = await authorised();
    await post('clearing', step(reference));
    const taken = await newest();
    const again = simulationReply.parse((await post('clearing', step(reference, 20))).body);
    expect(again.error).toBe('TRANSACTION_COMPLETED');
    expect(await newest()).toEqual(taken);
    const declined = await (await useCard('frozen')).authorised();
    const reply = await (await useCard('frozen')).post('clearing', step(declined.reference));
    expect(reply.body).toMatchObject({ error: 'TRANSACTION_DECLINED' });
  });

  it('400 for a reference, a type or a currency that is not the authorisation’s', async () => {
    const { authorised, post } = await useCard('old');
    const { reference } = await authorised();
    const foreign = (await (await useCard('restricted')).authorised()).reference;
    const bent = { ...reference, transaction: { ...reference.transaction, stan: '000000x' } };
    const bodies = [
      step(foreign),
      step(bent),
      step({}),
      step(reference, 10, 'REFUND'),
      step(reference, 10, 'GOODS_AND_SERVICES', 'EUR'),
      step(reference, 0),
    ];
    for (const body of bodies) expect((await post('clearing', body)).status).toBe(400);
  });

  it('422 with Mastercard, where a refund cannot be authorised either', async () => {
    const { authorise, card, authorised, post } = await useCard('old');
    wise.emulator.world.cards.put({
      ...card(),
      cardProgram: { ...card().cardProgram, scheme: 'MASTERCARD' },
    });
    const { reference } = await authorised();
    expect((await post('clearing', step(reference))).status).toBe(422);
    expect((await post('reversal', step(reference, 0))).status).toBe(200);
    expect((await authorise({ transactionType: 'REFUND' })).status).toBe(422);
  });
});

describe('POST v1 reversal', () => {
  it('leaves the amount that is asked for, and 0 cancels', async () => {
    const { authorised, newest, post } = await useCard('old');
    const { reference } = await authorised();
    await post('reversal', step(reference, 3));
    expect(await newest()).toMatchObject({ state: 'IN_PROGRESS', transactionAmount: { amount: '3' } });
    await post('reversal', step(reference, 0));
    expect(await newest()).toMatchObject({ state: 'CANCELLED', purgeTime: null });
    expect((await post('reversal', step(reference, 0))).body).toMatchObject({
      error: 'TRANSACTION_CANCELLED',
    });
  });

  it('400 for more than is held', async () => {
    const { authorised, post } = await useCard('old');
    const { reference } = await authorised();
    for (const value of [10, 10.01, -1])
      expect((await post('reversal', step(reference, value))).status).toBe(400);
  });
});

it('GET v2 transactions lists what was simulated, the newest first, and nothing else', async () => {
  const { authorised, list } = await useCard('old');
  for (const value of [1, 2, 3]) await authorised({ amount: { value, currency: 'GBP' } });
  const ids = (await list()).map(({ transactionId }) => Number(transactionId));
  expect(ids).toHaveLength(3);
  expect(ids).toEqual([...ids].sort((a, b) => b - a));
  expect((await list('?limit=2')).map(({ transactionId }) => Number(transactionId))).toEqual(ids.slice(0, 2));
  const [latest] = await list();
  expect(latest?.creationTime).toBe(wise.emulator.world.clock.now() / 1000);
});
