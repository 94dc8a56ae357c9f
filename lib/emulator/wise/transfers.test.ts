import { beforeEach, describe, expect, it } from 'vitest';
import { transfer, transferListReply } from '../../contracts/wise/transfers.ts';
import { businessProfile, startMoney, type TestMoney } from '../money/test-support.ts';

let money: TestMoney;
beforeEach(async () => {
  money = await startMoney();
});
const codesOf = ({ body }: { body: unknown }) => {
  const errors: unknown[] = Reflect.get(Object(body), 'errors') ?? [];
  return errors.map((error) => Reflect.get(Object(error), 'code'));
};

describe('POST transfers', () => {
  it('makes a transfer of the quote, which waits for its money and is told of', async () => {
    const told = await money.listen('transfers#state-change');
    const body = money.transferOf({ sourceAmount: 250.5 });
    const reply = await money.asOwner('POST', '/v1/transfers', body);
    expect(reply.status).toBe(200);
    const made = transfer.parse(reply.body);
    expect(made).toMatchObject({
      status: 'incoming_payment_waiting',
      sourceCurrency: 'GBP',
      sourceValue: '250.5',
      targetCurrency: 'EUR',
      quoteUuid: body.quoteUuid,
      customerTransactionId: body.customerTransactionId,
      details: { reference: 'INV 7' },
      created: '2026-11-21 09:30:00',
      hasActiveIssues: false,
    });
    expect(reply.body).toMatchObject({ user: 20_000_001, business: businessProfile, quote: null });
    expect(money.world.quotes.get(body.quoteUuid)?.status).toBe('ACCEPTED');
    expect(await told()).toMatchObject([
      {
        resource: { type: 'transfer', id: Number(made.id), profile_id: businessProfile },
        current_state: 'incoming_payment_waiting',
        previous_state: null,
      },
    ]);
  });

  it('with the customerTransactionId of an earlier one answers that one, whatever else differs', async () => {
    const first = money.transferOf();
    const id = money.read(await money.asOwner('POST', '/v1/transfers', first), 'id');
    const again = { ...money.transferOf(), customerTransactionId: first.customerTransactionId.toUpperCase() };
    const reply = await money.asOwner('POST', '/v1/transfers', again);
    expect([reply.status, money.read(reply, 'id')]).toEqual([200, id]);
    expect(money.world.quotes.get(again.quoteUuid)?.status).toBe('PENDING');
    const intoGroup = await money.asOwner(
      'POST',
      `${money.groupsPath}/${await money.makeGroup()}/transfers`,
      again,
    );
    expect([intoGroup.status, money.read(intoGroup, 'id')]).toEqual([200, id]);
  });

  it('one whose answer was lost is there when it is sent again', async () => {
    const body = money.transferOf();
    await money.ask('POST', '/_emulator/faults', {
      body: { match: { method: 'POST', path: '/v1/transfers$' }, times: 1, dropAfterApply: true },
    });
    const before = money.world.transfers.size;
    await money.asOwner('POST', '/v1/transfers', body);
    expect(money.world.transfers.size).toBe(before + 1);
    const reply = await money.asOwner('POST', '/v1/transfers', body);
    expect([reply.status, money.world.transfers.size]).toEqual([200, before + 1]);
  });

  it('refuses a quote that was used, ran out, is somebody else’s or goes with another recipient', async () => {
    const used = money.transferOf();
    await money.asOwner('POST', '/v1/transfers', used);
    const anew = { ...used, customerTransactionId: money.world.random.ids.uuid() };
    expect(codesOf(await money.asOwner('POST', '/v1/transfers', anew))).toEqual(['error.quote.already.used']);

    const other = money.transferOf({ profileId: 30_000_101 });
    expect(codesOf(await money.asOwner('POST', '/v1/transfers', other))).toEqual(['error.quote.not.found']);

    const wrong = money.transferOf({ recipient: money.plantRecipient({ currency: 'NOK' }) });
    expect(codesOf(await money.asOwner('POST', '/v1/transfers', wrong))).toEqual(['INVALID_RECIPIENT']);

    const late = money.transferOf();
    await money.advance(31 * 60);
    const reply = await money.asOwner('POST', '/v1/transfers', late);
    expect([reply.status, codesOf(reply)]).toEqual([422, ['error.quote.expired']]);
  });

  it('refuses a recipient whose name was not accepted, and keeps the quote', async () => {
    const outcome = {
      type: 'NAME_MATCHING',
      outcome: 'PARTIAL_FAILURE',
      requiresCustomerAcceptance: true,
      providedName: 'Joe Mismatch',
      resolvedName: 'Joe Matchett',
      message: null,
      at: '2026-11-01T09:00:00.000Z',
    };
    const recipient = money.plantRecipient({ outcomes: [outcome] });
    const body = money.transferOf({ recipient });
    expect((await money.asOwner('POST', '/v1/transfers', body)).status).toBe(422);
    expect(money.world.quotes.get(body.quoteUuid)?.status).toBe('PENDING');
    money.world.recipients.put({ ...recipient, acceptedFor: [{ quoteId: body.quoteUuid, at: '' }] });
    expect((await money.asOwner('POST', '/v1/transfers', body)).status).toBe(200);
  });

  it.each([
    [{ customerTransactionId: 'mine' }],
    [{ customerTransactionId: undefined }],
    [{ targetAccount: 'x' }],
    [{ quoteUuid: undefined }],
  ])('%j answers 400', async (change) => {
    expect((await money.asOwner('POST', '/v1/transfers', { ...money.transferOf(), ...change })).status).toBe(
      400,
    );
  });
});

describe('GET transfers', () => {
  const list = async (query: Record<string, string>) => {
    const search = new URLSearchParams({ profile: String(businessProfile), ...query });
    const reply = await money.asOwner('GET', `/v1/transfers?${search}`);
    return transferListReply.parse(reply.body).map(({ id }) => Number(id));
  };

  it('lists the newest first, page by page', async () => {
    const made: number[] = [];
    for (let index = 0; index < 5; index++) made.unshift(await money.makeTransfer());
    expect(await list({ limit: '3' })).toEqual(made.slice(0, 3));
    expect(await list({ limit: '2', offset: '3' })).toEqual(made.slice(3));
    expect((await list({})).length).toBeGreaterThanOrEqual(5);
  });

  it('by status, currencies and days', async () => {
    const first = await money.makeTransfer({ targetCurrency: 'NOK' });
    await money.advance(86_400);
    const second = await money.makeTransfer({ sourceCurrency: 'EUR' });
    await money.asOwner('PUT', `/v1/transfers/${second}/cancel`);
    const waiting = 'incoming_payment_waiting';
    expect(await list({ limit: '1', status: 'cancelled' })).toEqual([second]);
    expect(await list({ limit: '2', status: `cancelled,${waiting}` })).toEqual([second, first]);
    expect(await list({ limit: '1', targetCurrency: 'NOK', status: waiting })).toEqual([first]);
    expect(await list({ limit: '1', sourceCurrency: 'EUR' })).toEqual([second]);
    expect(await list({ createdDateStart: '2026-11-22' })).toEqual([second]);
    expect(await list({ createdDateStart: '2026-11-21T09:30:00Z', createdDateEnd: '2026-11-22' })).toEqual([
      first,
    ]);
  });

  it('without a profile those of the personal one; the business owner has none', async () => {
    await money.makeTransfer();
    expect((await money.asOwner('GET', '/v1/transfers')).body).toEqual([]);
    const person = await money.userToken(20_000_101);
    expect((await money.ask('GET', '/v1/transfers', { token: person })).body).toEqual([]);
  });

  it('another user’s profile answers 403, an odd page 400', async () => {
    expect((await money.asOwner('GET', '/v1/transfers?profile=30000101')).status).toBe(403);
    for (const query of ['limit=0', 'limit=101', 'offset=-1', 'createdDateStart=soon', 'profile=x'])
      expect((await money.asOwner('GET', `/v1/transfers?${query}`)).status).toBe(400);
  });
});

describe('one transfer', () => {
  it('is read by its owner, also by a personal token, and by nobody else', async () => {
    const id = await money.makeTransfer();
    const path = `/v1/transfers/${id}`;
    expect((await money.asOwner('GET', path)).body).toMatchObject({ id });
    expect((await money.ask('GET', path, { token: 'demo-personal-20000001' })).status).toBe(200);
    expect((await money.ask('GET', path, { token: await money.userToken(20_000_101) })).status).toBe(404);
    expect((await money.ask('GET', path, { token: await money.clientToken() })).status).toBe(403);
    expect((await money.asOwner('GET', '/v1/transfers/1')).status).toBe(404);
    expect((await money.asOwner('GET', '/v1/transfers/one')).status).toBe(400);
  });

  it('is cancelled once, while it waits', async () => {
    const id = await money.makeTransfer();
    expect((await money.asOwner('PUT', `/v1/transfers/${id}/cancel`)).body).toMatchObject({
      id,
      status: 'cancelled',
    });
    const again = await money.asOwner('PUT', `/v1/transfers/${id}/cancel`);
    expect(again.status).toBe(409);
    expect(again.body).toEqual({
      errors: [
        {
          code: 'transfer.cancellation.not.allowed',
          message: 'Transfer cannot be cancelled',
          arguments: [],
        },
      ],
    });
  });

  it('that nobody pays for is cancelled after 14 days', async () => {
    const told = await money.listen('transfers#state-change');
    const id = await money.makeTransfer();
    await money.advance(14 * 86_400 - 1);
    expect(money.statusOf(id)).toBe('incoming_payment_waiting');
    await money.advance(1);
    expect(money.statusOf(id)).toBe('cancelled');
    expect(
      (await told()).filter((data) => Reflect.get(Reflect.get(Object(data), 'resource'), 'id') === id),
    ).toMatchObject([
      { current_state: 'incoming_payment_waiting' },
      { current_state: 'cancelled', occurred_at: '2026-12-05T09:30:00.000Z' },
    ]);
  });
});
