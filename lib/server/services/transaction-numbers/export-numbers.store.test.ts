import { afterAll, beforeAll, expect, it } from 'vitest';
import { type NumbersTableName, numbersTables } from '../../../catalogues/numbers-tables.ts';
import type { Holder } from '../../../catalogues/console-permissions.ts';
import { openTestStore, type TestStore } from '../../db/test-support/open-test-store.ts';
import { keepTransactions } from '../card-transactions/archive/keep-transactions.ts';
import { type Told, toldTransaction } from '../card-transactions/archive/test-support/told-transaction.ts';
import { exportNumbers } from './export-numbers.ts';

let test: TestStore;
const operator: Holder = { role: 'operator', flags: [] };
const compliance: Holder = { role: 'compliance', flags: [] };

const told = (id: string, more: Partial<Told>): Told => ({
  id,
  step: 'AUTH',
  state: 'DECLINED',
  amount: '5.00',
  second: 0,
  createdAt: '2026-11-20T23:30:00Z',
  ...more,
});

beforeAll(async () => {
  test = await openTestStore();
  await keepTransactions(
    test.store,
    [
      told('1', { state: 'COMPLETED', createdAt: '2026-11-18T12:00:00Z' }),
      told('2', { state: 'COMPLETED' }),
      told('3', { reason: 'INCORRECT_PIN', type: 'CASH_WITHDRAWAL' }),
      told('4', { reason: 'SUSPECTED_FRAUD_AML' }),
    ].map(toldTransaction),
    'GBP',
  );
});
afterAll(() => test.drop());

const days = { from: '2026-11-20', until: '2026-11-21', programme: undefined, profileId: undefined };
async function read(table: NumbersTableName, reader = operator, timeZone = 'Europe/Berlin') {
  const notes: unknown[] = [];
  const asked = { ...days, timeZone, table, reason: 'audit' } as const;
  const answer = await exportNumbers(test, reader, asked, (note) => notes.push(note));
  const text = await answer.text();
  return { lines: text.trim().split('\n'), notes, headers: answer.headers };
}

it('writes days and hours by the clocks that are shown, the newest day first', async () => {
  const { headers, lines, notes } = await read('days');
  expect(headers.get('content-disposition')).toContain('days-2026-11-20-to-2026-11-21.csv');
  expect(lines).toEqual([
    'Day (Europe/Berlin),Declined,Second try,Approved,Approval rate',
    '2026-11-21,2,0,1,33.3%',
    '2026-11-20,0,0,0,–',
  ]);
  expect(notes).toEqual([
    { reason: 'audit', table: 'days', rows: 2, filter: { ...days, timeZone: 'Europe/Berlin' } },
  ]);
  expect((await read('hours')).lines[1]).toBe('00:00,2,1,33.3%');
  expect((await read('hours', operator, 'UTC')).lines.at(-1)).toBe('23:00,2,1,33.3%');
});

it('writes what declines were as the reader may know it, with Wise’s own values', async () => {
  const head = 'Value,Name,Declined,Declined before';
  expect((await read('reasons')).lines).toEqual([
    head,
    'INCORRECT_PIN,Wrong PIN,1,0',
    'NOT_DISCLOSED,"Declined, no further detail",1,0',
  ]);
  const seen = (await read('reasons', compliance)).lines.join();
  expect(seen).toContain('SUSPECTED_FRAUD_AML');
  expect((await read('cashAndPin')).lines).toEqual([
    head,
    'CASH_WITHDRAWAL,Cash withdrawal,1,0',
    'INCORRECT_PIN,Wrong PIN,1,0',
  ]);
  for (const table of numbersTables)
    expect((await read(table)).lines.join(), table).not.toContain('SUSPECTED_FRAUD_AML');
});
