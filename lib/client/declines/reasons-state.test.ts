import { expect, test } from 'vitest';
import type { DeclineReason } from '../../contracts/decline-reasons.ts';
import { findReasons, hrefForReasons, parseReasonsState } from './reasons-state.ts';

const reason = (code: string, more: Partial<DeclineReason> = {}): DeclineReason => ({
  code,
  family: 'card',
  title: 'The card is frozen',
  happened: 'Tried while frozen.',
  cause: 'Somebody froze it.',
  actor: 'back-office',
  next: 'Unfreeze it.',
  retry: 'after-fix',
  retryText: 'Yes, then.',
  say: 'Your card was frozen.',
  mayBeTold: 'tell',
  notes: [],
  classified: null,
  ...more,
});
const all = [
  reason('CARD_FROZEN'),
  reason('INCORRECT_PIN', { family: 'pin', title: 'Wrong PIN', say: 'The PIN was not right.' }),
  reason('NOT_DISCLOSED', { family: null, title: 'Declined, no further detail' }),
];
const found = (query: string, family = '') =>
  findReasons(all, { query, family, code: '' }).map(({ code }) => code);

test('every word has to be found, in code, title or sentences, in any case', () => {
  expect(found('')).toHaveLength(3);
  expect(found('incorrect pin')).toEqual(['INCORRECT_PIN']);
  expect(found('INCORRECT_PIN')).toEqual(['INCORRECT_PIN']);
  expect(found('wrong  Right')).toEqual(['INCORRECT_PIN']);
  expect(found('wrong thawed')).toEqual([]);
  expect(found('', 'pin')).toEqual(['INCORRECT_PIN']);
  expect(found('', 'no such family')).toEqual([]);
});

test('the address holds what was chosen and nothing else', () => {
  const state = { query: 'pin', family: 'pin', code: 'INCORRECT_PIN' };
  const href = hrefForReasons(state);
  expect(href).toBe('/declines/reasons?query=pin&family=pin&code=INCORRECT_PIN');
  expect(parseReasonsState(new URLSearchParams(href.split('?')[1]))).toEqual(state);
  expect(hrefForReasons({ query: '', family: '', code: '' })).toBe('/declines/reasons');
});
