import { expect, it } from 'vitest';
import { combinedFilters, singleFilters } from './transaction-filters.mjs';

it('draws the same combinations every time, three filters in some order each and many different ones', () => {
  const drawn = combinedFilters(40);
  expect(combinedFilters(40)).toEqual(drawn);
  expect(combinedFilters(40, 7)).not.toEqual(drawn);
  for (const query of drawn) {
    expect(Object.keys(query)).toHaveLength(4);
    expect(query).toHaveProperty('sort');
    expect(Object.values(query)).not.toContain('');
  }
  expect(new Set(drawn.map((query) => JSON.stringify(query))).size).toBeGreaterThan(30);
});

it('asks for each filter by itself', () => {
  const names = new Set(singleFilters().flatMap((query) => Object.keys(query)));
  for (const query of combinedFilters(40))
    for (const name of Object.keys(query)) if (name !== 'sort') expect(names).toContain(name);
});
