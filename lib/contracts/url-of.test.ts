import { expect, test } from 'vitest';
import { getCard, listCards } from './cards.ts';
import { urlOf } from './url-of.ts';

test('encodes parameters and repeats the keys of lists', () => {
  expect(urlOf(getCard, { params: { profileId: '1', cardToken: 'a/b c' } })).toBe(
    '/api/profiles/1/cards/a%2Fb%20c',
  );
  const query = { status: ['ACTIVE', 'FROZEN'], query: 'a b', cursor: undefined, sort: '' };
  expect(urlOf(listCards, { query })).toBe('/api/cards?status=ACTIVE&status=FROZEN&query=a+b');
});

test('refuses to build an address with a parameter missing', () => {
  expect(() => urlOf(getCard, { params: { profileId: '1' } })).toThrow('cardToken');
});
