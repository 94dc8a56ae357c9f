import { beforeEach, describe, expect, it } from 'vitest';
import { quote as quoteReply } from '../../contracts/wise/quotes.ts';
import { compatibilityReply, recipient as recipientReply } from '../../contracts/wise/recipients.ts';
import { needsAcceptance } from '../money/confirmations.ts';
import { businessUser, startTestEmulator, type TestEmulator } from '../test-support.ts';

const profile = 30_000_001;
let wise: TestEmulator;
let token: string;
beforeEach(async () => {
  wise = startTestEmulator();
  token = await wise.userToken(businessUser);
});

const euros = {
  currency: 'EUR',
  type: 'iban',
  profile,
  details: { legalType: 'PRIVATE', IBAN: 'DE89370400440532013000' },
};
const rupees = {
  currency: 'INR',
  type: 'indian',
  profile,
  details: { legalType: 'PRIVATE', ifscCode: 'HDFC0000128', accountNumber: '50100234567891' },
};
const create = async (accountHolderName: string, body: object = euros) => {
  const reply = await wise.ask('POST', '/v1/accounts', { token, body: { ...body, accountHolderName } });
  return recipientReply.parse(reply.body);
};
const quoteFor = async (targetCurrency = 'EUR', change: object = {}, profileId = profile) => {
  const body = { sourceCurrency: 'GBP', targetCurrency, sourceAmount: 100, ...change };
  const reply = await wise.ask('POST', `/v3/profiles/${profileId}/quotes`, { token, body });
  return quoteReply.parse(reply.body).id;
};
const check = (id: string, quoteId: string, version = 'v2') =>
  wise.ask('POST', `/${version}/accounts/${id}/quotes/${quoteId}/compatibility`, { token });
const accept = (id: string, query: string, body: unknown = { acceptedOutcomes: true }) =>
  wise.ask('PATCH', `/v2/accounts/${id}/confirmations${query}`, { token, body });
const isHeldUp = (id: string, quoteId: string) => {
  const row = wise.emulator.world.recipients.get(id);
  if (!row) throw new Error('no such recipient');
  return needsAcceptance(row, quoteId);
};

describe('the outcome of a name check', () => {
  it.each([
    ['John Doe', euros, 'NAME_MATCHING', 'SUCCESS', false],
    ['John Mismatch', euros, 'NAME_MATCHING', 'PARTIAL_FAILURE', true],
    ['John Wrongname', euros, 'NAME_MATCHING', 'FAILURE', true],
    ['John Nocheck', euros, 'NAME_MATCHING', 'COULD_NOT_CHECK', true],
    ['John Nocheck', rupees, 'NAME_RESOLUTION', 'COULD_NOT_CHECK', false],
    ['John Mismatch', rupees, 'NAME_RESOLUTION', 'PARTIAL_FAILURE', true],
  ])('of %s follows from the name (%#)', async (name, body, type, outcome, requiresCustomerAcceptance) => {
    const { confirmations } = await create(name, body);
    expect(confirmations).toMatchObject({ acceptedOutcomes: false, quoteId: null });
    expect(confirmations?.outcomes).toMatchObject([{ type, outcome, requiresCustomerAcceptance }]);
  });

  it('has two answers at once for an account that the bank does not know', async () => {
    const { confirmations } = await create('John Nowhere');
    expect(confirmations?.outcomes).toMatchObject([
      { type: 'NAME_MATCHING', outcome: 'COULD_NOT_CHECK' },
      { type: 'ACCOUNT_EXISTENCE', outcome: 'FAILURE', requiresCustomerAcceptance: true },
    ]);
  });

  it('tells the name on the account where it is slightly different, in both shapes', async () => {
    const { id } = await create('Joe Mismatch');
    const quoteId = await quoteFor();
    for (const [version, path] of [
      ['v2', 'name/fullName'],
      ['v1', 'accountHolderName'],
    ])
      expect((await check(id, quoteId, version)).body).toMatchObject({
        accountId: Number(id),
        quoteId,
        confirmations: {
          quoteId,
          outcomes: [
            {
              providedName: 'Joe Mismatch',
              resolvedName: 'Joe Matchett',
              fieldsChecked: [path, 'details/IBAN'],
              recommendedUpdates: [{ path, value: 'Joe Matchett' }],
            },
          ],
        },
      });
  });

  it('is there only for the currencies whose names are checked', async () => {
    const { id } = await create('John Mismatch', {
      currency: 'GBP',
      type: 'sort_code',
      profile,
      details: { legalType: 'PRIVATE', sortCode: '040075', accountNumber: '37778842' },
    });
    const quoteId = await quoteFor('GBP');
    const { body } = await check(id, quoteId);
    expect(compatibilityReply.parse(body)).toMatchObject({ accountId: id, quoteId, confirmations: null });
    expect(body).not.toHaveProperty('confirmations');
    expect((await accept(id, '')).status).toBe(422);
  });
});

describe('POST compatibility', () => {
  it('422 for a recipient that does not fit the quote, told by what is missing', async () => {
    const { id } = await create('John Doe');
    const refused = async (quoteId: string) => {
      const { body, status } = await check(id, quoteId);
      const paths = Reflect.get(Object(body), 'errors').map(({ path }: { path: string }) => path);
      return [status, ...paths];
    };
    expect(await refused(await quoteFor('USD'))).toEqual([422, 'targetAccount']);
    expect(await refused(await quoteFor('EUR', { sourceCurrency: 'USD' }))).toEqual([
      422,
      'address.country',
      'address.city',
      'address.firstLine',
      'address.postCode',
    ]);
    const quoteId = await quoteFor();
    await wise.ask('DELETE', `/v2/accounts/${id}`, { token });
    expect(await refused(quoteId)).toEqual([422, 'targetAccount']);
  });

  it('404 for a quote of another profile, an unknown one, and another user’s recipient', async () => {
    const { id } = await create('John Doe');
    expect((await check(id, await quoteFor('EUR', {}, 30_000_002))).status).toBe(404);
    expect((await check(id, '00000000-0000-4000-8000-000000000000')).status).toBe(404);
    expect((await check(id, '1')).status).toBe(400);
    const quoteId = await quoteFor();
    token = await wise.userToken(20_000_101);
    expect((await check(id, quoteId)).status).toBe(404);
  });
});

describe('PATCH confirmations', () => {
  it('accepts what was checked with a quote for that quote alone, and wants it named', async () => {
    const { id } = await create('John Mismatch');
    const [quoteId, another] = [await quoteFor(), await quoteFor()];
    await check(id, quoteId);
    expect([isHeldUp(id, quoteId), (await accept(id, '')).status]).toEqual([true, 400]);
    const reply = await accept(id, `?quoteId=${quoteId}`);
    expect(reply.body).toMatchObject({
      id: Number(id),
      confirmations: {
        acceptedOutcomes: true,
        acceptedAt: expect.stringMatching(/^2026-11-21T09:30:00\.\d{9}Z$/),
        quoteId,
      },
    });
    expect([isHeldUp(id, quoteId), isHeldUp(id, another)]).toEqual([false, true]);
    const afresh = compatibilityReply.parse((await check(id, another)).body);
    expect(afresh.confirmations?.acceptedOutcomes).toBe(false);
    expect(isHeldUp(id, quoteId)).toBe(false);
  });

  it('accepts what was checked without a quote for every quote', async () => {
    const { id } = await create('John Wrongname');
    expect((await accept(id, '')).body).toMatchObject({ confirmations: { acceptedOutcomes: true } });
    const quoteId = await quoteFor();
    expect((await check(id, quoteId)).body).toMatchObject({ confirmations: { acceptedOutcomes: true } });
    expect(isHeldUp(id, quoteId)).toBe(false);
  });

  it('forgets acceptances for quotes that can no longer be used', async () => {
    const { id } = await create('John Mismatch');
    const acceptFor = async (quoteId: string) =>
      expect((await accept(id, `?quoteId=${quoteId}`)).status).toBe(200);
    const first = await quoteFor();
    await acceptFor(first);
    await acceptFor(first);
    await wise.ask('POST', '/_emulator/clock', { body: { advanceSeconds: 1800 } });
    const second = await quoteFor();
    await acceptFor(second);
    const accepted = wise.emulator.world.recipients.get(id)?.acceptedFor;
    expect(accepted?.map(({ quoteId }) => quoteId)).toEqual([second]);
  });

  it('is refused for a quote of another profile, no UUID, and anything but an acceptance', async () => {
    const { id } = await create('John Mismatch');
    const elsewhere = await quoteFor('EUR', {}, 30_000_002);
    expect((await accept(id, `?quoteId=${elsewhere}`)).status).toBe(400);
    expect((await accept(id, '?quoteId=1')).status).toBe(400);
    expect((await accept(id, '', { acceptedOutcomes: false })).status).toBe(400);
    expect((await accept(id, '', {})).status).toBe(400);
    expect(wise.emulator.world.recipients.get(id)?.acceptedFor).toEqual([]);
  });
});
