import { expect, test } from 'vitest';
import { kioskErrors } from '../../catalogues/kiosk-errors.ts';
import { findErrors, hrefForErrors, keyOfError, parseErrorsState } from './errors-state.ts';

const found = (query: string, place = '', fixer = '') =>
  findErrors(kioskErrors, { query, place, fixer, code: '' }).map(({ code }) => code);

test('a fault is found by its code, by words of it, by where it lies and who mends it', () => {
  expect(found('')).toHaveLength(58);
  expect(found('PRT_RIBBON_ENDED')).toEqual(['PRT_RIBBON_ENDED']);
  expect(found('ribbon run out')).toEqual(['PRT_RIBBON_ENDED']);
  expect(found('', 'inventory')).toEqual(['INV_NOT_INITIALIZED']);
  expect(found('ribbon', 'satellite')).toEqual([]);
  expect(found('', '', 'engineer').length).toBeGreaterThan(2);
});

test('the address holds what was chosen and nothing else', () => {
  const state = { query: 'jam', place: 'feeder', fixer: 'branch', code: 'PRODUCTION_ERROR-PRD_FEEDER_JAM' };
  const href = hrefForErrors(state);
  expect(parseErrorsState(new URLSearchParams(href.split('?')[1]))).toEqual(state);
  expect(hrefForErrors({})).toBe('/kiosks/errors');
});

test('the two faults of one code have addresses of their own', () => {
  expect(new Set(kioskErrors.map(keyOfError)).size).toBe(58);
});
