import { expect, it } from 'vitest';
import type { BatchRow } from '../../contracts/batch-rows.ts';
import { countOfView, hrefForBatchGroup, nextToMend, parseRowsState, rowsInView } from './rows-view.ts';
import { testRow } from './test-row.ts';

const row = (rowNumber: number, state: BatchRow['state'], cells: Record<string, string> = {}): BatchRow => ({
  ...testRow,
  rowNumber,
  state,
  cells,
  transferId: state === 'in-group' ? '58204117' : null,
});
const rows = [
  row(1, 'in-group', { name: 'Quayside Paper Co' }),
  row(2, 'waiting', { name: 'Cedar & Stone' }),
  row(3, 'held-back', { name: 'Wagner Präzision GmbH', 'details.IBAN': 'DE89 3704 0044 0532 0130 0' }),
  row(4, 'refused', { name: 'Casa Ondina' }),
  row(5, 'left-out', {}),
  row(6, 'held-back', {}),
];
const numbers = (...parts: Parameters<typeof rowsInView>) => rowsInView(...parts).map((one) => one.rowNumber);

it('once it was paid for, rows are narrowed by what became of them', () => {
  const paid = [
    { ...row(1, 'in-group'), transferStatus: 'outgoing_payment_sent' },
    { ...row(2, 'in-group'), transferStatus: 'bounced_back' },
    row(3, 'left-out'),
  ];
  expect(numbers(paid, { view: 'all', query: '', payout: 'sent' })).toEqual([1]);
  expect(numbers(paid, { view: 'all', query: '', payout: 'attention' })).toEqual([2]);
  expect(numbers(paid, { view: 'all', query: '', payout: 'returned' })).toEqual([]);
  const path = { profileId: '30000001', batchGroupId: 'b' };
  const href = hrefForBatchGroup(path, { view: 'all', query: 'x', payout: 'sent' });
  expect(href).toBe('/batch-groups/30000001/b?query=x&payout=sent');
  expect(parseRowsState(new URLSearchParams(href.split('?')[1]))).toMatchObject({ payout: 'sent' });
});

it('shows faults first and what is done last', () => {
  expect(numbers(rows, { view: 'all', query: '' })).toEqual([3, 6, 4, 2, 1, 5]);
  expect(numbers(rows, { view: 'to-mend', query: '' })).toEqual([3, 6, 4]);
  expect(numbers(rows, { view: 'left-out', query: '' })).toEqual([5]);
});

it.each([
  ['prazision', [3]],
  ['de893704', [3]],
  ['DE89 3704', [3]],
  ['58204117', [1]],
  ['cedar wagner', []],
])('finds %s', (query, found) => {
  expect(numbers(rows, { view: 'all', query })).toEqual(found);
});

it('a row somebody works in keeps its place until they leave it', () => {
  const mended = rows.map((one) => (one.rowNumber === 3 ? { ...one, state: 'waiting' as const } : one));
  const held = { rowNumber: 3, state: 'held-back' as const };
  expect(numbers(mended, { view: 'all', query: '' }, held)).toEqual([3, 6, 4, 2, 1, 5]);
  expect(numbers(mended, { view: 'to-mend', query: 'nothing like it' }, held)).toEqual([3]);
  expect(numbers(mended, { view: 'all', query: '' })).toEqual([6, 4, 2, 3, 1, 5]);
});

it('goes from fault to fault by number and begins again after the last', () => {
  expect(nextToMend(rows, undefined)?.rowNumber).toBe(3);
  expect(nextToMend(rows, 3)?.rowNumber).toBe(4);
  expect(nextToMend(rows, 6)?.rowNumber).toBe(3);
  expect(nextToMend(rows.slice(0, 2), 1)).toBeUndefined();
});

it('the address says view and search, and nothing for the usual ones', () => {
  const path = { profileId: '30000001', batchGroupId: 'b' };
  expect(hrefForBatchGroup(path)).toBe('/batch-groups/30000001/b');
  expect(hrefForBatchGroup(path, { view: 'to-mend', query: 'a b' })).toBe(
    '/batch-groups/30000001/b?view=to-mend&query=a+b',
  );
  expect(parseRowsState(new URLSearchParams('view=to-mend&query=+a+'))).toEqual({
    view: 'to-mend',
    query: 'a',
  });
  expect(parseRowsState(new URLSearchParams('view=constructor')).view).toBe('all');
});

it('a view counts what it shows', () => {
  const counts = {
    heldBack: 9,
    waiting: 176,
    sending: 8,
    askingWise: 1,
    inGroup: 803,
    refused: 3,
    leftOut: 0,
  };
  expect(countOfView(counts, 'all')).toBe(1000);
  expect(countOfView(counts, 'to-mend')).toBe(12);
  expect(countOfView(counts, 'waiting')).toBe(185);
});
