import { describe, expect, it } from 'vitest';
import type { BatchRow, BatchRowsChange } from '../../contracts/batch-rows.ts';
import { errorFromAnswer } from '../api-error.ts';
import { type RowEditsParts, RowEdits, withDraft } from './row-edits.ts';
import { testRow } from './test-row.ts';

const rowOf = (rowNumber: number, cells: Record<string, string>): BatchRow => ({
  ...testRow,
  rowNumber,
  state: 'held-back',
  cells,
  faults: [
    { field: 'amount', code: 'amount_missing', message: '', mend: '', suggestions: [], isAcceptable: false },
  ],
  amount: '1',
  targetCurrency: 'EUR',
});
const refusal = (code: string, status: number) => errorFromAnswer(status, { code }, 'r');

/** A server whose answers are given by hand, in the order in which it was asked. */
function setUp(answer: (rows: BatchRowsChange['rows'], request: number) => Promise<void> | void = () => {}) {
  const store = new Map([1, 2, 3].map((one) => [one, rowOf(one, { name: `Name ${one}`, amount: '1' })]));
  const requests: BatchRowsChange['rows'][] = [];
  let readings = 0;
  const meanwhile: (() => void)[] = [];
  const parts: RowEditsParts = {
    rowOf: (rowNumber) => store.get(rowNumber),
    readAgain: () => {
      readings += 1;
      meanwhile.shift()?.();
      return Promise.resolve();
    },
    send: async (rows) => {
      requests.push(rows);
      await answer(rows, requests.length);
      for (const { rowNumber, cells } of rows) if (cells) store.set(rowNumber, rowOf(rowNumber, cells));
    },
  };
  const edits = new RowEdits(parts);
  const settled = () =>
    new Promise<void>((resolve) => {
      const look = () => edits.isSaved && resolve();
      edits.subscribe(look);
      look();
    });
  return { edits, meanwhile, readings: () => readings, requests, settled, store };
}

describe('edits of rows', () => {
  it('a field is saved with the row’s other cells', async () => {
    const { edits, requests, settled } = setUp();
    edits.change(1, { fields: { amount: '12.50' } });
    await settled();
    expect(requests).toEqual([[{ rowNumber: 1, cells: { name: 'Name 1', amount: '12.50' } }]]);
    expect(edits.read().size).toBe(0);
  });

  it('what is typed while a change is under way waits for it, goes together and is not lost', async () => {
    let release = () => {};
    const { edits, requests, settled, store } = setUp((_, request) =>
      request === 1 ? new Promise<void>((resolve) => (release = resolve)) : undefined,
    );
    edits.change(1, { fields: { amount: '2' } });
    edits.change(1, { fields: { name: 'Ada Lovelace' } });
    edits.change(2, { leaveOut: true });
    edits.change(1, { fields: { amount: '3' } });
    expect(requests).toHaveLength(1);
    const shown = withDraft(rowOf(1, { name: 'Name 1', amount: '1' }), edits.read().get(1));
    expect(shown.cells).toEqual({ name: 'Ada Lovelace', amount: '3' });
    release();
    await settled();
    expect(requests[1]).toEqual([
      { rowNumber: 1, cells: { name: 'Ada Lovelace', amount: '3' } },
      { rowNumber: 2, leaveOut: true },
    ]);
    expect(store.get(1)?.cells).toEqual({ name: 'Ada Lovelace', amount: '3' });
  });

  it('after a conflict it is read again and sent again, over what others changed elsewhere', async () => {
    const { edits, meanwhile, readings, settled, store } = setUp((_, request) => {
      if (request === 1) throw refusal('conflict', 409);
    });
    meanwhile.push(() => store.set(1, rowOf(1, { name: 'Other Name', amount: '1' })));
    edits.change(1, { fields: { amount: '7' } });
    await settled();
    expect(readings()).toBe(1);
    expect(store.get(1)?.cells).toEqual({ name: 'Other Name', amount: '7' });
  });

  it('where somebody changed the same field, theirs stands and what was typed is kept', async () => {
    const { edits, meanwhile, requests, settled, store } = setUp((_, request) => {
      if (request === 1) throw refusal('conflict', 409);
    });
    meanwhile.push(() => store.set(1, rowOf(1, { name: 'Name 1', amount: '999' })));
    edits.change(1, { fields: { amount: '7' } });
    await settled();
    expect(requests).toHaveLength(1);
    expect(store.get(1)?.cells.amount).toBe('999');
    expect(edits.read().get(1)?.kept).toMatchObject({ edit: { fields: { amount: '7' } }, isOvertaken: true });
    edits.useKept(1);
    await settled();
    expect(store.get(1)?.cells.amount).toBe('7');
    expect(edits.read().size).toBe(0);
  });

  it('a doubt is not accepted of a row that became another', async () => {
    const { edits, meanwhile, requests, settled, store } = setUp((_, request) => {
      if (request === 1) throw refusal('conflict', 409);
    });
    meanwhile.push(() => store.set(1, rowOf(1, { name: 'Name 1', amount: '1', 'details.IBAN': 'DE1' })));
    edits.change(1, { accept: ['known_name_other_account'] });
    await settled();
    expect(requests).toHaveLength(1);
    expect(edits.read().get(1)?.kept?.isOvertaken).toBe(true);
  });

  it('one that is refused does not keep back the others', async () => {
    const { edits, requests, settled, store } = setUp((rows, request) => {
      if (request > 1 && rows.some(({ rowNumber }) => rowNumber === 2)) throw refusal('batch_past_this', 409);
    });
    edits.change(3, { fields: { amount: '3' } });
    edits.change(1, { fields: { amount: '5' } });
    edits.change(2, { fields: { amount: '6' } });
    await settled();
    expect(requests.map((rows) => rows.map(({ rowNumber }) => rowNumber))).toEqual([[3], [1, 2], [1], [2]]);
    expect(store.get(1)?.cells.amount).toBe('5');
    expect(edits.read().get(2)?.kept).toMatchObject({
      edit: { fields: { amount: '6' } },
      isOvertaken: false,
      error: { code: 'batch_past_this' },
    });
    edits.forgetKept(2);
    expect(edits.read().size).toBe(0);
  });

  it('without an answer the rows are read again, and nothing is sent twice by itself', async () => {
    const { edits, readings, requests, settled } = setUp(() => {
      throw refusal('outcome_unknown', 504);
    });
    edits.change(1, { fields: { amount: '5' } });
    await settled();
    expect(requests).toHaveLength(1);
    expect(readings()).toBe(1);
    expect(edits.read().get(1)?.kept?.error.code).toBe('outcome_unknown');
  });

  it('a group that changes with every reading is not asked for ever', async () => {
    const { edits, requests, settled } = setUp(() => {
      throw refusal('conflict', 409);
    });
    edits.change(1, { fields: { amount: '5' } });
    await settled();
    expect(requests.length).toBeLessThan(10);
    expect(edits.read().get(1)?.kept?.error.code).toBe('conflict');
  });

  it('shows a changed field without its fault, and a row that is not changed as it is', () => {
    const { edits } = setUp(() => new Promise<void>(() => {}));
    const row = rowOf(1, { name: 'Name 1', amount: 'x' });
    edits.change(1, { fields: { amount: '5' } });
    expect(withDraft(row, edits.read().get(1))).toMatchObject({
      cells: { amount: '5' },
      faults: [],
      amount: null,
    });
    expect(withDraft(row, edits.read().get(2))).toBe(row);
  });
});
