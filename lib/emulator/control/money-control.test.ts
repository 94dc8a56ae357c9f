import { beforeEach, describe, expect, it } from 'vitest';
import { poundsAmount, poundsId, startMoney, type TestMoney } from '../money/test-support.ts';
import { businessUser } from '../test-support.ts';

let money: TestMoney;
beforeEach(async () => {
  money = await startMoney();
});
const setTransfer = (id: number, status: unknown) =>
  money.ask('PUT', `/_emulator/transfers/${id}/status`, { body: { status } });
const setBalance = (id: number, body: object) => money.ask('PUT', `/_emulator/balances/${id}`, { body });

describe('control of money', () => {
  it('gives a transfer any status, one nobody knows too, and tells of it', async () => {
    const told = await money.listen('transfers#state-change');
    const id = await money.makeTransfer();
    for (const status of ['incoming_payment_initiated', 'unknown', 'waiting_for_the_moon'])
      expect((await setTransfer(id, status)).body).toMatchObject({ id, status });
    expect((await setTransfer(id, 'charged_back')).body).toMatchObject({ status: 'charged_back' });
    expect((await told()).map((data) => Reflect.get(Object(data), 'current_state'))).toEqual([
      'incoming_payment_waiting',
      'incoming_payment_initiated',
      'unknown',
      'waiting_for_the_moon',
      'charged_back',
    ]);
    expect((await setTransfer(1, 'unknown')).status).toBe(404);
    expect((await setTransfer(id, 'Upper Case')).status).toBe(400);
  });

  it('gives a balance an amount and a state', async () => {
    const told = await money.listen('balances#update');
    expect((await setBalance(poundsId, { amount: 12.34 })).body).toMatchObject({ amount: 12.34 });
    expect((await setBalance(poundsId, { investmentState: 'DIVESTING' })).body).toMatchObject({
      amount: 12.34,
      investmentState: 'DIVESTING',
    });
    expect(await told()).toHaveLength(1);
    expect((await setBalance(1, { amount: 1 })).status).toBe(404);
    for (const body of [{ amount: -1 }, { investmentState: 'GONE' }, { currency: 'EUR' }])
      expect((await setBalance(poundsId, body)).status).toBe(400);
  });

  it('a reset gives the same ids and sums again', async () => {
    const run = async () => {
      const groupId = await money.makeCompleted(1);
      await money.fund(groupId);
      const { transferIds, version } = money.world.batchGroups.get(groupId) ?? {};
      return { groupId, transferIds, version, left: money.amountOf(poundsId) };
    };
    const first = await run();
    await money.ask('POST', '/_emulator/reset');
    // The same token as before.
    expect(await money.userToken(businessUser)).toBe(money.token);
    expect(await run()).toEqual(first);
    expect(first.left).toBe(poundsAmount - 100);
  });
});
