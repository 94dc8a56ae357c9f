import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import {
  batchColumns,
  headerKey,
  isBatchField,
  labelOfBatchField,
} from '../../../../catalogues/batch-columns.ts';
import { AppError } from '../../../http/app-error.ts';
import { applyMapping, headerSignature, recallMapping, rememberMapping, suggestMapping } from './mapping.ts';

const split = (header: string) => header.split(',');
const fieldsOf = (header: string) => suggestMapping(split(header)).columns.map(({ field }) => field);

const template =
  'recipientId,name,recipientEmail,recipientDetail,sourceCurrency,targetCurrency,amountCurrency,amount,paymentReference,referenceNumber,receiverType';

describe('suggestMapping', () => {
  it('knows Wise’s present template and needs nobody', () => {
    expect(fieldsOf(template)).toEqual([
      'recipientId',
      'name',
      'email',
      null,
      'sourceCurrency',
      'targetCurrency',
      'amountCurrency',
      'amount',
      'paymentReference',
      'referenceNumber',
      'receiverType',
    ]);
    expect(suggestMapping(split(template)).isCertain).toBe(true);
  });

  test.each([
    template.replace('referenceNumber,', '').replace('receiverType', 'recipientType'),
    'recipientId,name,account,sourceCurrency,targetCurrency,amountCurrency,amount,paymentReference',
    'Name,IBAN,Amount,Currency',
    'Beneficiary;IBAN number;Amount;Currency;Reference'.replaceAll(';', ','),
    'Account holder name,Sort code,Account number,AMOUNT,currency',
    'name,Routing number,account number,Account type,address.country,address.city,amount',
    'name,recipient e-mail,amount',
    `${'name,IBAN,amount'},row,whatToMend`,
  ])('is certain of %s', (header) => {
    expect(suggestMapping(split(header)).isCertain).toBe(true);
  });

  test.each([
    ['a header that only may be it', 'name,IBAN,sum'],
    ['a header nobody knows', 'name,IBAN,amount,colour'],
    ['no amount', 'name,IBAN'],
    ['nobody to pay', 'name,amount'],
    ['two columns that are the same', 'name,IBAN,amount,Amount'],
    ['a cell without a name', 'name,IBAN,amount,'],
  ])('wants a person for %s', (_, header) => {
    expect(suggestMapping(split(header)).isCertain).toBe(false);
  });

  it('gives neither of two equal columns the field, and the surer of two its own', () => {
    expect(fieldsOf('name,IBAN,amount,Amount')).toEqual(['name', 'details.IBAN', null, null]);
    expect(fieldsOf('supplier,name,IBAN,amount,sum')).toEqual([null, 'name', 'details.IBAN', 'amount', null]);
  });

  it('takes `account` for the account itself where no recipient is named by id', () => {
    expect(suggestMapping(['account']).columns[0]).toMatchObject({
      field: 'details.accountNumber',
      sure: 'likely',
    });
  });
});

test('every header of the catalogue leads to one field alone', () => {
  const seen = new Map<string, string>();
  for (const [field, column] of Object.entries(batchColumns))
    for (const header of [...column.headers, ...('perhaps' in column ? column.perhaps : [])]) {
      expect(headerKey(header)).toBe(header);
      expect(seen.get(header)).toBeUndefined();
      seen.set(header, field);
    }
});

test('each field is known by its own name', () => {
  for (const field of Object.keys(batchColumns))
    expect(suggestMapping([field.replace(/^(?:details|transfer)\./, '')]).columns[0]?.field).toBe(field);
});

test('a detail that only Wise knows is a field too', () => {
  expect(isBatchField('details.rut')).toBe(true);
  expect(labelOfBatchField('details.rut')).toBe('rut');
  expect(labelOfBatchField('details.sortCode')).toBe('UK sort code');
  expect(isBatchField('colour')).toBe(false);
  expect(isBatchField('details.__proto__')).toBe(false);
  expect(isBatchField('toString')).toBe(false);
});

describe('applyMapping', () => {
  const file = {
    header: ['Payee', 'note', 'Sum'],
    rows: [
      { line: 2, cells: ['Ann Lee', 'x', '12.50'] },
      { line: 5, cells: ['', '', '3'], ofRow: 8 },
    ],
  };

  it('gives rows by field, numbers them, and keeps what is not used', () => {
    expect(applyMapping(file, ['name', null, 'amount'])).toEqual([
      { rowNumber: 1, line: 2, cells: { name: 'Ann Lee', amount: '12.50' }, unread: { 1: 'x' } },
      { rowNumber: 2, line: 5, ofRow: 8, cells: { amount: '3' }, unread: {} },
    ]);
  });

  test.each([[['name', 'amount', 'amount']], [['name', 'amount']]] as const)('refuses %j', (mapping) => {
    expect(() => applyMapping(file, mapping)).toThrow(AppError);
  });
});

describe('a mapping that is remembered', () => {
  const header = ['Payee', 'note', 'Sum'];
  const mapping = ['name', null, 'amount'] as const;

  it('serves the same columns in any order and spelling', () => {
    expect(recallMapping(['SUM', 'payee', 'Note '], rememberMapping(header, mapping))).toEqual([
      'amount',
      'name',
      null,
    ]);
  });

  it('does not serve a file with another column, or with one twice', () => {
    expect(recallMapping([...header, 'IBAN'], rememberMapping(header, mapping))).toBeUndefined();
    expect(recallMapping(['Sum', 'Sum'], rememberMapping(header, mapping))).toBeUndefined();
  });

  it('is found by a signature that depends on the columns alone', () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.string(), { minLength: 1, maxLength: 8 }), fc.nat(), (columns, turn) => {
        const at = turn % columns.length;
        const turned = [...columns.slice(at), ...columns.slice(0, at)];
        expect(headerSignature(turned)).toBe(headerSignature(columns));
        expect(headerSignature([...columns, 'one more'])).not.toBe(headerSignature(columns));
      }),
    );
    expect(headerSignature(['ab', 'c'])).not.toBe(headerSignature(['a', 'bc']));
  });
});
