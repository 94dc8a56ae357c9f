import { describe, expect, it } from 'vitest';
import type { PaymentField, PaymentForm } from '../../contracts/batch-payments.ts';
import {
  cellsOf,
  chosenOf,
  emptyPayment,
  kindOf,
  missingOf,
  type PaymentDraft,
  sortFaults,
  transferQueryOf,
} from './payment-draft.ts';

const field = (key: string, more: Partial<PaymentField> = {}): PaymentField => ({
  key,
  field: `details.${key}`,
  label: key,
  type: 'text',
  isRequired: true,
  isRefreshing: false,
  displayFormat: null,
  example: null,
  minLength: null,
  maxLength: null,
  choices: [],
  ...more,
});
const country = field('address.country', {
  isRefreshing: true,
  choices: [
    { key: 'US', name: 'United States' },
    { key: 'GB', name: 'United Kingdom' },
  ],
});
const form: PaymentForm = {
  currencies: ['EUR', 'USD'],
  kinds: [
    { type: 'aba', title: 'ACH', fields: [field('abartn'), country] },
    { type: 'swift_code', title: 'SWIFT', fields: [field('swiftCode')] },
  ],
};
const draft = (more: Partial<PaymentDraft> = {}): PaymentDraft => ({
  ...emptyPayment,
  target: 'USD',
  amount: '1,250.50',
  ...more,
});
const payee = { id: '40000002', name: 'Wagner GmbH', currency: 'EUR', account: null, type: 'iban' };
const fault = (name: string, isAcceptable = false) => ({
  field: name,
  code: 'x',
  message: 'Wrong',
  mend: 'Mend it.',
  suggestions: [],
  isAcceptable,
});

describe('a payment by hand', () => {
  it('becomes the cells of a row: what is shown, and nothing of another kind of account', () => {
    const values = {
      'details.abartn': '064000020',
      'details.swiftCode': 'ABCDGB2L',
      'details.address.country': ' ',
    };
    const filled = draft({ values, reference: 'INV 7' });
    expect(cellsOf(filled, kindOf(filled, form), [])).toEqual({
      type: 'aba',
      targetCurrency: 'USD',
      amountCurrency: 'target',
      amount: '1,250.50',
      paymentReference: 'INV 7',
      'details.abartn': '064000020',
    });
    const other = draft({ values, type: 'swift_code' });
    expect(cellsOf(other, kindOf(other, form), [])).toMatchObject({ 'details.swiftCode': 'ABCDGB2L' });
  });

  it('to a known payee names the id and takes the payee’s currency', () => {
    const known = draft({ way: 'known', payee, values: { 'transfer.transferPurpose': 'other' } });
    const purpose = field('transferPurpose', { field: 'transfer.transferPurpose' });
    expect(cellsOf(known, kindOf(known, form), [purpose])).toEqual({
      recipientId: '40000002',
      targetCurrency: 'EUR',
      amountCurrency: 'target',
      amount: '1,250.50',
      'transfer.transferPurpose': 'other',
    });
  });

  it('puts only what was chosen from a list into an address, never what was typed', () => {
    const typed = field('bankCode', { isRefreshing: true });
    const values = { 'details.address.country': 'US', 'details.bankCode': 'secret' };
    expect(chosenOf([country, typed, field('abartn')], values)).toEqual(['address.country=US']);
    expect(chosenOf([country], { 'details.address.country': 'Elsewhere' })).toEqual([]);
  });

  it('says what is missing before the server is asked', () => {
    expect(Object.keys(missingOf(emptyPayment))).toEqual(['targetCurrency', 'amount']);
    expect(Object.keys(missingOf(draft({ way: 'known' })))).toEqual(['payee']);
    expect(missingOf(draft())).toEqual({});
  });

  it('shows faults at their fields, those without one apart, and doubts by themselves', () => {
    const { at, doubts, others } = sortFaults(
      [fault('details.abartn'), fault('amount'), fault('type'), fault('name', true)],
      [field('abartn')],
    );
    expect([...at.keys()]).toEqual(['details.abartn', 'amount']);
    expect(others.map((one) => one.field)).toEqual(['type']);
    expect(doubts.map((one) => one.field)).toEqual(['name']);
  });

  it('asks about the transfer once there is an amount and somebody to pay', () => {
    const [aba] = form.kinds ?? [];
    expect(transferQueryOf(draft({ amount: '' }), aba, undefined)).toBeUndefined();
    expect(transferQueryOf(draft({ amount: 'many' }), aba, undefined)).toBeUndefined();
    expect(transferQueryOf(draft({ way: 'known' }), aba, undefined)).toBeUndefined();
    expect(transferQueryOf(draft(), aba, undefined)).toMatchObject({
      target: 'USD',
      amount: '1250.50',
      type: 'aba',
    });
    expect(transferQueryOf(draft({ way: 'known', payee }), aba, undefined)).toMatchObject({
      target: 'EUR',
      recipientId: '40000002',
    });
  });
});
