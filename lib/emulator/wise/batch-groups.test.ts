import { parse } from 'lossless-json';
import { beforeEach, describe, expect, it } from 'vitest';
import { batchGroup } from '../../contracts/wise/batch-groups.ts';
import { businessProfile, startMoney, type TestMoney } from '../money/test-support.ts';
import type { Reply } from '../test-support.ts';

let money: TestMoney;
beforeEach(async () => {
  money = await startMoney();
});
const pathOf = (groupId: string) => `${money.groupsPath}/${groupId}`;
const messageOf = ({ body }: Reply) =>
  Reflect.get(Object(Reflect.get(Object(body), 'errors')?.[0]), 'message');
/** The text as it was sent, in which every digit of the version stands. */
const textOf = async (groupId: string) => {
  const reply = await money.app.request(pathOf(groupId), {
    headers: { authorization: `Bearer ${money.token}` },
  });
  return reply.text();
};
const versionOf = async (groupId: string) => /"version":(-?\d+)/.exec(await textOf(groupId))?.[1] ?? '';
const groupOf = async (groupId: string) => {
  const readNumber = (digits: string) => (/^-?\d+$/.test(digits) ? BigInt(digits) : Number(digits));
  return batchGroup.parse(parse(await textOf(groupId), undefined, readNumber));
};

describe('a batch group', () => {
  it('begins empty, new and with version 0', async () => {
    const reply = await money.asOwner('POST', money.groupsPath, { sourceCurrency: 'GBP', name: 'Wages' });
    expect([reply.status, reply.headers.get('content-type')]).toEqual([201, 'application/json']);
    expect(reply.body).toEqual({
      id: expect.stringMatching(/^[0-9a-f-]{36}$/),
      version: 0,
      name: 'Wages',
      sourceCurrency: 'GBP',
      status: 'NEW',
      transferIds: [],
      payInDetails: [],
    });
  });

  it.each([
    [{ name: '' }],
    [{ name: 'x'.repeat(101) }],
    [{ name: undefined }],
    [{ sourceCurrency: 'gbp' }],
    [{ sourceCurrency: 'XXX' }],
  ])('with %j is refused', async (change) => {
    const body = { sourceCurrency: 'GBP', name: 'Wages', ...change };
    expect((await money.asOwner('POST', money.groupsPath, body)).status).toBe(400);
  });

  it('takes a name of a hundred letters and the same name twice', async () => {
    const body = { sourceCurrency: 'EUR', name: 'é'.repeat(100) };
    const first = await money.asOwner('POST', money.groupsPath, body);
    const second = await money.asOwner('POST', money.groupsPath, body);
    expect([first.status, second.status]).toEqual([201, 201]);
    expect(money.read(first, 'id')).not.toBe(money.read(second, 'id'));
  });

  it('takes transfers one after the other, with a new version each time', async () => {
    const groupId = await money.makeGroup();
    const ids: string[] = [];
    const versions = [await versionOf(groupId)];
    for (let index = 0; index < 3; index++) {
      const reply = await money.addTransfer(groupId);
      expect(reply.body).toMatchObject({ status: 'incoming_payment_waiting' });
      ids.push(String(money.read(reply, 'id')));
      versions.push(await versionOf(groupId));
    }
    expect((await groupOf(groupId)).transferIds).toEqual(ids);
    expect(new Set(versions).size).toBe(4);
  });

  it('is not found by others, whatever they know', async () => {
    const groupId = await money.makeGroup();
    expect((await money.asOwner('GET', `/v3/profiles/30000002/batch-groups/${groupId}`)).status).toBe(404);
    const token = await money.userToken(20_000_101);
    expect((await money.ask('GET', pathOf(groupId), { token })).status).toBe(403);
    const unknown = pathOf('00000000-0000-4000-8000-000000000000');
    expect((await money.asOwner('GET', unknown)).status).toBe(404);
    expect((await money.asOwner('GET', pathOf('mine'))).status).toBe(400);
  });

  it('can be made and read by a personal token and under a calendar prefix', async () => {
    const token = 'demo-personal-20000001';
    const path = `/2026Q3/profiles/${businessProfile}/batch-groups`;
    const made = await money.ask('POST', path, { token, body: { sourceCurrency: 'GBP', name: 'Q' } });
    expect(made.status).toBe(201);
    const id = String(money.read(made, 'id'));
    expect((await money.ask('GET', `${path}/${id}`, { token })).status).toBe(200);
  });
});

describe('a transfer into a batch group', () => {
  it('sent again is the same one, and the group stays as it is', async () => {
    const groupId = await money.makeGroup();
    const body = money.transferOf();
    const first = await money.asOwner('POST', `${pathOf(groupId)}/transfers`, body);
    const text = await textOf(groupId);
    const again = await money.asOwner('POST', `${pathOf(groupId)}/transfers`, body);
    expect([again.status, money.read(again, 'id')]).toEqual([200, money.read(first, 'id')]);
    expect(await textOf(groupId)).toBe(text);
    await money.patchGroup(groupId, 'COMPLETED');
    expect((await money.asOwner('POST', `${pathOf(groupId)}/transfers`, body)).status).toBe(200);
  });

  it('whose answer was lost was added once', async () => {
    const groupId = await money.makeGroup();
    const body = money.transferOf();
    await money.ask('POST', '/_emulator/faults', {
      body: { match: { path: `${groupId}/transfers` }, times: 1, dropAfterApply: true },
    });
    await money.asOwner('POST', `${pathOf(groupId)}/transfers`, body);
    await money.asOwner('POST', `${pathOf(groupId)}/transfers`, body);
    expect((await groupOf(groupId)).transferIds).toHaveLength(1);
  });

  it('must be quoted in the currency of the group', async () => {
    const groupId = await money.makeGroup('EUR');
    const reply = await money.addTransfer(groupId, { sourceCurrency: 'GBP' });
    expect(reply).toMatchObject({ status: 422 });
    expect((await groupOf(groupId)).transferIds).toEqual([]);
  });

  it('is refused once the group is closed or full', async () => {
    const closed = await money.makeCompleted(1);
    const reply = await money.addTransfer(closed);
    expect([reply.status, messageOf(reply)]).toEqual([
      422,
      'Group is in wrong state for creating transfers into it',
    ]);
    const groupId = await money.makeGroup();
    const group = money.world.batchGroups.get(groupId);
    if (!group) throw new Error('no group');
    money.world.batchGroups.put({ ...group, transferIds: Array.from({ length: 1000 }, (_, at) => at + 1) });
    const before = money.world.transfers.size;
    expect((await money.addTransfer(groupId)).status).toBe(422);
    expect(money.world.transfers.size).toBe(before);
  });
});

describe('completing a batch group', () => {
  it('closes it and tells how to pay the exact sum', async () => {
    const groupId = await money.makeGroup();
    for (const sourceAmount of [20.1, 20.2, 1_999.99]) await money.addTransfer(groupId, { sourceAmount });
    const before = await versionOf(groupId);
    const reply = await money.patchGroup(groupId, 'COMPLETED', before);
    expect([reply.status, money.read(reply, 'status')]).toEqual([200, 'COMPLETED']);
    expect(await versionOf(groupId)).not.toBe(before);
    const { payInDetails } = await groupOf(groupId);
    expect(payInDetails).toMatchObject([
      {
        type: 'bank_transfer',
        reference: expect.stringMatching(/^B\d+$/),
        amount: '2040.29',
        currency: 'GBP',
        bankCode: '040075',
        iban: null,
      },
    ]);
  });

  it.each([
    ['EUR', { iban: expect.stringMatching(/^BE/), bankCode: null }],
    ['USD', { bankCode: '064000020', bankAddress: { country: 'United States' } }],
    ['CAD', { institutionNumber: '621', transitNumber: '16001' }],
    ['NOK', { bban: '83019910728' }],
    ['SEK', { clearingNumber: '9020' }],
    ['JPY', { branchName: 'Marunouchi', accountType: 'FUTSU' }],
    ['HKD', { fpsIdentifier: '102774338' }],
    ['AUD', { bankCode: '774001' }],
  ])('in %s tells what that currency needs', async (sourceCurrency, expected) => {
    const groupId = await money.makeGroup(sourceCurrency);
    const recipient = money.plantRecipient({ address: { country: 'DE' } });
    await money.addTransfer(groupId, { sourceCurrency, sourceAmount: 500, recipient });
    const reply = await money.patchGroup(groupId, 'COMPLETED');
    expect(reply.body).toMatchObject({
      payInDetails: [{ ...expected, amount: 500, currency: sourceCurrency }],
    });
  });

  it('leaves out of the sum what was cancelled by itself', async () => {
    const groupId = await money.makeGroup();
    await money.addTransfer(groupId, { sourceAmount: 30 });
    const second = money.read(await money.addTransfer(groupId, { sourceAmount: 12 }), 'id');
    await money.patchGroup(groupId, 'COMPLETED');
    await money.asOwner('PUT', `/v1/transfers/${second}/cancel`);
    const { payInDetails, transferIds } = await groupOf(groupId);
    expect([payInDetails?.[0]?.amount, transferIds?.length]).toEqual(['30', 2]);
  });

  it('with another version is refused with 409, also one that differs in the last digit alone', async () => {
    const groupId = await money.makeGroup();
    await money.addTransfer(groupId);
    const version = await versionOf(groupId);
    const off = (BigInt(version) + 1n).toString();
    for (const wrong of ['0', off]) {
      const reply = await money.patchGroup(groupId, 'COMPLETED', wrong);
      expect([reply.status, messageOf(reply)]).toEqual([409, 'Group version conflict']);
    }
    expect((await money.patchGroup(groupId, 'COMPLETED', version)).status).toBe(200);
  });

  it('without transfers, or a second time, is refused with 422', async () => {
    const groupId = await money.makeGroup();
    expect((await money.patchGroup(groupId, 'COMPLETED')).status).toBe(422);
    await money.addTransfer(groupId);
    await money.patchGroup(groupId, 'COMPLETED');
    expect((await money.patchGroup(groupId, 'COMPLETED')).status).toBe(422);
  });

  it.each([
    '{"status":"COMPLETED"}',
    '{"status":"COMPLETED","version":"0"}',
    '{"status":"COMPLETED","version":0.5}',
    '{"status":"COMPLETED","version":9223372036854775808}',
    '{"status":"NEW","version":0}',
    '{"status":',
  ])('%s answers 400', async (body) => {
    const groupId = await money.makeGroup();
    expect((await money.asOwner('PATCH', pathOf(groupId), body)).status).toBe(400);
  });
});

describe('cancelling a batch group', () => {
  it('goes through its steps and cancels the transfers', async () => {
    const told = await money.listen('transfers#state-change');
    const groupId = await money.makeCompleted(3);
    const seen: unknown[] = [money.read(await money.patchGroup(groupId, 'CANCELLED'), 'status')];
    const versions = new Set([await versionOf(groupId)]);
    for (let step = 0; step < 3; step++) {
      await money.advance(2);
      const group = await groupOf(groupId);
      seen.push(group.status);
      versions.add(group.version);
      expect(group.payInDetails).toEqual([]);
    }
    expect(seen).toEqual(['MARKED_FOR_CANCELLATION', 'PROCESSING_CANCEL', 'CANCELLED', 'CANCELLED']);
    expect(versions.size).toBe(3);
    const { transferIds } = await groupOf(groupId);
    expect(transferIds?.map((id) => money.statusOf(Number(id)))).toEqual(Array(3).fill('cancelled'));
    const cancelled = (await told()).filter(
      (data) => Reflect.get(Object(data), 'current_state') === 'cancelled',
    );
    expect(cancelled).toHaveLength(3);
  });

  it('works while it is new and empty, and is final', async () => {
    const groupId = await money.makeGroup();
    await money.set({ batchStepMs: 0 });
    await money.patchGroup(groupId, 'CANCELLED');
    expect((await groupOf(groupId)).status).toBe('CANCELLED');
    for (const status of ['COMPLETED', 'CANCELLED'])
      expect((await money.patchGroup(groupId, status)).status).toBe(422);
    expect((await money.addTransfer(groupId)).status).toBe(422);
    expect((await money.fund(groupId)).status).toBe(422);
  });

  it('with null for the time of a step it stays marked', async () => {
    await money.set({ batchStepMs: null });
    const groupId = await money.makeCompleted(1);
    await money.patchGroup(groupId, 'CANCELLED');
    await money.advance(86_400);
    expect((await groupOf(groupId)).status).toBe('MARKED_FOR_CANCELLATION');
  });

  it('is refused once it is paid, and with another version', async () => {
    const groupId = await money.makeCompleted(1);
    expect((await money.patchGroup(groupId, 'CANCELLED', '1')).status).toBe(409);
    await money.fund(groupId);
    expect((await money.patchGroup(groupId, 'CANCELLED')).status).toBe(422);
    expect((await groupOf(groupId)).status).toBe('COMPLETED');
  });
});
