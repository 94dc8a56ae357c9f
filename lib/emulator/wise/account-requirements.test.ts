import { beforeEach, describe, expect, it } from 'vitest';
import { quote as quoteReply } from '../../contracts/wise/quotes.ts';
import { recipient as recipientReply, requirementsReply } from '../../contracts/wise/recipients.ts';
import { businessUser, startTestEmulator, type TestEmulator } from '../test-support.ts';

const profile = 30_000_001;
const quotesPath = `/v3/profiles/${profile}/quotes`;
let wise: TestEmulator;
let token: string;
beforeEach(async () => {
  wise = startTestEmulator();
  token = await wise.userToken(businessUser);
});

const quoteFor = async (targetCurrency: string, change: object = {}) => {
  const body = { sourceCurrency: 'GBP', targetCurrency, sourceAmount: 100, ...change };
  return quoteReply.parse((await wise.ask('POST', quotesPath, { token, body })).body).id;
};
const minor = { 'accept-minor-version': '1' };
const get = (quoteId: string, query = '', headers: Record<string, string> = minor) =>
  wise.ask('GET', `/v1/quotes/${quoteId}/account-requirements${query}`, { token, headers });
const post = (quoteId: string, body: unknown) =>
  wise.ask('POST', `/v1/quotes/${quoteId}/account-requirements`, { token, headers: minor, body });
const formsIn = (body: unknown) =>
  requirementsReply
    .parse(body)
    .map(({ fields, type }) => ({ type, fields: fields.flatMap(({ group }) => group) }));
const keysIn = (body: unknown) =>
  Object.fromEntries(formsIn(body).map(({ fields, type }) => [type, fields.map(({ key }) => key)]));
const fieldIn = (body: unknown, key: string) =>
  formsIn(body)
    .flatMap(({ fields }) => fields)
    .find((field) => field.key === key);

const address = ['address.country', 'address.city', 'address.firstLine', 'address.postCode'];

describe('account requirements', () => {
  it('list the kinds of account of the currency with their fields', async () => {
    expect(keysIn((await get(await quoteFor('GBP'))).body)).toEqual({
      sort_code: ['accountHolderName', 'email', 'legalType', 'sortCode', 'accountNumber', ...address],
      iban: ['accountHolderName', 'email', 'legalType', 'IBAN', ...address],
    });
    const { body } = await get(await quoteFor('USD'));
    expect(Object.keys(keysIn(body))).toEqual(['aba', 'swift_code']);
    expect(fieldIn(body, 'abartn')).toMatchObject({
      type: 'text',
      required: true,
      minLength: 9,
      maxLength: 9,
    });
    expect(fieldIn(body, 'accountType')).toMatchObject({
      type: 'radio',
      valuesAllowed: [{ key: 'CHECKING' }, { key: 'SAVINGS' }],
    });
  });

  it('have name and e-mail from minor version 1 on only', async () => {
    const { body } = await get(await quoteFor('GBP'), '', {});
    expect(keysIn(body).iban).toEqual(['legalType', 'IBAN', ...address]);
  });

  it('require an address where the route does, or where it is asked for', async () => {
    const isRequired = async (quoteId: string, query = '') =>
      fieldIn((await get(quoteId, query)).body, 'address.country')?.required;
    const quoteId = await quoteFor('GBP');
    expect(await isRequired(quoteId)).toBe(false);
    expect(await isRequired(quoteId, '?addressRequired=true')).toBe(true);
    expect(await isRequired(await quoteFor('USD'))).toBe(true);
    expect(await isRequired(await quoteFor('EUR', { sourceCurrency: 'USD' }))).toBe(true);
  });

  it('ask for a state once the country has states', async () => {
    const quoteId = await quoteFor('USD');
    const { body: before } = await get(quoteId);
    expect(fieldIn(before, 'address.country')?.refreshRequirementsOnChange).toBe(true);
    const statesIn = async (country: string) => {
      const { body } = await post(quoteId, { type: 'aba', details: { address: { country } } });
      // The other kind of account is shown as nothing was filled in.
      expect(keysIn(body).swift_code).toEqual(keysIn(before).swift_code);
      const aba = formsIn(body).find(({ type }) => type === 'aba');
      return aba?.fields.find(({ key }) => key === 'address.state')?.valuesAllowed?.length;
    };
    expect([await statesIn('US'), await statesIn('CA'), await statesIn('FR')]).toEqual([51, 13, undefined]);
  });

  it('ask for a branch of the bank that was chosen', async () => {
    for (const [currency, type, bankCode] of [
      ['JPY', 'japanese', '0005'],
      ['BRL', 'brazil', '237'],
    ] as const) {
      const quoteId = await quoteFor(currency, { sourceAmount: 1000 });
      expect(fieldIn((await get(quoteId)).body, 'branchCode')).toBeUndefined();
      expect(fieldIn((await get(quoteId)).body, 'bankCode')?.refreshRequirementsOnChange).toBe(true);
      const { body } = await post(quoteId, { currency, type, details: { bankCode } });
      expect(fieldIn(body, 'branchCode')?.valuesAllowed?.length).toBe(3);
    }
  });

  it('ask a business in Brazil for its own number', async () => {
    const quoteId = await quoteFor('BRL', { sourceAmount: 1000 });
    const keys = async (legalType: string) =>
      keysIn((await post(quoteId, { type: 'brazil', details: { legalType } })).body).brazil;
    expect(await keys('PRIVATE')).toContain('cpf');
    expect(await keys('BUSINESS')).toContain('cnpj');
    expect(await keys('BUSINESS')).not.toContain('cpf');
  });

  it('are what a recipient is then held against: every field left out is what creating it misses', async () => {
    for (const currency of ['GBP', 'EUR', 'USD', 'CAD', 'INR', 'NOK', 'JPY', 'KRW', 'MXN', 'ZAR']) {
      const forms = formsIn((await get(await quoteFor(currency, { sourceAmount: 1000 }))).body);
      for (const { fields, type } of forms) {
        const body = { currency, type, profile, accountHolderName: '', details: {} };
        const reply = await wise.ask('POST', '/v1/accounts', { token, body });
        const paths = Reflect.get(Object(reply.body), 'errors').map(({ path }: { path: string }) => path);
        const required = fields.filter((field) => field.required).map(({ key }) => key);
        expect([type, paths.sort()]).toEqual([type, required.sort()]);
      }
    }
  });

  it('404 for another user’s quote and an unknown one, 400 for an unknown kind of sender', async () => {
    const quoteId = await quoteFor('GBP');
    expect((await get(quoteId, '?originatorLegalEntityType=PRIVATE')).status).toBe(200);
    expect((await get(quoteId, '?originatorLegalEntityType=ALIEN')).status).toBe(400);
    expect((await get('12345')).status).toBe(404);
    token = await wise.userToken(20_000_101);
    expect((await get(quoteId)).status).toBe(404);
    expect((await post(quoteId, {})).status).toBe(404);
  });
});

describe('transfer requirements', () => {
  const create = async (body: object) => {
    const reply = await wise.ask('POST', '/v1/accounts', { token, body: { profile, ...body } });
    return Number(recipientReply.parse(reply.body).id);
  };
  const euros = {
    currency: 'EUR',
    type: 'iban',
    accountHolderName: 'John Doe',
    details: { legalType: 'PRIVATE', IBAN: 'DE89370400440532013000' },
  };
  const rupees = {
    currency: 'INR',
    type: 'indian',
    accountHolderName: 'Arjun Rao',
    details: { legalType: 'PRIVATE', ifscCode: 'HDFC0000128', accountNumber: '50100234567891' },
  };
  const ask = (body: object) => wise.ask('POST', '/v1/transfer-requirements', { token, body });
  const keys = (body: unknown) => keysIn(body).transfer;

  it('ask for a reference as long as the payment can carry it', async () => {
    const [sent] = wise.emulator.world.recipients.slice(profile).filter(({ type }) => type === 'aba');
    const lengthTo = async (targetAccount: number | undefined, currency: string) => {
      const { body } = await ask({ targetAccount, quoteUuid: await quoteFor(currency) });
      return fieldIn(body, 'reference')?.maxLength;
    };
    expect(await lengthTo(sent?.id, 'USD')).toBe(10);
    expect(await lengthTo(await create(euros), 'EUR')).toBe(35);
  });

  it('ask for a purpose in some currencies, and for more once it is chosen', async () => {
    const route = { targetAccount: await create(rupees), quoteUuid: await quoteFor('INR') };
    const { body } = await ask(route);
    expect(keys(body)).toEqual(['reference', 'transferPurpose']);
    expect(fieldIn(body, 'transferPurpose')).toMatchObject({
      required: true,
      refreshRequirementsOnChange: true,
    });
    const transferPurpose = 'verification.transfers.purpose.pay.goods.services';
    expect(keys((await ask({ ...route, details: { transferPurpose } })).body)).toEqual([
      'reference',
      'transferPurpose',
      'transferPurposeSubTransferPurpose',
      'transferPurposeInvoiceNumber',
    ]);
  });

  it('ask where much money comes from', async () => {
    const targetAccount = await create(euros);
    const quoteUuid = await quoteFor('EUR', { sourceAmount: 250_000 });
    expect(keys((await ask({ targetAccount, quoteUuid })).body)).toEqual(['reference', 'sourceOfFunds']);
    const details = { sourceOfFunds: 'verification.source.of.funds.other' };
    expect(keys((await ask({ targetAccount, quoteUuid, details })).body)).toContain('sourceOfFundsOther');
  });

  it('422 for a recipient that does not fit and a quote that is not the user’s, 400 for what is missing', async () => {
    const targetAccount = await create(euros);
    expect((await ask({ targetAccount, quoteUuid: await quoteFor('GBP') })).status).toBe(422);
    const quoteUuid = await quoteFor('EUR');
    expect((await ask({ quoteUuid })).status).toBe(400);
    token = await wise.userToken(20_000_101);
    expect((await ask({ targetAccount, quoteUuid })).status).toBe(422);
  });
});
