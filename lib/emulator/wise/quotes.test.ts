import { beforeEach, describe, expect, it } from 'vitest';
import { quote as quoteReply } from '../../contracts/wise/quotes.ts';
import type { BalanceRecord, RecipientRecord } from '../money/records.ts';
import { businessUser, startTestEmulator, type TestEmulator } from '../test-support.ts';

const profileId = 30_000_001;
const quotesPath = `/v3/profiles/${profileId}/quotes`;
const recipient: RecipientRecord = {
  id: 40_900_001,
  profileId,
  creatorId: businessUser,
  accountHolderName: 'Grace Kim',
  currency: 'USD',
  country: 'US',
  type: 'aba',
  legalType: 'PRIVATE',
  active: true,
  ownedByCustomer: false,
  email: null,
  details: { abartn: '111000025', accountNumber: '40000000000', accountType: 'CHECKING' },
  address: { country: 'US', state: 'TX', city: 'Austin', postCode: '78701', firstLine: '12 Congress Avenue' },
  outcomes: [],
  checkedWith: null,
  acceptedFor: [],
  createdAt: '2026-11-01T09:00:00Z',
};
const dollars: BalanceRecord = {
  id: 200_900_001,
  profileId,
  currency: 'USD',
  type: 'STANDARD',
  name: null,
  investmentState: 'NOT_INVESTED',
  amount: 10,
  reservedAmount: 0,
  creationTime: '2026-01-01T00:00:00.000Z',
  modificationTime: '2026-01-01T00:00:00.000Z',
};

let wise: TestEmulator;
let token: string;
beforeEach(async () => {
  wise = startTestEmulator();
  token = await wise.userToken(businessUser);
});

const route = { sourceCurrency: 'GBP', targetCurrency: 'USD', sourceAmount: 100 };
const post = (body: unknown, as = token) => wise.ask('POST', quotesPath, { token: as, body });
const make = async (body: object = {}) => {
  const reply = await post({ ...route, ...body });
  expect(reply.status).toBe(200);
  return quoteReply.parse(reply.body);
};
const get = (id: string) => wise.ask('GET', `${quotesPath}/${id}`, { token });
const mergePatch = { 'content-type': 'application/merge-patch+json' };
const patch = (id: string, body: unknown, headers: Record<string, string> = mergePatch) =>
  wise.ask('PATCH', `${quotesPath}/${id}`, { token, body, headers });
const advance = (advanceSeconds: number) =>
  wise.ask('POST', '/_emulator/clock', { body: { advanceSeconds } });
const optionOf = (quote: Awaited<ReturnType<typeof make>>, payIn: string, payOut = quote.payOut) =>
  quote.paymentOptions?.find((option) => option.payIn === payIn && option.payOut === payOut);
const codesOf = (body: unknown): unknown =>
  Reflect.get(Object(body), 'errors').map((fault: { code: string; path: string }) => [
    fault.code,
    fault.path,
  ]);

describe('POST quotes', () => {
  it('gives a price that is good for half an hour, and is read again as it was', async () => {
    const reply = await post(route);
    expect(reply.body).toMatchObject({
      sourceAmount: 100,
      providedAmountType: 'SOURCE',
      payOut: 'BANK_TRANSFER',
      preferredPayIn: 'BANK_TRANSFER',
      status: 'PENDING',
      createdTime: '2026-11-21T09:30:00Z',
      expirationTime: '2026-11-21T10:00:00Z',
      profile: profileId,
      user: businessUser,
      rateType: 'FIXED',
      notices: [],
    });
    const { id } = quoteReply.parse(reply.body);
    expect((await get(id)).body).toEqual(reply.body);
    await advance(30 * 60 - 1);
    expect((await get(id)).body).toMatchObject({ status: 'PENDING' });
    await advance(1);
    expect((await get(id)).body).toMatchObject({ status: 'EXPIRED' });
    await advance(48 * 60 * 60);
    // Tokens have run out by then.
    token = await wise.userToken(businessUser);
    expect((await get(id)).status).toBe(404);
  });

  it('keeps the amount that was asked for exactly, and prices the way that is preferred', async () => {
    const target = { sourceAmount: undefined, targetAmount: 129.24 };
    const byTransfer = await make(target);
    const byBalance = await make({ ...target, preferredPayIn: 'BALANCE' });
    expect([byTransfer.targetAmount, byBalance.targetAmount]).toEqual(['129.24', '129.24']);
    for (const [quote, payIn] of [
      [byTransfer, 'BANK_TRANSFER'],
      [byBalance, 'BALANCE'],
    ] as const) {
      expect(quote.paymentOptions?.[0]?.payIn).toBe(payIn);
      expect(optionOf(quote, payIn)?.sourceAmount).toBe(quote.sourceAmount);
    }
    expect(Number(byBalance.sourceAmount)).toBeLessThan(Number(byTransfer.sourceAmount));
    expect((await make({ ...target, payIn: 'BALANCE' })).sourceAmount).toBe(byBalance.sourceAmount);
  });

  it('lists ways that are closed, with the reason, and opens them once there is a balance', async () => {
    const fromDollars = { sourceCurrency: 'USD', targetCurrency: 'GBP' };
    wise.emulator.world.balances.replaceAll([]);
    wise.emulator.world.directDebitAccounts.replaceAll([]);
    const before = await make(fromDollars);
    expect(before.paymentOptions?.map(({ disabled, payIn }) => [payIn, disabled])).toEqual([
      ['BANK_TRANSFER', false],
      ['BALANCE', true],
      ['DIRECT_DEBIT', true],
    ]);
    expect(optionOf(before, 'BALANCE')?.disabledReason).toMatchObject({
      code: 'error.payInmethod.disabled',
      message: 'Open a balance in USD to pay from it.',
    });
    for (const [change, isClosed] of [
      [{ investmentState: 'INVESTED' }, true],
      [{ type: 'SAVINGS' }, true],
      [{ currency: 'CAD' }, true],
      [{}, false],
    ] as const) {
      wise.emulator.world.balances.put({ ...dollars, ...change });
      expect(optionOf(await make(fromDollars), 'BALANCE')?.disabled).toBe(isClosed);
    }
    wise.emulator.world.directDebitAccounts.put({
      id: 1,
      profileId,
      currency: 'USD',
      type: 'ACH',
      routingNumber: '111000025',
      accountNumber: '12345',
      accountType: 'CHECKING',
    });
    expect(optionOf(await make(fromDollars), 'DIRECT_DEBIT')?.disabledReason).toBeNull();
  });

  it('knows no direct debit from other currencies than dollars', async () => {
    const ways = async (sourceCurrency: string) =>
      new Set(
        (await make({ sourceCurrency, targetCurrency: 'EUR' })).paymentOptions?.map((row) => row.payIn),
      );
    expect(await ways('CAD')).toContain('DIRECT_DEBIT');
    expect(await ways('GBP')).toEqual(new Set(['BANK_TRANSFER', 'BALANCE']));
  });

  it.each([
    ['INR', 249, 250],
    ['BRL', 19, 20],
  ])('closes every way where less than the least arrives in %s', async (targetCurrency, less, enough) => {
    const arriving = (targetAmount: number) =>
      make({ targetCurrency, sourceAmount: undefined, targetAmount });
    const reasons = new Set(
      (await arriving(less)).paymentOptions?.map((row) => row.disabled && row.disabledReason?.code),
    );
    expect(reasons).toEqual(new Set(['error.amount.too.low']));
    const open = (await arriving(enough)).paymentOptions?.filter((row) => !row.disabled);
    expect(open?.length).toBeGreaterThan(0);
  });

  it('warns, informs and blocks', async () => {
    const types = async (body: object) => (await make(body)).notices?.map(({ type }) => type);
    expect(await types({ targetCurrency: 'BRL' })).toEqual(['WARNING']);
    expect(await types({ sourceAmount: undefined, targetAmount: 50 })).toEqual(['INFO']);
    expect(await types({ sourceAmount: 1313.13 })).toEqual(['BLOCKED']);
    expect(await types({ targetCurrency: 'JPY', sourceAmount: undefined, targetAmount: 1313 })).toEqual([
      'BLOCKED',
      'INFO',
    ]);
  });

  it('charges what a partner asks for', async () => {
    const fee = { type: 'OVERRIDE', variable: 0.01, fixed: 2 };
    const reply = await post({ ...route, pricingConfiguration: { fee } });
    expect(reply.body).toMatchObject({
      pricingConfiguration: { fee },
      paymentOptions: [
        { fee: { total: 3, partner: 3 }, price: { total: { value: { label: '3.00 GBP' } } } },
        {},
        {},
        {},
      ],
    });
  });

  it.each([
    [{ sourceCurrency: 'XXX' }, 'CurrencyCode', 'sourceCurrency'],
    [{ targetCurrency: undefined }, 'CurrencyCode', 'targetCurrency'],
    [{ sourceAmount: 0 }, 'error.greaterThanZero', 'sourceAmount'],
    [{ sourceAmount: -1 }, 'error.greaterThanZero', 'sourceAmount'],
    [{ sourceAmount: '100' }, 'error.greaterThanZero', 'sourceAmount'],
    [{ targetAmount: 1 }, 'error.quote.amount.onlySingle', 'sourceAmount'],
    [{ sourceAmount: undefined }, 'error.quote.amount.onlySingle', 'sourceAmount'],
    [{ sourceAmount: 1.005 }, 'NOT_VALID', 'sourceAmount'],
    [{ sourceAmount: 1e13 }, 'NOT_VALID', 'sourceAmount'],
    [{ sourceCurrency: 'JPY', sourceAmount: 100.5 }, 'NOT_VALID', 'sourceAmount'],
    [{ sourceAmount: null, targetCurrency: 'KRW', targetAmount: 0.5 }, 'NOT_VALID', 'targetAmount'],
    [{ payOut: 'PIGEON' }, 'NOT_VALID', 'payOut'],
    [{ targetAccount: 'x' }, 'NOT_VALID', 'targetAccount'],
    [
      { pricingConfiguration: { fee: { type: 'OVERRIDE', variable: 1, fixed: 0 } } },
      'NOT_VALID',
      'pricingConfiguration.fee.variable',
    ],
  ])('400 for %j', async (change, code, path) => {
    const { body, status } = await post({ ...route, ...change });
    expect([status, codesOf(body)]).toEqual([400, [[code, path]]]);
    expect(wise.emulator.world.quotes.size).toBe(0);
  });

  it('tells each fault', async () => {
    const { body } = await post({ sourceCurrency: 'XXX', targetCurrency: 'YYY', sourceAmount: -1 });
    expect(codesOf(body)).toEqual([
      ['CurrencyCode', 'sourceCurrency'],
      ['CurrencyCode', 'targetCurrency'],
      ['error.greaterThanZero', 'sourceAmount'],
    ]);
  });

  it('is for the owner of the profile, with a personal token too, and never for a client', async () => {
    const other = await wise.userToken(20_000_101);
    expect((await post(route, other)).status).toBe(403);
    expect((await post(route, await wise.clientToken())).status).toBe(403);
    expect((await post(route, 'none')).status).toBe(401);
    expect((await post(route, `demo-personal-${businessUser}`)).status).toBe(200);
  });

  it('gives the same ids again after a reset', async () => {
    const { id } = await make();
    await wise.ask('POST', '/_emulator/reset');
    token = await wise.userToken(businessUser);
    expect((await make()).id).toBe(id);
  });
});

describe('GET a quote', () => {
  it('404 for another profile’s and an unknown one, 400 for what is no UUID', async () => {
    const { id } = await make();
    const elsewhere = `/v3/profiles/30000002/quotes/${id}`;
    const unknown = '00000000-0000-4000-8000-000000000000';
    for (const path of [elsewhere, `${quotesPath}/${unknown}`])
      expect((await wise.ask('GET', path, { token })).body).toMatchObject({
        errors: [{ code: 'error.quote.not.found' }],
      });
    expect((await get('1')).status).toBe(400);
    expect((await wise.ask('GET', `/2026Q3/profiles/${profileId}/quotes/${id}`, { token })).status).toBe(200);
  });
});

describe('PATCH a quote', () => {
  beforeEach(() => {
    wise.emulator.world.recipients.put(recipient);
  });

  it('binds a recipient, who decides how it is paid out', async () => {
    const { id, rate } = await make();
    const bound = quoteReply.parse((await patch(id, { targetAccount: recipient.id })).body);
    expect([bound.payOut, bound.rate, bound.expirationTime]).toEqual([
      'BANK_TRANSFER',
      rate,
      '2026-11-21T10:00:00Z',
    ]);
    wise.emulator.world.recipients.put({ ...recipient, type: 'swift_code' });
    const abroad = quoteReply.parse((await patch(id, { targetAccount: recipient.id })).body);
    expect(abroad.payOut).toBe('SWIFT');
    expect(Number(abroad.targetAmount)).toBeLessThan(Number(bound.targetAmount));
    expect(optionOf(abroad, 'BANK_TRANSFER')?.targetAmount).toBe(abroad.targetAmount);
    expect((await patch(id, { payOut: 'SWIFT_OUR' })).body).toMatchObject({ payOut: 'SWIFT_OUR' });
    expect((await patch(id, { targetAccount: null, payOut: null })).body).toMatchObject({
      payOut: 'BANK_TRANSFER',
    });
  });

  it('pays out over Interac to such a recipient', async () => {
    wise.emulator.world.recipients.put({ ...recipient, currency: 'CAD', type: 'interac' });
    const { id } = await make({ targetCurrency: 'CAD' });
    expect((await patch(id, { targetAccount: recipient.id })).body).toMatchObject({ payOut: 'INTERAC' });
  });

  it('keeps a partner’s price that was passed once, until it is taken away', async () => {
    const { id } = await make({ pricingConfiguration: { fee: { type: 'OVERRIDE', variable: 0, fixed: 7 } } });
    const feeOf = async (body: object) => {
      const { paymentOptions } = quoteReply.parse((await patch(id, body)).body);
      return paymentOptions?.[0]?.price?.total.value.amount;
    };
    expect(await feeOf({ payOut: 'SWIFT' })).toBe('7');
    expect(await feeOf({ pricingConfiguration: null })).not.toBe('7');
  });

  it('is refused for a recipient that does not fit, and once the quote ran out', async () => {
    const { id } = await make({ targetCurrency: 'EUR' });
    const refused = await patch(id, { targetAccount: recipient.id });
    expect([refused.status, codesOf(refused.body)]).toEqual([422, [['INVALID_RECIPIENT', 'targetAccount']]]);
    expect((await patch(id, { targetAccount: 1 })).status).toBe(422);
    await advance(30 * 60);
    const late = await patch(id, { payOut: 'SWIFT' });
    expect([late.status, codesOf(late.body)]).toEqual([422, [['error.quote.expired', 'quoteId']]]);
  });

  it('asks for a merge patch', async () => {
    const { id } = await make();
    expect((await patch(id, {}, { 'content-type': 'application/json' })).status).toBe(415);
    expect((await patch(id, 'nothing')).status).toBe(400);
  });
});

describe('POST an example quote', () => {
  const example = (body: object, as?: string) =>
    wise.ask('POST', '/v3/quotes', { body, ...(as === undefined ? {} : { token: as }) });

  it('needs no token, and gives nothing a transfer could be made with', async () => {
    const reply = await example(route);
    expect(reply.status).toBe(200);
    expect(reply.body).toMatchObject({ sourceAmount: 100, targetAmount: expect.any(Number) });
    expect(Object.keys(Object(reply.body))).not.toContain('id');
    expect(wise.emulator.world.quotes.size).toBe(0);
    expect((await example({ ...route, sourceAmount: 0 })).status).toBe(400);
  });

  it('takes a client’s token, no other, and refuses one that is not good', async () => {
    expect((await example(route, await wise.clientToken())).status).toBe(200);
    expect((await example(route, token)).status).toBe(403);
    expect((await example(route, 'none')).status).toBe(401);
  });
});
