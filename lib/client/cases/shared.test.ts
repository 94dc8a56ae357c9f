import { expect, it } from 'vitest';
import type { SharedByCases } from '../../contracts/case-patterns.ts';
import { hrefOfShared, wordsOfSpan } from './shared.ts';

const shared: SharedByCases['items'][number] = {
  kind: 'merchant',
  value: 'ondina books',
  label: 'Ondina Books',
  caseIds: [],
  cards: 5,
  cardsWithinDay: 5,
  from: '2026-11-19T23:30:00.000Z',
  until: '2026-11-20T08:00:00.000Z',
  transactions: [],
};

it('leads to the transactions of the same shop on the days of the reader', () => {
  expect(hrefOfShared(shared, 'Europe/London')).toBe(
    '/transactions?merchant=Ondina+Books&from=2026-11-19&until=2026-11-20',
  );
  expect(hrefOfShared(shared, 'Europe/Lisbon')).toContain('from=2026-11-19');
  expect(hrefOfShared(shared, 'Asia/Tokyo')).toContain('from=2026-11-20');
  expect(hrefOfShared({ ...shared, kind: 'hour' }, 'UTC')).not.toContain('merchant');
});

it.each([
  [1, 1, ''],
  [5, 5, 'all within a day'],
  [5, 3, '3 of them within a day'],
  [2, 1, 'on different days'],
])('%d cards, %d at most within a day: %j', (cards, cardsWithinDay, words) => {
  expect(wordsOfSpan({ cards, cardsWithinDay })).toBe(words);
});
