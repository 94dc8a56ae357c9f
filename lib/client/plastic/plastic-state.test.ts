import { expect, it } from 'vitest';
import type { PlasticMovement } from '../../contracts/plastic.ts';
import { findRows, hrefForPlastic, parsePlasticState, toPlasticQuery } from './plastic-state.ts';

it('the day’s address is read and written without loss and passes over what it does not know', () => {
  const href = '/kiosks/plastic?branch=leeds&day=2026-11-20&query=jam&kind=spoiled';
  const state = parsePlasticState(new URLSearchParams(href.split('?')[1]));
  expect(hrefForPlastic(state)).toBe(href);
  expect(toPlasticQuery(state)).toEqual({ branchId: 'leeds', day: '2026-11-20' });
  const nothing = parsePlasticState(new URLSearchParams('day=2026-13-45&kind=gold'));
  expect(hrefForPlastic(nothing)).toBe('/kiosks/plastic');
  expect(toPlasticQuery(nothing)).toEqual({});
});

const row = (more: Partial<PlasticMovement>): PlasticMovement => ({
  id: '',
  kind: 'spoiled',
  quantity: 1,
  kioskId: 'WIS00001',
  note: 'Feeder jam',
  recordedBy: 'Grace Oduya',
  witnessedBy: null,
  at: '2026-11-20T09:00:00Z',
  ...more,
});

it.each([
  [{ query: '', kind: '' }, 2],
  [{ query: 'JAM', kind: '' }, 1],
  [{ query: 'weiss', kind: '' }, 1],
  [{ query: 'wis00001', kind: '' }, 2],
  [{ query: '', kind: 'blanks-in' }, 1],
  [{ query: 'jam', kind: 'blanks-in' }, 0],
] as const)('rows found by %j: %d', (state, count) => {
  const rows = [row({}), row({ kind: 'blanks-in', note: '', witnessedBy: 'Hanna Weiss' })];
  expect(findRows(rows, state)).toHaveLength(count);
});
