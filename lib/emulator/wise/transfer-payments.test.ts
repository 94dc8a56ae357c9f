import { beforeEach, describe, expect, it } from 'vitest';
import {
  businessProfile,
  poundsAmount,
  poundsId,
  startMoney,
  type TestMoney,
} from '../money/test-support.ts';
import { clearBySms, tokenOf } from '../sca/test-support.ts';

let money: TestMoney;
beforeEach(async () => {
  money = await startMoney();
});
const legacyPath = (id: number, profileId = businessProfile) =>
  `/v3/profiles/${profileId}/transfers/${id}/payments`;
const quarterPath = (id: number) => `/2026Q3/profiles/${businessProfile}/transfers/${id}/payments`;
const pay = (id: number, path = legacyPath(id)) => money.asOwner('POST', path, { type: 'BALANCE' });

describe('paying for a transfer', () => {
  it('takes the sum from the balance, and the transfer goes on by itself', async () => {
    const told = await money.listen('transfers#state-change');
    const moved = await money.listen('balances#update');
    const id = await money.makeTransfer({ sourceAmount: 1_000.01 });
    const reply = await pay(id);
    expect([reply.status, reply.body]).toEqual([
      200,
      { type: 'BALANCE', status: 'COMPLETED', errorCode: null },
    ]);
    expect(money.amountOf(poundsId)).toBe(654_012.17);
    expect(money.statusOf(id)).toBe('processing');
    await money.advance(2);
    expect(money.statusOf(id)).toBe('funds_converted');
    await money.advance(2);
    expect(money.statusOf(id)).toBe('outgoing_payment_sent');
    await money.advance(60);
    expect((await told()).map((data) => Reflect.get(Object(data), 'current_state'))).toEqual([
      'incoming_payment_waiting',
      'processing',
      'funds_converted',
      'outgoing_payment_sent',
    ]);
    expect(await moved()).toMatchObject([
      { amount: 1_000.01, transaction_type: 'debit', transfer_reference: String(id) },
    ]);
  });

  it('answers 201 with the transaction under a calendar prefix', async () => {
    const id = await money.makeTransfer();
    const reply = await pay(id, quarterPath(id));
    expect(reply.status).toBe(201);
    expect(reply.body).toEqual({
      type: 'BALANCE',
      status: 'COMPLETED',
      balanceTransactionId: expect.any(Number),
    });
  });

  it('is told as it is: by whom and how much', async () => {
    const id = await money.makeTransfer({ sourceAmount: 75 });
    expect((await money.asOwner('GET', `/v1/transfers/${id}/payments`)).body).toEqual([]);
    await pay(id);
    expect((await money.asOwner('GET', `/v1/transfers/${id}/payments`)).body).toMatchObject([
      {
        method: 'BALANCE',
        amount: 75,
        currency: 'GBP',
        pricingVariant: null,
        timeCreated: '2026-11-21T09:30:00.000Z',
      },
    ]);
  });

  it('marks the quote as funded', async () => {
    const body = money.transferOf();
    const id = Number(money.read(await money.asOwner('POST', '/v1/transfers', body), 'id'));
    await pay(id);
    expect(money.world.quotes.get(body.quoteUuid)?.status).toBe('FUNDED');
  });

  it('with too little money is rejected in either flavour, takes nothing and converts nothing', async () => {
    await money.ask('PUT', `/_emulator/balances/${poundsId}`, { body: { amount: 99.99 } });
    const id = await money.makeTransfer();
    expect(await pay(id)).toMatchObject({
      status: 200,
      body: { type: 'BALANCE', status: 'REJECTED', errorCode: 'transfer.insufficient_funds' },
    });
    expect(await pay(id, quarterPath(id))).toMatchObject({
      status: 201,
      body: {
        status: 'REJECTED',
        errorCode: 'balance.insufficient-funds',
        errorMessage: 'Balance insufficient funds',
      },
    });
    expect([money.amountOf(poundsId), money.statusOf(id)]).toEqual([99.99, 'incoming_payment_waiting']);
  });

  it('without a balance of the currency, or from one that is invested, is rejected', async () => {
    const yen = await money.makeTransfer({ sourceCurrency: 'JPY', sourceAmount: 20_000 });
    expect((await pay(yen)).body).toMatchObject({ errorCode: 'balance.no-balance-for-currency' });
    await money.ask('PUT', `/_emulator/balances/${poundsId}`, { body: { investmentState: 'INVESTED' } });
    expect((await pay(await money.makeTransfer())).body).toMatchObject({
      status: 'REJECTED',
      errorCode: 'balance.account-inactive',
    });
  });

  it('from a balance that is named takes that one alone', async () => {
    const id = await money.makeTransfer();
    const from = (balanceId: number) =>
      money.asOwner('POST', quarterPath(id), { type: 'BALANCE', balanceId });
    expect((await from(102)).body).toMatchObject({ errorCode: 'balance.account-not-found' });
    expect((await from(poundsId)).body).toMatchObject({ status: 'COMPLETED' });
  });

  it('a second time is refused and takes nothing more', async () => {
    const id = await money.makeTransfer({ sourceAmount: 10 });
    await pay(id);
    const left = money.amountOf(poundsId);
    expect(await pay(id)).toMatchObject({ status: 409, body: { errorCode: 'payment.exists' } });
    expect(await pay(id, quarterPath(id))).toMatchObject({ status: 409, body: 'payment.exists' });
    expect(money.amountOf(poundsId)).toBe(left);
  });

  it('one that is cancelled, in a group, unknown or another profile’s is refused', async () => {
    const cancelled = await money.makeTransfer();
    await money.asOwner('PUT', `/v1/transfers/${cancelled}/cancel`);
    expect(await pay(cancelled)).toMatchObject({
      status: 422,
      body: { status: 'REJECTED', errorCode: 'transfer.invalid-state', errorMessage: null },
    });
    const grouped = Number(money.read(await money.addTransfer(await money.makeGroup()), 'id'));
    expect((await pay(grouped, quarterPath(grouped))).body).toBe('transfer.invalid-state');
    const id = await money.makeTransfer();
    expect((await pay(id, legacyPath(id, 30_000_002))).status).toBe(404);
    expect(await pay(1, quarterPath(1))).toMatchObject({ status: 404, body: 'transfer.not-found' });
    expect((await pay(id, legacyPath(id, 30_000_101))).status).toBe(403);
  });

  it('by another way than a balance is refused', async () => {
    const id = await money.makeTransfer();
    const reply = await money.asOwner('POST', legacyPath(id), { type: 'TRUSTED_PRE_FUND_BULK' });
    expect(reply).toMatchObject({
      status: 422,
      body: { type: 'TRUSTED_PRE_FUND_BULK', errorCode: 'payment.option-unavailable' },
    });
  });

  it('by a personal token is refused for a British account and taken for an American one', async () => {
    const id = await money.makeTransfer();
    const body = { type: 'BALANCE' };
    const token = 'demo-personal-20000001';
    expect((await money.ask('POST', legacyPath(id), { token, body })).status).toBe(403);
    const american = 30_000_003;
    const recipient = money.plantRecipient({ profileId: american, address: { country: 'DE' } });
    const there = await money.makeTransfer({ profileId: american, sourceCurrency: 'USD', recipient });
    expect((await money.ask('POST', legacyPath(there, american), { token, body })).status).toBe(200);
  });

  it('is confirmed first where that is asked for', async () => {
    await money.set({ scaRequired: true });
    const id = await money.makeTransfer();
    const refused = await pay(id);
    expect([refused.status, money.statusOf(id)]).toEqual([403, 'incoming_payment_waiting']);
    const oneTimeToken = tokenOf(refused);
    await clearBySms(money, money.token, oneTimeToken);
    const reply = await money.ask('POST', legacyPath(id), {
      token: money.token,
      body: { type: 'BALANCE' },
      headers: { 'x-2fa-approval': oneTimeToken },
    });
    expect(reply.status).toBe(200);
  });
});

describe('what becomes of it', () => {
  const paid = async (wanted: Parameters<TestMoney['makeTransfer']>[0]) => {
    const id = await money.makeTransfer(wanted);
    await pay(id);
    return id;
  };

  it('BOUNCE: it comes back and the money returns to the balance', async () => {
    const refunds = await money.listen('transfers#refund');
    const states = await money.listen('transfers#state-change', '2.0.0');
    const id = await paid({ sourceAmount: 40, reference: 'BOUNCE' });
    await money.advance(60);
    expect([money.statusOf(id), money.amountOf(poundsId)]).toEqual(['funds_refunded', poundsAmount]);
    expect(await refunds()).toMatchObject([
      {
        resource: { id, refund_amount: 40, refund_currency: 'GBP' },
        occurred_at: '2026-11-21T09:30:12.000Z',
      },
    ]);
    expect((await states()).map((data) => Reflect.get(Object(data), 'current_state')).slice(-4)).toEqual([
      'bounced_back',
      'processing',
      'cancelled',
      'funds_refunded',
    ]);
  });

  it('STUCK: it stays at processing with active issues and cannot be cancelled', async () => {
    const cases = await money.listen('transfers#active-cases');
    const id = await paid({ recipient: money.plantRecipient({ accountHolderName: 'Paul Stuck' }) });
    await money.advance(3_600);
    expect((await money.asOwner('GET', `/v1/transfers/${id}`)).body).toMatchObject({
      status: 'processing',
      hasActiveIssues: true,
    });
    expect((await money.asOwner('PUT', `/v1/transfers/${id}/cancel`)).status).toBe(409);
    expect(await cases()).toMatchObject([{ resource: { id }, active_cases: [expect.any(String)] }]);
  });

  it('FAILPAYOUT: the payout fails and the status stays', async () => {
    const failures = await money.listen('transfers#payout-failure', '5.0.0');
    const id = await paid({ reference: 'failpayout 3' });
    await money.advance(60);
    expect(money.statusOf(id)).toBe('outgoing_payment_sent');
    expect(await failures()).toMatchObject([
      { transfer_id: id, profile_id: businessProfile, failure_reason_code: 'MANDATE_NOT_FILLED_IN' },
    ]);
  });

  it('cancelled after it was paid: it is refunded', async () => {
    const id = await paid({ sourceAmount: 60 });
    await money.asOwner('PUT', `/v1/transfers/${id}/cancel`);
    await money.advance(2);
    expect([money.statusOf(id), money.amountOf(poundsId)]).toEqual(['funds_refunded', poundsAmount]);
  });

  it('without a time for its steps it has come to its end when somebody looks', async () => {
    await money.set({ transferStepMs: 0 });
    const id = await paid({ reference: 'BOUNCE' });
    expect((await money.asOwner('GET', `/v1/transfers/${id}`)).body).toMatchObject({
      status: 'funds_refunded',
    });
  });

  it('with null for the time it does not move', async () => {
    await money.set({ transferStepMs: null });
    const id = await paid({});
    await money.advance(1_000_000);
    expect(money.statusOf(id)).toBe('processing');
  });

  it('a profile’s subscription hears of its own transfers alone', async () => {
    const subscribe = (profileId: number) =>
      money.asOwner('POST', `/v3/profiles/${profileId}/subscriptions`, {
        name: 'mine',
        trigger_on: 'transfers#state-change',
        delivery: { version: '4.0.0', url: `http://127.0.0.1:9/${profileId}` },
      });
    await subscribe(businessProfile);
    await subscribe(30_000_002);
    await paid({});
    await money.ask('POST', '/_emulator/settle');
    expect(new Set(money.sent.map(({ url }) => url))).toEqual(
      new Set([`http://127.0.0.1:9/${businessProfile}`]),
    );
  });
});
