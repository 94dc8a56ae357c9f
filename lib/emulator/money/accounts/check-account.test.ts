import { describe, expect, it } from 'vitest';
import { plantRecipients } from '../../seeds/demo-recipients.ts';
import { currencies } from '../currencies.ts';
import { type Account, checkAccount, fieldsOf } from './check-account.ts';
import { branchChoices } from './banks.ts';
import { findForm, formsOf } from './forms.ts';

const seeded = plantRecipients(20_000_001, Date.UTC(2026, 10, 21));
type Sent = Parameters<typeof checkAccount>[0];

const sentAs = (account: Account): Sent => ({
  currency: account.currency,
  type: account.type,
  accountHolderName: account.accountHolderName,
  details: {
    ...account.details,
    legalType: account.legalType,
    address: account.address,
    email: account.email,
  },
});
const pathsOf = (sent: Sent, route?: Parameters<typeof checkAccount>[1]) => {
  const checked = checkAccount(sent, route);
  return 'faults' in checked ? checked.faults.map(({ path }) => path) : [];
};
const accountOf = (sent: Sent): Account => {
  const checked = checkAccount(sent);
  if ('faults' in checked) throw new Error(JSON.stringify(checked.faults));
  return checked.account;
};
const gbp = (details: object = {}, accountHolderName = 'Grace Mwangi'): Sent => ({
  currency: 'GBP',
  type: 'sort_code',
  accountHolderName,
  details: { legalType: 'PRIVATE', sortCode: '040075', accountNumber: '37778842', ...details },
});
const eur = (IBAN: string): Sent => ({
  currency: 'EUR',
  type: 'iban',
  accountHolderName: 'Sven Petersen',
  details: { legalType: 'PRIVATE', IBAN },
});

describe('forms', () => {
  it('exist for every currency money can be sent in, and for no other', () => {
    for (const { code } of currencies) expect([code, formsOf(code).length > 0]).toEqual([code, true]);
    expect(formsOf('XXX')).toEqual([]);
  });

  it('are told apart by their type, in either case', () => {
    for (const { code } of currencies) {
      const types = formsOf(code).map(({ type }) => type);
      expect(new Set(types).size).toBe(types.length);
    }
    expect(findForm('USD', 'ABA')).toBe(findForm('USD', 'aba'));
    expect(findForm('EUR', 'sort_code')).toBeUndefined();
  });

  it('name their own account number and bank code', () => {
    for (const { code } of currencies)
      for (const form of formsOf(code)) {
        const keys = form.fields({ legalType: 'PRIVATE', details: {}, address: null }).map(({ key }) => key);
        expect(keys).toContain('legalType');
        expect(keys).toContain(form.accountNumber);
        if (form.bankCode !== undefined) expect(keys).toContain(form.bankCode);
      }
  });
});

describe('checkAccount', () => {
  it.each(seeded.map((row) => [row.accountHolderName, row.currency, row] as const))(
    'takes %s (%s) again as it is kept',
    (_name, _currency, row) => {
      const { accountHolderName, address, country, currency, details, email, legalType, type } = row;
      const account = { accountHolderName, address, country, currency, details, email, legalType, type };
      expect(checkAccount(sentAs(row))).toEqual({ account });
    },
  );

  it('asks for each required field, and for nothing else', () => {
    for (const row of seeded) {
      const form = findForm(row.currency, row.type);
      if (!form) throw new Error(row.type);
      const given = { legalType: row.legalType, details: row.details, address: row.address };
      const route = { targetCurrency: row.currency, sourceCurrency: null };
      const { details } = sentAs(row);
      for (const { key, refresh, required } of fieldsOf(form, given, route)) {
        // Others depend on these, and are asked for or not with them.
        if (refresh || key.startsWith('address.')) continue;
        const paths = pathsOf({ ...sentAs(row), details: { ...Object(details), [key]: undefined } });
        expect([row.currency, key, paths]).toEqual([row.currency, key, required ? [key] : []]);
      }
    }
  });

  it('reads a number in whichever way it is written', () => {
    expect(accountOf(gbp({ sortCode: '04-00-75', accountNumber: 37_778_842 })).details).toEqual({
      sortCode: '040075',
      accountNumber: '37778842',
    });
    expect(accountOf(eur('de89 3704 0044 0532 0130 00')).details).toEqual({ IBAN: 'DE89370400440532013000' });
    const { details } = accountOf({
      ...eur(''),
      details: { legalType: 'PRIVATE', iban: 'DE89370400440532013000' },
    });
    expect(details).toEqual({ IBAN: 'DE89370400440532013000' });
  });

  it('leaves out details that nobody asked for', () => {
    expect(accountOf(gbp({ shoeSize: '43', BIC: 'BUKBGB22' })).details).toEqual({
      sortCode: '040075',
      accountNumber: '37778842',
    });
  });

  it.each([
    [gbp({ sortCode: '231479' }), ['sortCode']],
    [gbp({ sortCode: '990000' }), ['sortCode']],
    [gbp({ sortCode: '04007', accountNumber: 'x' }), ['sortCode', 'accountNumber']],
    [gbp({ legalType: 'ALIEN' }), ['legalType']],
    [gbp({ email: 'nowhere' }), ['email']],
    [{ ...gbp(), currency: 'XXX' }, ['currency']],
    [{ ...gbp(), type: 'iban_code' }, ['type']],
    [eur('DE89370400440532013001'), ['IBAN']],
    // A good one, of a country without the euro.
    [eur('GB29NWBK60161331926819'), ['IBAN']],
    [{ ...eur(''), details: null }, ['legalType', 'IBAN']],
  ] as [Sent, string[]][])('finds what is wrong: %j', (sent, paths) => {
    expect(pathsOf(sent)).toEqual(paths);
  });

  it.each([
    ['Grace Mwangi', 'PRIVATE', true],
    ["Zoë O'Brien-Smith", 'PRIVATE', true],
    ['Grace', 'PRIVATE', false],
    ['G Mwangi', 'PRIVATE', false],
    ['Grace M', 'PRIVATE', false],
    ['Grace Mwangi 2', 'PRIVATE', false],
    ['Grace & Mwangi', 'PRIVATE', false],
    ['Łukasz Nowak', 'PRIVATE', false],
    ['', 'PRIVATE', false],
    ['Harbourline', 'BUSINESS', true],
    ['A 1', 'BUSINESS', true],
    ['A', 'BUSINESS', false],
  ])('name %s of a %s: %s', (name, legalType, isTaken) => {
    expect(pathsOf(gbp({ legalType }, name))).toEqual(isTaken ? [] : ['accountHolderName']);
  });

  it('asks for an address where the money goes to dollars, or comes from them', () => {
    const [withAddress] = seeded.filter(({ type }) => type === 'aba');
    if (!withAddress) throw new Error('no such recipient');
    const without = sentAs({ ...withAddress, address: null });
    const whole = ['address.country', 'address.city', 'address.firstLine', 'address.postCode'];
    expect(pathsOf(without)).toEqual(whole);
    expect(pathsOf(gbp())).toEqual([]);
    expect(pathsOf(gbp(), { sourceCurrency: 'AUD' })).toEqual(whole);
    expect(pathsOf(gbp(), { sourceCurrency: 'EUR', addressRequired: true })).toEqual(whole);
  });

  it('asks for the whole of an address once a part is there, with a state where there are states', () => {
    expect(pathsOf(gbp({ address: { country: 'US', city: 'Austin' } }))).toEqual([
      'address.state',
      'address.firstLine',
      'address.postCode',
    ]);
    const hongKong = { city: 'Hong Kong', firstLine: '27 Nathan Road' };
    expect(accountOf(gbp({ address: { countryCode: 'hk', ...hongKong } })).address).toEqual({
      country: 'HK',
      ...hongKong,
    });
    expect(pathsOf(gbp({ address: { country: 'XX', ...hongKong, postCode: '1234' } }))).toEqual([
      'address.country',
    ]);
    const texas = {
      country: 'US',
      state: 'ON',
      city: 'Austin',
      postCode: '78701',
      firstLine: '1 Elm Street',
    };
    expect(pathsOf(gbp({ address: texas }))).toEqual(['address.state']);
  });

  it('asks persons in Brazil for a CPF and businesses for a CNPJ', () => {
    const brazil = (details: object): Sent => ({
      currency: 'BRL',
      type: 'brazil',
      accountHolderName: 'Sol Nascente',
      details: {
        bankCode: '341',
        branchCode: '0136',
        accountNumber: '45810-2',
        accountType: 'CHECKING',
        ...details,
      },
    });
    expect(pathsOf(brazil({ legalType: 'PRIVATE', cpf: '318.402.975-14'.replaceAll('.', '') }))).toEqual([]);
    expect(pathsOf(brazil({ legalType: 'PRIVATE', cpf: '31840297515' }))).toEqual(['cpf']);
    expect(pathsOf(brazil({ legalType: 'BUSINESS', cpf: '31840297514' }))).toEqual(['cnpj']);
    expect(pathsOf(brazil({ legalType: 'BUSINESS', cnpj: '27451836000169' }))).toEqual([]);
  });

  it('takes a branch of the bank that was chosen only', () => {
    const japan = (bankCode: string, branchCode: string): Sent => ({
      currency: 'JPY',
      type: 'japanese',
      accountHolderName: 'Yuki Tanaka',
      details: {
        legalType: 'PRIVATE',
        bankCode,
        branchCode,
        accountType: 'CHECKING',
        accountNumber: '1029384',
      },
    });
    expect(branchChoices('JPY', '0005').map(({ key }) => key)).toContain('135');
    expect(pathsOf(japan('0005', '135'))).toEqual([]);
    expect(pathsOf(japan('0009', '135'))).toEqual(['branchCode']);
    expect(pathsOf(japan('9999', '135'))).toEqual(['bankCode']);
  });

  it('knows the country of an account', () => {
    const countryOf = (name: string) =>
      seeded.find(({ accountHolderName }) => accountHolderName === name)?.country;
    expect(['Wilhelmina de Groot', 'Emmanuel Baptiste', 'Yuki Tanaka'].map(countryOf)).toEqual([
      'NL',
      'FR',
      'JP',
    ]);
  });
});
