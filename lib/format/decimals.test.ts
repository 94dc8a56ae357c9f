import { expect, it } from 'vitest';
import { isLess, minus, sumOf } from './decimals.ts';

it('sums and differences keep every cent', () => {
  expect(minus('655012.18', '408151.95')).toBe('246860.23');
  expect(minus('0.1', '0.3')).toBe('-0.2');
  expect(sumOf(['0.1', '0.2', '408151.95'])).toBe('408152.25');
  expect(sumOf([])).toBe('0');
});

it('a cent too little is too little', () => {
  expect(isLess('9007199254740993.01', '9007199254740993.02')).toBe(true);
  expect(isLess('10.00', '10')).toBe(false);
});
