import { describe, expect, it, test } from 'vitest';
import { requirementsReply } from '../../../../contracts/wise/recipients.ts';
import { accountText } from './account.ts';
import { indexRecipients } from './recipients.ts';
import { british, checkThe, codes, digest, first, german } from './test-support.ts';

const text = (key: string) => ({ name: key, group: [{ key, name: key, type: 'text', required: true }] });
const dollarForm = { type: 'aba', title: 'ACH', fields: [text('accountNumber'), text('address.country')] };
const jane = {
  id: '40000009',
  name: 'Jane Roe',
  currency: 'USD',
  type: 'aba',
  isActive: true,
  accountDigest: digest(accountText('USD', 'aba', { accountNumber: '40000000000' }) ?? ''),
};

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

  describe('where Wise wants an address', () => {
    const requirements = new Map([['USD', requirementsReply.parse([dollarForm])]]);
    const byHasAddress = (hasAddress: boolean | null) => ({
      requirements,
      recipients: indexRecipients([{ ...jane, hasAddress }]),
    });
    const row = {
      name: 'Jane Roe',
      receiverType: 'PERSON',
      targetCurrency: 'USD',
      amount: '5',
      'details.accountNumber': '40000000000',
    };

    it('a recipient without one is in doubt, by its id and by its account', () => {
      const byId = first({ recipientId: jane.id, amount: '5' }, byHasAddress(false));
      expect(byId).toMatchObject({ state: 'faulty', recipient: { kind: 'existing' } });
      expect(byId.faults).toMatchObject([
        {
          field: 'recipientId',
          code: 'recipient_without_address',
          message: 'Wise wants the payee’s address for USD from GBP, and tells of none at this recipient',
          mend: expect.stringMatching(/^Clear the id/),
        },
      ]);
      expect(codes(row, byHasAddress(false))).toEqual(['details.address.country: recipient_without_address']);
      const accepted = checkThe(
        [{ rowNumber: 1, cells: row, accepted: ['recipient_without_address'] }],
        byHasAddress(false),
      );
      expect(accepted.rows[0]?.state).toBe('ready');
    });

    it('a row that gives the address is paid to a recipient of its own, and has to give the whole', () => {
      const whole = first({ ...row, 'details.address.country': 'US' }, byHasAddress(false));
      expect(whole).toMatchObject({
        state: 'ready',
        recipient: { kind: 'new', details: { 'address.country': 'US' } },
      });
      const part = first({ ...row, 'details.address.city': 'Reno' }, byHasAddress(false));
      expect(part.faults.map(({ code }) => code)).toEqual(['detail_missing']);
    });

    it('one with an address, or of whose nobody knows, is paid as it is', () => {
      for (const hasAddress of [true, null])
        expect(first(row, byHasAddress(hasAddress))).toMatchObject({
          state: 'ready',
          faults: [],
          recipient: { kind: 'existing' },
        });
    });

    it('nothing is asked where Wise wants none', () => {
      const recipients = indexRecipients([{ ...jane, currency: 'GBP', hasAddress: false }]);
      expect(codes({ recipientId: jane.id, amount: '5' }, { recipients })).toEqual([]);
    });
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
