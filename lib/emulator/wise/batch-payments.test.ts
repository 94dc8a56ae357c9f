import { beforeEach, describe, expect, it } from 'vitest';
import { batchPaymentReply } from '../../contracts/wise/batch-groups.ts';
import {
  businessProfile,
  poundsAmount,
  poundsId,
  startMoney,
  type TestMoney,
} from '../money/test-support.ts';
import { clearBySms, tokenOf } from '../sca/test-support.ts';

const eurosId = 102;
const dollarsId = 103;
const canadianId = 109;
let money: TestMoney;
beforeEach(async () => {
  money = await startMoney();
});
const idsOf = (groupId: string) => money.world.batchGroups.get(groupId)?.transferIds ?? [];
const statusesOf = (groupId: string) => new Set(idsOf(groupId).map((id) => money.statusOf(id)));
const setAmount = (balanceId: number, amount: number) =>
  money.ask('PUT', `/_emulator/balances/${balanceId}`, { body: { amount } });

describe('paying a batch group from the balance', () => {
  it('takes the whole sum once, and every transfer goes on', async () => {
    const moved = await money.listen('balances#update');
    const groupId = await money.makeCompleted(3);
    const reply = await money.fund(groupId);
    expect(reply.status).toBe(200);
    expect(batchPaymentReply.parse(reply.body)).toMatchObject({
      id: groupId,
      alreadyPaid: true,
      status: 'COMPLETED',
    });
    expect(reply.body).toMatchObject({
      fileName: null,
      groupType: 'API',
      profileId: businessProfile,
      userId: 20_000_001,
      sourceCurrency: 'GBP',
      transferIds: idsOf(groupId),
    });
    expect(Object(reply.body)).not.toHaveProperty('version');
    expect(money.amountOf(poundsId)).toBe(654_712.18);
    await money.advance(60);
    expect(statusesOf(groupId)).toEqual(new Set(['outgoing_payment_sent']));
    const reference = `B${money.world.batchGroups.get(groupId)?.shortId}`;
    expect(await moved()).toMatchObject([
      { amount: 300, transaction_type: 'debit', transfer_reference: reference },
    ]);
  });

  it('a second time answers the same and takes nothing', async () => {
    const groupId = await money.makeCompleted();
    const first = await money.fund(groupId);
    const left = money.amountOf(poundsId);
    const second = await money.fund(groupId);
    expect([second.status, second.body]).toEqual([200, first.body]);
    expect(money.amountOf(poundsId)).toBe(left);
  });

  it('whose answer was lost has happened once', async () => {
    const groupId = await money.makeCompleted();
    await money.ask('POST', '/_emulator/faults', {
      body: { match: { path: 'batch-payments' }, times: 1, dropAfterApply: true },
    });
    await money.fund(groupId);
    await money.fund(groupId);
    expect(money.amountOf(poundsId)).toBe(poundsAmount - 200);
  });

  it('wants it completed, and the way BALANCE', async () => {
    const groupId = await money.makeGroup();
    await money.addTransfer(groupId);
    expect((await money.fund(groupId)).status).toBe(422);
    const path = `/v3/profiles/${businessProfile}/batch-payments/${groupId}/payments`;
    expect((await money.asOwner('POST', path, { type: 'CARD' })).status).toBe(400);
    expect((await money.asOwner('POST', path.replace(groupId, 'x'), { type: 'BALANCE' })).status).toBe(400);
    expect(money.amountOf(poundsId)).toBe(poundsAmount);
  });

  it('leaves out what was cancelled by itself, and refuses where nothing is left', async () => {
    const groupId = await money.makeCompleted(2);
    const [first, second] = idsOf(groupId);
    await money.asOwner('PUT', `/v1/transfers/${first}/cancel`);
    await money.fund(groupId);
    expect(money.amountOf(poundsId)).toBe(poundsAmount - 100);
    await money.advance(60);
    expect([money.statusOf(first ?? 0), money.statusOf(second ?? 0)]).toEqual([
      'cancelled',
      'outgoing_payment_sent',
    ]);
    const late = await money.makeCompleted(1);
    await money.advance(15 * 86_400);
    expect(await money.fund(late)).toMatchObject({
      status: 422,
      body: { errorCode: 'group.nothing-to-pay' },
    });
  });

  it('one that bounces gives its own part back, the others are sent', async () => {
    const groupId = await money.makeGroup();
    await money.addTransfer(groupId, { sourceAmount: 25, reference: 'bounce' });
    await money.addTransfer(groupId, { sourceAmount: 50 });
    await money.patchGroup(groupId, 'COMPLETED');
    await money.fund(groupId);
    await money.advance(60);
    expect(statusesOf(groupId)).toEqual(new Set(['funds_refunded', 'outgoing_payment_sent']));
    expect(money.amountOf(poundsId)).toBe(poundsAmount - 50);
  });

  it('is confirmed first where that is asked for', async () => {
    await money.set({ scaRequired: true });
    const groupId = await money.makeCompleted();
    const refused = await money.fund(groupId);
    expect([refused.status, money.amountOf(poundsId)]).toEqual([403, poundsAmount]);
    const oneTimeToken = tokenOf(refused);
    await clearBySms(money, money.token, oneTimeToken);
    const reply = await money.ask(
      'POST',
      `/v3/profiles/${businessProfile}/batch-payments/${groupId}/payments`,
      { token: money.token, body: { type: 'BALANCE' }, headers: { 'x-2fa-approval': oneTimeToken } },
    );
    expect([reply.status, money.amountOf(poundsId)]).toEqual([200, poundsAmount - 200]);
  });

  it('by a personal token is refused for a British account', async () => {
    const groupId = await money.makeCompleted();
    const path = `/v3/profiles/${businessProfile}/batch-payments/${groupId}/payments`;
    const asked = { token: 'demo-personal-20000001', body: { type: 'BALANCE' } };
    expect((await money.ask('POST', path, asked)).status).toBe(403);
  });
});

describe('where the balance is short', () => {
  it('another one is converted, the dearest first, with a fee and to the penny', async () => {
    const moved = await money.listen('balances#update');
    await setAmount(poundsId, 50);
    const euros = money.amountOf(eurosId) ?? 0;
    const groupId = await money.makeCompleted(3);
    expect((await money.fund(groupId)).status).toBe(200);
    expect(money.amountOf(poundsId)).toBe(0);
    const cost = euros - (money.amountOf(eurosId) ?? 0);
    // 250 pounds at 1.1508, and 0.43 % on top.
    expect(cost).toBeCloseTo(288.95, 1);
    const kinds = (await moved()).map((data) => Reflect.get(Object(data), 'channel_name'));
    expect(kinds.slice(-3)).toEqual(['CONVERSION', 'CONVERSION', 'TRANSFER']);
  });

  it('several are, as far as each goes', async () => {
    await setAmount(poundsId, 0);
    await setAmount(eurosId, 115.08);
    await setAmount(canadianId, 0);
    const groupId = await money.makeCompleted(2);
    expect((await money.fund(groupId)).status).toBe(200);
    expect([money.amountOf(poundsId), money.amountOf(eurosId)]).toEqual([0, 115.08]);
    expect(money.amountOf(dollarsId)).toBeLessThan(98_340.07 - 267);
  });

  it('of all of them nothing is taken where they do not suffice together', async () => {
    for (const balanceId of [poundsId, eurosId, dollarsId, canadianId]) await setAmount(balanceId, 40);
    const groupId = await money.makeCompleted(2);
    expect(await money.fund(groupId)).toMatchObject({
      status: 422,
      body: {
        type: 'BALANCE',
        status: 'REJECTED',
        errorCode: 'balance.insufficient-funds',
        errorMessage: null,
      },
    });
    expect([poundsId, eurosId, dollarsId, canadianId].map((id) => money.amountOf(id))).toEqual([
      40, 40, 40, 40,
    ]);
    expect(statusesOf(groupId)).toEqual(new Set(['incoming_payment_waiting']));
    await setAmount(poundsId, 200);
    expect((await money.fund(groupId)).status).toBe(200);
  });

  it('none is where the setting says so', async () => {
    await money.set({ autoConvert: false });
    await setAmount(poundsId, 199.99);
    const groupId = await money.makeCompleted(2);
    expect((await money.fund(groupId)).status).toBe(422);
    await setAmount(poundsId, 200);
    expect((await money.fund(groupId)).status).toBe(200);
  });

  it('jars and what is invested are left alone', async () => {
    for (const balanceId of [poundsId, eurosId, canadianId]) await setAmount(balanceId, 0);
    await money.ask('PUT', `/_emulator/balances/${dollarsId}`, { body: { investmentState: 'INVESTED' } });
    const groupId = await money.makeCompleted(1);
    expect((await money.fund(groupId)).status).toBe(422);
  });
});

describe('a wire for a batch group', () => {
  const wire = (groupId: string, amount: number) =>
    money.ask('POST', `/_emulator/batch-groups/${groupId}/pay-in`, { body: { amount } });

  it('of the exact sum pays for it', async () => {
    const groupId = await money.makeCompleted(2);
    expect((await wire(groupId, 200)).body).toMatchObject({ paid: { by: 'BANK_TRANSFER', amount: 200 } });
    await money.advance(60);
    expect(statusesOf(groupId)).toEqual(new Set(['outgoing_payment_sent']));
    expect(money.amountOf(poundsId)).toBe(poundsAmount);
    const [id] = idsOf(groupId);
    expect((await money.asOwner('GET', `/v1/transfers/${id}/payments`)).body).toMatchObject([
      { method: 'BANK_TRANSFER' },
    ]);
  });

  it('of too little leaves it, until the rest has come', async () => {
    const groupId = await money.makeCompleted(2);
    expect((await wire(groupId, 199.99)).body).toMatchObject({ paid: null, received: 199.99 });
    expect(statusesOf(groupId)).toEqual(new Set(['incoming_payment_waiting']));
    expect((await wire(groupId, 0.01)).body).toMatchObject({ paid: { amount: 200 }, received: 200 });
  });

  it('for one that is not completed is kept but pays nothing', async () => {
    const groupId = await money.makeGroup();
    await money.addTransfer(groupId);
    expect((await wire(groupId, 100)).body).toMatchObject({ paid: null, received: 100 });
    expect((await wire('unknown', 100)).status).toBe(404);
    expect((await wire(groupId, 0.001)).status).toBe(400);
  });
});
