import { expect, test } from 'vitest';
import { countRows } from './count-rows.ts';

const rowsOf = (...pieces: string[]) => {
  const count = countRows();
  return pieces.map((piece) => count(new TextEncoder().encode(piece)));
};

test('a head alone is no row', () => {
  expect(rowsOf('Id,Merchant\n')).toEqual([0]);
});

test('rows are counted piece by piece, wherever the pieces are cut', () => {
  expect(rowsOf('Id,Mer', 'chant\n1,A', '\n2,B\n')).toEqual([0, 0, 2]);
});

test('a line end within a cell ends no row, however the quotes are cut', () => {
  expect(rowsOf('Id,Merchant\n1,"Corner', '\nshop ""24""\n"\n2', ',B\n')).toEqual([0, 1, 2]);
});
