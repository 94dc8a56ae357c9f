import { beforeEach, describe, expect, it } from 'vitest';
import {
  businessProfile,
  poundsAmount,
  poundsId,
  startMoney,
  type TestMoney,
} from '../money/test-support.ts';

let money: TestMoney;
beforeEach(async () => {
  money = await startMoney();
});
const simulate = (id: number, status: string) =>
  money.asOwner('GET', `/v1/simulation/transfers/${id}/${status}`);
const paid = async (wanted: Parameters<TestMoney['makeTransfer']>[0] = {}) => {
  const id = await money.makeTransfer(wanted);
  await money.asOwner('POST', `/v3/profiles/${businessProfile}/transfers/${id}/payments`, {
    type: 'BALANCE',
  });
  return id;
};
const codeOf = ({ body }: { body: unknown }) =>
  Reflect.get(Object(Reflect.get(Object(body), 'errors')?.[0]), 'code');
const order = ['processing', 'funds_converted', 'outgoing_payment_sent', 'bounced_back', 'funds_refunded'];

describe('simulated transfer states', () => {
  it('follow one another in order, back to the balance; nothing moves in between', async () => {
    const id = await paid();
    for (const status of order) {
      const reply = await simulate(id, status);
      expect([reply.status, money.read(reply, 'status')]).toEqual([200, status]);
      await money.advance(600);
      expect(money.statusOf(id)).toBe(status);
    }
    expect(money.amountOf(poundsId)).toBe(poundsAmount);
  });

  it('answer with the transfer as its first version was', async () => {
    const id = await paid({ sourceAmount: 12 });
    const { body } = await simulate(id, 'processing');
    expect(body).toMatchObject({
      id,
      created: '2026-11-21 09:30:00',
      sourceValue: 12,
      sourceCurrency: 'GBP',
    });
    expect(money.read({ status: 200, body, headers: new Headers() }, 'quote')).toEqual(expect.any(Number));
    expect(Object(body)).not.toHaveProperty('quoteUuid');
  });

  it('leave none out, and want the payment first', async () => {
    const unpaid = await money.makeTransfer();
    expect(codeOf(await simulate(unpaid, 'processing'))).toBe('invalid_transfer_state');
    const id = await paid();
    // The payment has moved it to processing; that has to be simulated all the same.
    expect((await simulate(id, 'funds_converted')).status).toBe(400);
    await simulate(id, 'processing');
    expect((await simulate(id, 'outgoing_payment_sent')).status).toBe(400);
    expect((await simulate(id, 'charged_back')).status).toBe(400);
    expect((await simulate(1, 'processing')).status).toBe(404);
  });

  it('tell of a SWIFT refund that is smaller than what the balance gets', async () => {
    const told = await money.listen('transfers#refund');
    const recipient = money.plantRecipient({ type: 'swift_code' });
    const id = await paid({ sourceAmount: 1_000, recipient });
    for (const status of order) await simulate(id, status);
    expect(money.amountOf(poundsId)).toBe(poundsAmount);
    const [data] = await told();
    const amount = Number(Reflect.get(Object(Reflect.get(Object(data), 'resource')), 'refund_amount'));
    expect(amount).toBeGreaterThanOrEqual(850);
    expect(amount).toBeLessThanOrEqual(950);
  });

  it('are not for personal tokens', async () => {
    const id = await paid();
    const token = 'demo-personal-20000001';
    const reply = await money.ask('GET', `/v1/simulation/transfers/${id}/processing`, { token });
    expect(reply.status).toBe(403);
  });
});

describe('a simulated payout failure', () => {
  const fail = (id: number, body?: unknown) =>
    money.asOwner('POST', `/2026Q3/simulation/transfers/${id}/payout-failure`, body);

  it('is told of, with the reason that was asked for or one that is drawn', async () => {
    const told = await money.listen('transfers#payout-failure', '2.0.0');
    const id = await paid();
    for (const status of order.slice(0, 4)) await simulate(id, status);
    const asked = await fail(id, { failure_reason_code: 'WRONG_ID_NUMBER' });
    expect(asked.body).toEqual({
      failure_reason_code: 'WRONG_ID_NUMBER',
      failure_description: "Invalid recipient's ID document number",
      occurred_at: '2026-11-21T09:30:00.000Z',
    });
    const drawn = await fail(id);
    expect([drawn.status, money.statusOf(id)]).toEqual([200, 'bounced_back']);
    expect(await told()).toMatchObject([
      { failure_reason_code: 'WRONG_ID_NUMBER', occurred_at: '2026-11-21T09:30:00.000+00:00' },
      { failure_reason_code: money.read(drawn, 'failure_reason_code') },
    ]);
  });

  it('wants one that bounced back and a reason that exists; the older paths do not have it', async () => {
    const id = await paid();
    expect(codeOf(await fail(id))).toBe('invalid_transfer_state');
    for (const status of order.slice(0, 4)) await simulate(id, status);
    expect(codeOf(await fail(id, { failure_reason_code: 'BAD_MOOD' }))).toBe('invalid_failure_reason_code');
    expect((await fail(id, { reason: 'WRONG_NAME' })).status).toBe(400);
    expect((await money.asOwner('POST', `/v1/simulation/transfers/${id}/payout-failure`)).status).toBe(501);
  });
});
