import { describe, expect, it } from 'vitest';
import { Table } from './table.ts';

interface Row {
  id: string;
  group: string;
  isDone?: boolean;
}
const ids = (rows: Row[]) => rows.map((row) => row.id);

describe('table', () => {
  const make = () =>
    new Table<Row>({
      name: 'rows',
      keyOf: (row) => row.id,
      groupOf: (row) => row.group,
      alsoKeyOf: (row) => `also ${row.id.toLowerCase()}`,
      keep: { rows: 3, isDone: (row) => row.isDone === true },
    });

  it('lists a group in the order its rows were made, whatever is replaced or deleted', () => {
    const table = make();
    for (const id of ['a', 'b', 'c']) table.put({ id, group: 'g' });
    table.put({ id: 'a', group: 'g', isDone: true });
    expect(ids(table.slice('g', 0, 2))).toEqual(['a', 'b']);
    table.delete('a');
    expect([ids(table.slice('g')), table.groupSize('g'), table.groupSize('other')]).toEqual([
      ['b', 'c'],
      2,
      0,
    ]);
  });

  it('forgets the oldest that are done once there are too many', () => {
    const table = make();
    for (const id of ['a', 'b', 'c']) table.put({ id, group: 'g', isDone: id !== 'a' });
    table.put({ id: 'd', group: 'g' });
    expect(ids(table.all())).toEqual(['a', 'c', 'd']);
  });

  it('finds a row by its other key: the newest state of it, the first of two, none that is gone', () => {
    const table = make();
    table.put({ id: 'a', group: 'g' });
    table.put({ id: 'A', group: 'other' });
    table.put({ id: 'a', group: 'g', isDone: true });
    expect(table.findBy('also a')).toEqual({ id: 'a', group: 'g', isDone: true });
    table.delete('A');
    expect(table.findBy('also a')?.id).toBe('a');
    table.delete('a');
    expect([table.findBy('also a'), table.findBy('a')]).toEqual([undefined, undefined]);
    table.replaceAll([{ id: 'b', group: 'g' }]);
    expect(table.findBy('also b')?.id).toBe('b');
  });

  it('tells of every change', () => {
    const table = make();
    const told: string[] = [];
    table.onChange((name) => told.push(name));
    table.put({ id: 'a', group: 'g' });
    table.delete('a');
    table.delete('a');
    table.replaceAll([]);
    expect(told).toEqual(['rows', 'rows', 'rows']);
  });
});
