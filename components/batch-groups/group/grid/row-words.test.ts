import { expect, it } from 'vitest';
import { testRow } from '@/lib/client/batch-groups/test-row';
import type { BatchRow } from '@/lib/contracts/batch-rows';
import { lookOfTransfer, tagOfRow, wordsOfRow } from './row-words';

const fault = { field: 'name', code: 'x', mend: '', suggestions: [], isAcceptable: false };

it.each<[Partial<BatchRow>, string]>([
  [{ state: 'held-back', faults: [{ ...fault, message: 'Name is missing' }] }, 'Name is missing'],
  [
    { state: 'held-back', faults: ['Name is missing', 'B'].map((message) => ({ ...fault, message })) },
    'Name is missing, and 1 more',
  ],
  [{ state: 'held-back', code: 'batch_name_differs' }, 'The bank’s answer leaves something open'],
  [{ state: 'refused', code: 'batch_quote_refused' }, 'Wise gives no quote for this'],
  [{ state: 'refused', code: 'a_code_of_later' }, 'a_code_of_later'],
  [{ state: 'asking-wise' }, 'asked 09:41:03'],
  [{ state: 'sending', step: 'quote' }, 'quote'],
  [{ state: 'in-group', transferId: '58204117', transferStatus: 'incoming_payment_waiting' }, '58 204 117'],
  [{ state: 'in-group', transferId: '58204117', transferStatus: 'bounced_back' }, '58 204 117, bounced back'],
  [
    {
      state: 'in-group',
      transferId: '58204117',
      transferStatus: 'outgoing_payment_sent',
      payoutFailure: { code: 'ACCOUNT_CLOSED', at: null },
    },
    '58 204 117, not delivered, The payee’s account is closed',
  ],
  [{ state: 'waiting' }, '–'],
])('a row says where it is: %o', (part, text) => {
  expect(wordsOfRow({ ...testRow, ...part }, 'UTC').text).toBe(text);
});

it('a payment that left Wise is sent, never received; one that waits for money bears no mark', () => {
  const look = (transferStatus: string) =>
    lookOfTransfer({ ...testRow, state: 'in-group', transferStatus })?.word;
  expect(look('outgoing_payment_sent')).toBe('Sent');
  expect(look('charged_back')).toBe('Charged back');
  expect(look('teleported')).toBe('teleported');
  expect(look('incoming_payment_waiting')).toBeUndefined();
});

it('what bounced back is on its way back, whatever Wise calls it until it is refunded', () => {
  const row = { ...testRow, state: 'in-group' as const, bouncedAt: '2026-11-22T09:41:03.000Z' };
  expect(lookOfTransfer({ ...row, transferStatus: 'processing' })?.word).toBe('On its way back');
  expect(lookOfTransfer({ ...row, transferStatus: 'funds_refunded' })?.word).toBe('Refunded');
});

it('the gravest of what an approver has to see stands beside the name, and leaves it room', () => {
  const row: BatchRow = {
    ...testRow,
    flags: [
      { code: 'new-payee' },
      { code: 'account-changed-behind-known-name', recipientIds: ['1'] },
      { code: 'formula-like', field: 'name' },
    ],
    nameChecks: [{ type: 'NAME_MATCHING', outcome: 'PARTIAL_FAILURE', providedName: 'A', resolvedName: 'B' }],
  };
  expect(tagOfRow(row)?.text).toBe('Other name');
  expect(tagOfRow({ ...row, nameChecks: [] })?.text).toBe('Other account');
  expect(tagOfRow({ ...row, nameChecks: [], flags: row.flags.slice(0, 1) })?.text).toBe('New');
  expect(tagOfRow(testRow)).toBeUndefined();
});
