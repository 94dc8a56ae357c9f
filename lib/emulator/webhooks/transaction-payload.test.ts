import { beforeEach, describe, expect, it } from 'vitest';
import { cardTransactionStateChange } from '../../contracts/wise/card-transaction-events.ts';
import { demoCards } from '../seeds/demo-cards.ts';
import { startTestEmulator, type TestEmulator } from '../test-support.ts';
import { testKeys } from '../test-support.ts';
import { createVerify } from 'node:crypto';

let wise: TestEmulator;
beforeEach(() => {
  wise = startTestEmulator();
});

const subscribe = async (...versions: string[]) => {
  const token = await wise.clientToken();
  for (const version of versions) {
    const reply = await wise.ask('POST', '/v3/applications/demo-client/subscriptions', {
      token,
      body: {
        name: version,
        trigger_on: 'cards#transaction-state-change',
        delivery: { version, url: `https://console.example.com/${version}` },
      },
    });
    expect(reply.status).toBe(200);
  }
};
const make = async (body: object) => {
  const { token: cardToken } = demoCards.active;
  const reply = await wise.ask('POST', '/_emulator/transactions', { body: { cardToken, ...body } });
  return String(Reflect.get(Object(reply.body), 'id'));
};
const move = (id: string, body: object) => wise.ask('PUT', `/_emulator/transactions/${id}`, { body });
const sent = async () => {
  await wise.emulator.webhooks.settle();
  return wise.sent.map(({ body }) => JSON.parse(body));
};
const steps = async () =>
  (await sent()).map((event) => {
    const { data } = cardTransactionStateChange.parse(event);
    return [data.transaction_step_type, data.transaction_state, data.transaction_amount.value];
  });

describe('cards#transaction-state-change', () => {
  it('goes to every subscription in its own version', async () => {
    await subscribe('2.0.0', '2.1.0', '4.0.0');
    await make({
      type: 'CASH_WITHDRAWAL',
      amount: { amount: 200, currency: 'PLN' },
      fees: [{ amount: 12, currency: 'PLN', feeType: 'ATM_MACHINE' }],
      merchant: {
        name: 'Euronet',
        location: { city: 'Kraków', zipCode: '31-042' },
        category: { code: '6011' },
      },
    });
    const [old, middle, recent] = await sent();
    for (const event of [old, middle, recent]) {
      expect(cardTransactionStateChange.safeParse(event).error).toBeUndefined();
      expect(event.data).toMatchObject({
        transaction_step_type: 'CAPTURE',
        transaction_amount: { value: 200, currency: 'PLN' },
        transaction_amount_with_fees: { value: 212 },
        merchant: { location: { city: 'Kraków', postCode: '31-042' }, category: { code: '6011' } },
      });
    }
    expect(old.data).toMatchObject({
      is_debit: true,
      is_amount_confirmed: true,
      credit: null,
      balance_movements: [{ type: 'debit' }],
    });
    expect(old.data.debits[0]).not.toHaveProperty('creation_time');
    expect(old.data).not.toHaveProperty('balance_channel_reference_id');
    expect(middle.data.debits[0].creation_time).toMatch(/T\d\d:\d\d:\d\dZ$/);
    expect(recent.data.debits[0].creation_time).toMatch(/T\d\d:\d\d:\d\d\.\d{3}Z$/);
    for (const { data } of [middle, recent]) {
      expect(data.credits).toEqual([]);
      expect(data).not.toHaveProperty('is_debit');
      expect(data).not.toHaveProperty('balance_movements');
    }
  });

  it('is sent for each step, in each state', async () => {
    await subscribe('4.0.0');
    const id = await make({ state: 'IN_PROGRESS', amount: { amount: 40, currency: 'GBP' } });
    await move(id, { step: 'PARTIAL_REVERSAL', amount: 25 });
    await move(id, { step: 'FULL_REVERSAL' });
    await move(id, { step: 'CAPTURE', amount: 26 });
    expect(await steps()).toEqual([
      ['AUTH', 'IN_PROGRESS', '40'],
      ['PARTIAL_REVERSAL', 'IN_PROGRESS', '25'],
      ['FULL_REVERSAL', 'CANCELLED', '25'],
      ['CAPTURE', 'COMPLETED', '26'],
    ]);
  });

  it('what comes in has a negative amount and its credits', async () => {
    await subscribe('2.0.0', '4.0.0');
    await make({ type: 'REFUND', amount: { amount: 15, currency: 'GBP' } });
    const [old, recent] = await sent();
    expect(old.data).toMatchObject({
      is_debit: false,
      transaction_amount: { value: -15 },
      credit: { credited_amount: { value: 15, currency: 'GBP' } },
    });
    expect(recent.data.credits).toEqual([old.data.credit]);
  });

  it('is sent when a hold ends by itself', async () => {
    await subscribe('4.0.0');
    await make({ state: 'IN_PROGRESS', amount: { amount: 9, currency: 'GBP' } });
    await wise.ask('POST', '/_emulator/clock', { body: { advanceSeconds: 8 * 86_400 } });
    const mine = (await steps()).filter(([, , value]) => value === '9');
    expect(mine).toEqual([
      ['AUTH', 'IN_PROGRESS', '9'],
      ['FULL_REVERSAL', 'CANCELLED', '9'],
    ]);
  });

  it('is signed like every other delivery, and can be tried out', async () => {
    await subscribe('4.0.0');
    const [subscription] = wise.emulator.world.subscriptions.all();
    const path = `/v3/applications/demo-client/subscriptions/${subscription?.id}/test-notifications`;
    await wise.ask('POST', path, { token: await wise.clientToken() });
    const [event] = await sent();
    expect(cardTransactionStateChange.parse(event).data.resource.profile_id).toBe('0');
    const [delivery] = wise.sent;
    const verify = createVerify('RSA-SHA256').update(delivery?.body ?? '');
    expect(
      verify.verify(testKeys.publicKeyPem, delivery?.headers['x-signature-sha256'] ?? '', 'base64'),
    ).toBe(true);
  });
});

describe('what control makes', () => {
  it('takes any state, type and reason, a merchant without parts, and can keep silent', async () => {
    await subscribe('4.0.0');
    const script = '<script>alert(1)</script>';
    const reply = await wise.ask('POST', '/_emulator/transactions', {
      body: {
        cardToken: demoCards.active.token,
        state: 'HELD_FOR_REVIEW',
        type: 'GIFT',
        declineReason: 'A_NEW_REASON',
        merchant: { name: script, category: null },
        notify: false,
      },
    });
    expect(reply.body).toMatchObject({
      state: 'HELD_FOR_REVIEW',
      type: 'GIFT',
      declineReason: 'A_NEW_REASON',
      merchant: { name: script, category: null },
    });
    expect(Reflect.get(Object(reply.body), 'merchant')).not.toHaveProperty('location');
    expect(await sent()).toEqual([]);
  });

  it('changes what it is told to and moves the modification time on', async () => {
    const id = await make({ state: 'IN_PROGRESS' });
    const before = await wise.ask('PUT', `/_emulator/transactions/${id}`, { body: {} });
    const after = await move(id, { state: 'DECLINED', declineReason: '' });
    expect(after.body).toMatchObject({ state: 'DECLINED', declineReason: '' });
    expect(Object(after.body).modificationTime > Object(before.body).modificationTime).toBe(true);
  });

  it.each([
    ['POST', '', { cardToken: 'nothing' }, 404],
    ['POST', '', {}, 400],
    ['PUT', '/1', { step: 'CAPTURE' }, 404],
    ['PUT', '/1', { step: 'PARTIAL_REVERSAL' }, 400],
    ['PUT', '/1', { step: 'SETTLE' }, 400],
  ])('%s transactions%s refuses %j with %i', async (method, path, body, status) => {
    expect((await wise.ask(method, `/_emulator/transactions${path}`, { body })).status).toBe(status);
  });
});
