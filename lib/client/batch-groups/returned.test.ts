import { expect, it } from 'vitest';
import type { BatchRow } from '../../contracts/batch-rows.ts';
import { linesOfLeftOut, nameForReturned, offerSendAgain, returnedOf, wordsOfRows } from './returned.ts';
import { testRow } from './test-row.ts';

const taker = '6c0a4dbd-4b4c-4b47-9f4c-1b1b7ea2a6d1';
const rowOf = (rowNumber: number, transferStatus: string, more: Partial<BatchRow> = {}): BatchRow => ({
  ...testRow,
  rowNumber,
  state: 'in-group',
  transferStatus,
  ...more,
});

it('rows are taken once their money is back; the others are named with their reason', () => {
  const returned = returnedOf([
    rowOf(1, 'outgoing_payment_sent'),
    rowOf(2, 'funds_refunded'),
    rowOf(3, 'bounced_back'),
    rowOf(4, 'processing', { bouncedAt: '2026-11-22T09:00:00Z' }),
    rowOf(5, 'funds_refunded', { sentAgainIn: taker }),
    rowOf(6, 'charged_back'),
    rowOf(7, 'funds_refunded', { state: 'left-out' }),
  ]);
  expect(returned.back).toEqual([2]);
  expect(linesOfLeftOut(returned.leftOut)).toEqual([
    'Rows 3 and 4: bounced back, the money is not back yet',
    'Row 5: sent again already',
    'Row 6: charged back: payees were paid, never sent again',
  ]);
});

it('sending again is offered by a funded group with money back, and says why not otherwise', () => {
  const offer = (status: string, ...rows: BatchRow[]) => offerSendAgain(status, returnedOf(rows));
  expect(offer('FUNDED', rowOf(1, 'funds_refunded'), rowOf(2, 'bounced_back'))).toEqual({});
  expect(offer('FUNDED', rowOf(1, 'cancelled'))).toEqual({});
  expect(offer('FUNDED', rowOf(1, 'bounced_back'))?.notNow).toContain('paid twice');
  const taken = rowOf(2, 'funds_refunded', { sentAgainIn: taker });
  expect(offer('FUNDED', rowOf(1, 'bounced_back'), taken)?.notNow).toContain('No other row');
  expect(offer('FUNDED', rowOf(1, 'funds_refunded', { sentAgainIn: taker }))?.notNow).toContain('already');
  expect(offer('FUNDED', rowOf(1, 'charged_back'))).toBeUndefined();
  expect(offer('FUNDED', rowOf(1, 'outgoing_payment_sent'))).toBeUndefined();
  expect(offer('CONFIRMING', rowOf(1, 'funds_refunded'))).toBeUndefined();
});

it('rows are named by number, the first of many', () => {
  expect(wordsOfRows([4])).toBe('Row 4');
  expect(wordsOfRows([4, 7, 9])).toBe('Rows 4, 7 and 9');
  expect(wordsOfRows(Array.from({ length: 20 }, (_, index) => index + 1))).toBe(
    'Rows 1, 2, 3, 4, 5, 6, 7, 8 and 12 more',
  );
});

it('a name says that its rows returned, is counted on and fits', () => {
  expect(nameForReturned('October run', 0)).toBe('October run, returned');
  expect(nameForReturned('October run', 1)).toBe('October run, returned 2');
  expect(nameForReturned('October run, returned', 0)).toBe('October run, returned 2');
  expect(nameForReturned('October run, returned 2', 0)).toBe('October run, returned 3');
  expect(nameForReturned('x'.repeat(100), 0)).toHaveLength(100);
  expect(nameForReturned('x'.repeat(100), 0).endsWith('x, returned')).toBe(true);
});
