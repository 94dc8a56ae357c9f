import { describe, expect, it, test } from 'vitest';
import { american, british, codes, first, german } from './test-support.ts';
import type { RowToCheck } from './row-result.ts';

describe('a row that can go', () => {
  it('is ready, with its amount, side and the recipient to make', () => {
    expect(first(german)).toMatchObject({
      state: 'ready',
      faults: [],
      amount: '1240.5',
      fixedSide: 'target',
      targetCurrency: 'EUR',
      flags: [{ code: 'new-payee' }],
      recipient: {
        kind: 'new',
        type: 'iban',
        name: 'Anna Schmidt',
        currency: 'EUR',
        details: { IBAN: 'DE75512108001245126199', legalType: 'PRIVATE', accountHolderName: 'Anna Schmidt' },
      },
    });
  });

  it('has its numbers without spaces and dashes', () => {
    expect(first(british).recipient).toMatchObject({
      type: 'sort_code',
      details: { sortCode: '204150', accountNumber: '43920181', legalType: 'BUSINESS' },
    });
  });

  it('has choices in Wise’s words, and unknown kinds of fields as they are', () => {
    expect(first(american)).toMatchObject({
      state: 'ready',
      recipient: {
        details: { accountType: 'CHECKING', 'address.country': 'US', 'address.city': 'New York' },
      },
    });
  });

  it('waits where what Wise asks for is not read yet', () => {
    expect(
      first({ ...german, targetCurrency: 'SEK', 'details.IBAN': 'SE4550000000058398257466' }),
    ).toMatchObject({
      state: 'waiting',
      recipient: { type: null, details: { IBAN: 'SE4550000000058398257466' } },
    });
  });
});

describe('what is wrong', () => {
  test.each([
    [
      'an IBAN that is short',
      german,
      { 'details.IBAN': 'DE8937040044053201300' },
      'details.IBAN: iban_length',
    ],
    ['a sort code that is short', british, { 'details.sortCode': '20415' }, 'details.sortCode: digits_count'],
    ['a sort code alone', british, { 'details.accountNumber': '' }, 'details.accountNumber: detail_missing'],
    ['a BIC of another country', german, { 'details.BIC': 'BNPAFRPP' }, 'details.BIC: bic_country_differs'],
    [
      'a number that was cut',
      british,
      { 'details.accountNumber': '4.39E+07' },
      'details.accountNumber: number_cut',
    ],
    ['no city', american, { 'details.address.city': ' ' }, 'details.address.city: detail_missing'],
    [
      'a choice Wise does not offer',
      american,
      { 'details.accountType': 'Chequing' },
      'details.accountType: value_not_allowed',
    ],
    [
      'a form Wise does not take',
      american,
      { 'details.accountNumber': '12X' },
      'details.accountNumber: detail_form',
    ],
    ['a kind Wise does not know', german, { type: 'ibn' }, 'type: type_unknown'],
    ['a name that is too long', british, { name: 'N'.repeat(31) }, 'name: detail_too_long'],
    ['no name', german, { name: '' }, 'name: name_missing'],
    ['one word for a person', german, { name: 'Anna' }, 'name: name_two_words'],
    ['an odd letter', german, { name: 'Anna Łuk' }, 'name: name_characters'],
    ['not said who it is', german, { receiverType: '' }, 'receiverType: receiver_type_missing'],
    [
      'neither person nor institution',
      german,
      { receiverType: 'dog' },
      'receiverType: receiver_type_unknown',
    ],
    ['no amount', german, { amount: '' }, 'amount: amount_missing'],
    ['an amount of two readings', german, { amount: '1.240' }, 'amount: amount_ambiguous'],
    ['no currency', german, { targetCurrency: '' }, 'targetCurrency: currency_missing'],
    ['a currency nobody knows', german, { targetCurrency: 'EURO' }, 'targetCurrency: currency_unknown'],
    ['another source', german, { sourceCurrency: 'USD' }, 'sourceCurrency: source_currency_differs'],
    ['no side', german, { amountCurrency: 'both' }, 'amountCurrency: fixed_side_unknown'],
    [
      'a long reference',
      german,
      { paymentReference: 'x'.repeat(141) },
      'paymentReference: reference_too_long',
    ],
    ['a bad e-mail address', german, { email: 'anna@example' }, 'email: email_form'],
    ['a formula for a name', german, { name: '=cmd|x' }, 'name: formula'],
    ['a formula for a reference', german, { paymentReference: '@SUM(A1)' }, 'paymentReference: formula'],
    [
      'unseen characters',
      german,
      { 'details.IBAN': 'DE75512108\u200b001245126199' },
      'details.IBAN: control_characters',
    ],
    ['a break in a name', german, { name: 'Anna\nSchmidt' }, 'name: control_characters'],
  ])('%s', (_, row, cells, expected) => {
    expect(codes({ ...row, ...cells })).toEqual([expected]);
  });

  it('is said for a currency that Wise does not send to', () => {
    expect(first({ ...german, targetCurrency: 'XAU' }).faults).toContainEqual(
      expect.objectContaining({ code: 'currency_not_supported', message: 'Wise does not send XAU from GBP' }),
    );
  });

  it('has suggestions where there is one to make', () => {
    const suggestions = (cells: RowToCheck['cells']) => first(cells).faults[0]?.suggestions;
    expect(suggestions({ ...american, 'details.accountType': 'checkng' })).toEqual(['CHECKING']);
    expect(suggestions({ ...american, 'details.address.country': 'Mars' })).toEqual(['US']);
    expect(suggestions({ ...german, type: 'ibn' })).toEqual(['iban']);
    expect(suggestions({ ...german, targetCurrency: '€' })).toEqual(['EUR']);
    expect(suggestions({ ...german, name: 'Anna\u200b Schmidt' })).toEqual(['Anna Schmidt']);
    expect(suggestions({ ...german, sourceCurrency: 'USD' })).toEqual(['GBP']);
  });

  it('stands in order, the worst first, one of each field', () => {
    expect(
      codes({
        name: '',
        amount: 'x',
        targetCurrency: 'EUR',
        'details.IBAN': 'DE1',
        paymentReference: 'x'.repeat(200),
      }),
    ).toEqual([
      'details.IBAN: iban_length',
      'amount: amount_not_a_number',
      'name: name_missing',
      'receiverType: receiver_type_missing',
      'paymentReference: reference_too_long',
    ]);
  });

  it('takes a reference of 140 characters', () => {
    expect(codes({ ...german, paymentReference: '😀'.repeat(140) })).toEqual([]);
    expect(codes({ ...german, paymentReference: 'x'.repeat(141) })).toEqual([
      'paymentReference: reference_too_long',
    ]);
  });

  it('goes to the side’s currency for its decimals', () => {
    const japanese = {
      name: 'Ito Kikai',
      targetCurrency: 'JPY',
      'details.bankCode': '0009',
      'details.branchCode': '210',
      'details.accountNumber': '1184027',
      amount: '240000.50',
    };
    expect(first(japanese).faults).toMatchObject([{ field: 'amount', message: 'Yen has no decimals' }]);
    expect(first({ ...japanese, amountCurrency: 'source' })).toMatchObject({
      faults: [],
      amount: '240000.5',
    });
    expect(first({ ...japanese, amountCurrency: 'GBP' })).toMatchObject({ fixedSide: 'source' });
  });

  it('flags what a spreadsheet would run, without holding the row', () => {
    expect(first({ ...german, paymentReference: '-12 March' })).toMatchObject({
      state: 'ready',
      flags: [{ code: 'formula-like', field: 'paymentReference' }, { code: 'new-payee' }],
    });
  });
});
