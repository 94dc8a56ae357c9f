import { describe, expect, it } from 'vitest';
import type { BatchRowFault } from '../../contracts/batch-rows.ts';
import { accountText, columnOfField, fieldOfCell, fieldsOfRow } from './row-cells.ts';

const fault = (field: string): BatchRowFault => ({
  field,
  code: 'x',
  message: '',
  mend: '',
  suggestions: [],
  isAcceptable: false,
});
const row = (cells: Record<string, string>, faults: BatchRowFault[] = []) => ({
  cells,
  faults,
});

it.each([
  [{ 'details.IBAN': 'DE89 3704', 'details.BIC': 'COBADEFF' }, 'DE89 3704'],
  [{ 'details.sortCode': '40-02-26', 'details.accountNumber': '70914538' }, '40-02-26 · 70914538'],
  [{ 'details.abartn': '021000021', 'details.accountNumber': '77204418' }, '021000021 · 77204418'],
  [{ recipientId: '40000017' }, '40000017'],
  [{ email: 'a@b.example' }, 'a@b.example'],
  [{ name: 'Ada' }, ''],
])('an account reads as people know it: %o', (cells, text) => {
  expect(accountText(row(cells))).toBe(text);
});

describe('the cell in which something is mended', () => {
  it.each([
    ['name', 'recipient'],
    ['details.IBAN', 'account'],
    ['recipientId', 'account'],
    ['targetCurrency', 'gets'],
    ['details.address.city', 'mend'],
    ['details.dateOfBirth', 'mend'],
    ['paymentReference', 'mend'],
  ])('of %s is %s', (field, column) => {
    expect(columnOfField(field)).toBe(column);
  });

  it('is the field that is wrong before the one that is shown', () => {
    const cells = { 'details.sortCode': '1', 'details.accountNumber': '70914538' };
    expect(fieldOfCell(row(cells), 'account')).toBe('details.accountNumber');
    expect(fieldOfCell(row(cells, [fault('details.sortCode')]), 'account')).toBe('details.sortCode');
    expect(fieldOfCell(row(cells), 'mend')).toBeUndefined();
    expect(fieldOfCell(row(cells, [fault('details.address.city')]), 'mend')).toBe('details.address.city');
  });
});

it('a row’s fields are those each row has, its own, and what is missing, once each', () => {
  const fields = fieldsOfRow(
    row({ name: 'A', 'details.IBAN': 'x' }, [fault('details.IBAN'), fault('details.BIC')]),
  );
  expect(fields.slice(0, 2)).toEqual(['name', 'receiverType']);
  expect(fields.slice(-2)).toEqual(['details.BIC', 'details.IBAN']);
});
