import { beforeEach, describe, expect, it } from 'vitest';
import { directDebitAccountListReply, paymentInitiation } from '../../contracts/wise/batch-groups.ts';
import { businessProfile, startMoney, type TestMoney } from '../money/test-support.ts';

const accountsPath = `/v1/profiles/${businessProfile}/direct-debit-accounts`;
const achAccount = 7_001;
let money: TestMoney;
beforeEach(async () => {
  money = await startMoney();
});

describe('direct debit accounts', () => {
  const list = async (query: string) =>
    directDebitAccountListReply.parse((await money.asOwner('GET', `${accountsPath}?${query}`)).body);
  const details = { routingNumber: '026073150', accountNumber: '8310001234', accountType: 'SAVINGS' };
  const add = (change: object = {}) =>
    money.asOwner('POST', accountsPath, { currency: 'USD', type: 'ACH', details, ...change });

  it('are listed by type and currency, both of which are asked for', async () => {
    expect(await list('type=ACH&currency=USD')).toMatchObject([
      { id: '7001', type: 'ACH', details: { routingNumber: '064000020' } },
    ]);
    expect(await list('type=EFT&currency=CAD')).toHaveLength(1);
    for (const query of ['type=ACH', 'currency=USD', 'type=ACH&currency=CAD', 'type=SEPA&currency=EUR'])
      expect((await money.asOwner('GET', `${accountsPath}?${query}`)).status).toBe(400);
  });

  it('are added, once each', async () => {
    const first = await add();
    expect(first).toMatchObject({ status: 200, body: { currency: 'USD', type: 'ACH', details } });
    expect(money.read(await add(), 'id')).toBe(money.read(first, 'id'));
    expect(await list('type=ACH&currency=USD')).toHaveLength(2);
  });

  it.each([
    [{ type: 'EFT' }],
    [{ currency: 'EUR' }],
    [{ details: { ...details, routingNumber: '026073151' } }],
    [{ details: { ...details, accountNumber: '12' } }],
    [{ details: { ...details, accountType: 'CURRENT' } }],
    [{ details: undefined }],
  ])('%j is refused', async (change) => {
    expect((await add(change)).status).toBe(400);
  });

  it('are for user tokens and their owners alone', async () => {
    const path = `${accountsPath}?type=ACH&currency=USD`;
    expect((await money.ask('GET', path, { token: 'demo-personal-20000001' })).status).toBe(403);
    expect((await money.ask('GET', path, { token: await money.userToken(20_000_101) })).status).toBe(403);
  });
});

describe('paying a batch group by direct debit', () => {
  const pathOf = (groupId: string) =>
    `/v1/profiles/${businessProfile}/batch-groups/${groupId}/payment-initiations`;
  const initiate = (groupId: string, change: object = {}) =>
    money.asOwner('POST', pathOf(groupId), { type: 'DIRECT_DEBIT', accountId: achAccount, ...change });
  const makeDollars = async (count = 2) => {
    const groupId = await money.makeGroup('USD');
    const recipient = money.plantRecipient({ address: { country: 'DE' } });
    for (let index = 0; index < count; index++)
      await money.addTransfer(groupId, { sourceCurrency: 'USD', recipient });
    await money.patchGroup(groupId, 'COMPLETED');
    return groupId;
  };
  const statusesOf = (groupId: string) =>
    new Set(money.world.batchGroups.get(groupId)?.transferIds.map((id) => money.statusOf(id)));
  const setStatus = (id: unknown, status: string) =>
    money.ask('PUT', `/_emulator/payment-initiations/${id}/status`, { body: { status } });

  it('goes through its steps and pays for the group', async () => {
    const told = await money.listen('batch-payment-initiations#state-change');
    const groupId = await makeDollars();
    const reply = await initiate(groupId);
    const made = paymentInitiation.parse(reply.body);
    expect(made).toMatchObject({
      batchGroupId: groupId,
      type: 'DIRECT_DEBIT',
      status: 'NEW',
      transferId: null,
      reference: expect.stringMatching(/^B\d+$/),
      createdTime: expect.stringMatching(/^2026-11-21T09:30:00\.\d{6}Z$/),
    });
    const read = async () => (await money.asOwner('GET', `${pathOf(groupId)}/${made.id}`)).body;
    await money.advance(2);
    expect(await read()).toMatchObject({ status: 'PROCESSING', transferId: expect.any(Number) });
    expect(statusesOf(groupId)).toEqual(new Set(['incoming_payment_waiting']));
    await money.advance(2);
    expect(await read()).toMatchObject({ status: 'COMPLETED' });
    await money.advance(60);
    expect(statusesOf(groupId)).toEqual(new Set(['outgoing_payment_sent']));
    expect(money.amountOf(103)).toBe(98_340.07);
    expect(await told()).toMatchObject([
      {
        resource: { id: Number(made.id), batch_group_id: groupId, profile_id: businessProfile },
        previous_status: 'NEW',
        current_status: 'PROCESSING',
        return_code: '200',
      },
      { previous_status: 'PROCESSING', current_status: 'COMPLETED' },
    ]);
  });

  it('that fails leaves the group to be paid another way', async () => {
    const told = await money.listen('batch-payment-initiations#state-change', '2.0.0');
    const groupId = await makeDollars();
    await initiate(groupId, { reference: 'FAIL 1' });
    expect((await money.fund(groupId)).status).toBe(409);
    await money.advance(4);
    expect(await told()).toMatchObject([
      { previousStatus: 'NEW' },
      {
        resource: { batchGroupId: groupId },
        currentStatus: 'FAILED',
        returnCode: 'R01',
        occurredAt: expect.stringMatching(/\.\d{6}Z$/),
      },
    ]);
    expect((await money.fund(groupId)).status).toBe(200);
  });

  it('that is charged back takes its transfers along', async () => {
    const groupId = await makeDollars();
    const { id } = paymentInitiation.parse((await initiate(groupId)).body);
    await money.advance(60);
    expect((await setStatus(id, 'CHARGED_BACK')).status).toBe(200);
    await money.ask('POST', '/_emulator/settle');
    expect(statusesOf(groupId)).toEqual(new Set(['charged_back']));
  });

  it('can be told its status, in Wise’s order', async () => {
    await money.set({ batchStepMs: null });
    const groupId = await makeDollars();
    const { id } = paymentInitiation.parse((await initiate(groupId)).body);
    expect((await setStatus(id, 'COMPLETED')).status).toBe(400);
    expect((await setStatus(id, 'PROCESSING')).body).toMatchObject({ status: 'PROCESSING' });
    expect((await setStatus(id, 'COMPLETED')).body).toMatchObject({ status: 'COMPLETED' });
    expect((await setStatus(1, 'FAILED')).status).toBe(404);
    expect((await setStatus(id, 'LOST')).status).toBe(400);
  });

  it('is one at a time, and the group cannot be cancelled meanwhile', async () => {
    const groupId = await makeDollars();
    await initiate(groupId);
    expect((await initiate(groupId)).status).toBe(409);
    expect((await money.patchGroup(groupId, 'CANCELLED')).status).toBe(422);
    await money.advance(60);
    expect((await initiate(groupId)).status).toBe(422);
  });

  it('wants a group that is completed and an account of its profile and currency', async () => {
    const open = await money.makeGroup('USD');
    expect((await initiate(open)).status).toBe(422);
    const pounds = await money.makeCompleted(1);
    expect((await initiate(pounds)).status).toBe(422);
    const groupId = await makeDollars(1);
    for (const accountId of [7_002, 1]) expect((await initiate(groupId, { accountId })).status).toBe(422);
    for (const wrong of [{ reference: 'x'.repeat(11) }, { type: 'BALANCE' }, { accountId: 'mine' }])
      expect((await initiate(groupId, wrong)).status).toBe(400);
    expect((await initiate(groupId, { reference: 'x'.repeat(10) })).body).toMatchObject({
      reference: 'x'.repeat(10),
    });
  });

  it('is made by a user token alone and confirmed first where that is asked for', async () => {
    const groupId = await makeDollars(1);
    const body = { type: 'DIRECT_DEBIT', accountId: achAccount };
    const token = 'demo-personal-20000001';
    expect((await money.ask('POST', pathOf(groupId), { token, body })).status).toBe(403);
    await money.set({ scaRequired: true });
    const reply = await initiate(groupId);
    expect([reply.status, reply.headers.get('x-2fa-approval-result')]).toEqual([403, 'REJECTED']);
  });

  it('is found in its own group alone', async () => {
    const groupId = await makeDollars(1);
    const other = await makeDollars(1);
    const { id } = paymentInitiation.parse((await initiate(groupId)).body);
    expect((await money.asOwner('GET', `${pathOf(other)}/${id}`)).status).toBe(404);
    expect((await money.asOwner('GET', `${pathOf(groupId)}/${id}`)).status).toBe(200);
  });
});
