import { describe, expect, it, test } from 'vitest';
import { british, codes, first, german } from './test-support.ts';

describe('whom it pays', () => {
  it('is a known recipient by id, who brings the currency along', () => {
    expect(first({ recipientId: '40000001', amount: '5' })).toMatchObject({
      state: 'ready',
      targetCurrency: 'GBP',
      flags: [],
      recipient: { kind: 'existing', by: 'id', recipient: { id: '40000001' } },
    });
  });

  it('is a known recipient by the very same account and currency, however it is written', () => {
    const row = first({
      ...german,
      name: 'WAGNER  Prazision GmbH',
      'details.IBAN': 'de89 3704-0044 0532 0130 00',
    });
    expect(row).toMatchObject({
      state: 'ready',
      recipient: { kind: 'existing', by: 'account', recipient: { id: '40000002' } },
    });
  });

  it('is known by an e-mail address only where no bank is named', () => {
    const byEmail = { name: 'Zoe Quinn', email: 'zoe@example.com', targetCurrency: 'EUR', amount: '5' };
    expect(first(byEmail).recipient).toMatchObject({ kind: 'existing', recipient: { id: '40000004' } });
    expect(first({ ...byEmail, ...german, name: 'Zoe Quinn' }).recipient).toMatchObject({
      kind: 'new',
      type: 'iban',
    });
    expect(first({ ...byEmail, 'details.address.city': 'Leeds' }).recipient).toMatchObject({
      kind: 'existing',
    });
    expect(first({ ...byEmail, 'details.BIC': 'DEUTDEFF' }).recipient).toMatchObject({ kind: 'new' });
  });

  it('is never known by name', () => {
    const row = first({ ...german, name: 'Wagner Präzision GmbH', receiverType: 'INSTITUTION' });
    expect(row.recipient).toMatchObject({ kind: 'new' });
    expect(row.flags).toContainEqual({
      code: 'account-changed-behind-known-name',
      recipientIds: ['40000002'],
    });
    expect(row.faults.map(({ code }) => code)).toEqual(['known_name_other_account']);
    expect(first({ ...british, name: 'Wagner Präzision GmbH' }).faults).toEqual([]);
  });

  it('is not the same account in another currency', () => {
    const row = first({ ...german, 'details.IBAN': 'DE89370400440532013000', targetCurrency: 'SEK' });
    expect(row.recipient?.kind).toBe('new');
  });

  it('is a new recipient where another kind of account is asked for', () => {
    const row = first({
      ...german,
      'details.IBAN': 'DE89370400440532013000',
      type: 'email',
      email: 'a@example.com',
    });
    expect(row.recipient?.kind).toBe('new');
  });

  test.each([
    ['an id nobody knows', { recipientId: '123' }, 'recipient_unknown'],
    [
      'an id of the web pages',
      { recipientId: '54a6bc09-cef9-49a8-9041-f1f0c654cd88' },
      'recipient_id_of_web',
    ],
    ['no id', { recipientId: 'John' }, 'recipient_id_form'],
    ['an id a spreadsheet cut', { recipientId: '4.00E+07' }, 'number_cut'],
    ['one who was deactivated', { recipientId: '40000003' }, 'recipient_inactive'],
    [
      'an id and another account',
      { recipientId: '40000001', 'details.sortCode': '040075', 'details.accountNumber': '37778843' },
      'recipient_account_differs',
    ],
  ])('%s is a fault', (_, cells, code) => {
    expect(codes({ targetCurrency: 'GBP', amount: '5', ...cells })).toEqual([`recipientId: ${code}`]);
  });

  it('does not take another currency than the recipient has, and doubts another name', () => {
    expect(codes({ recipientId: '40000001', targetCurrency: 'EUR', amount: '5' })).toEqual([
      'targetCurrency: recipient_currency',
    ]);
    expect(first({ recipientId: '40000001', name: 'Jane Doe', amount: '5' }).faults).toMatchObject([
      { code: 'name_differs', message: 'The recipient with this account is called John Doe' },
    ]);
  });

  it('says what Wise needs where no account is given', () => {
    expect(
      first({ name: 'Ann Lee', receiverType: 'PERSON', targetCurrency: 'GBP', amount: '5' }).faults,
    ).toMatchObject([
      { field: 'details.sortCode', code: 'account_missing', mend: 'Give UK sort code and Account number.' },
    ]);
    expect(codes({ name: 'Ann Lee', targetCurrency: 'SEK', amount: '5' })).toEqual([
      'details.accountNumber: account_missing',
    ]);
  });
});
