import { expect, it } from 'vitest';
import {
  addressOfBatchGroups,
  countFilters,
  hrefForBatchGroups,
  isNarrowed,
  parseBatchGroupsState,
  sortDirection,
  toBatchGroupFilters,
  withoutFilters,
  withSort,
} from './list-state.ts';

const parse = (text: string) => parseBatchGroupsState(new URLSearchParams(text));

it('the address is read and written without loss', () => {
  const href =
    '/batch-groups?query=october&status=OPEN&status=RUNNING&profileId=30000001&currency=GBP&owner=me&sort=name';
  const state = parse(href.split('?')[1] ?? '');
  expect(hrefForBatchGroups(state)).toBe(href);
  expect(countFilters(state)).toBe(4);
  expect(toBatchGroupFilters(state)).toEqual({
    query: 'october',
    status: ['OPEN', 'RUNNING'],
    profileId: ['30000001'],
    currency: ['GBP'],
    owner: 'me',
    sort: 'name',
  });
});

it('what the register could not be asked for is left out', () => {
  const state = parse('status=DONE&profileId=1%2F..&currency=pounds&owner=someone&sort=size');
  expect(hrefForBatchGroups(state)).toBe('/batch-groups?view=all');
  expect(isNarrowed(state)).toBe(false);
  expect(toBatchGroupFilters(state)).toEqual({ sort: '-changed' });
});

it('the filters go, the order stays', () => {
  expect(withoutFilters(parse('query=a&owner=me&sort=created'))).toEqual(parse('sort=created'));
});

it('a saved view is read by the list itself', () => {
  const { hrefFor } = addressOfBatchGroups(parse(''));
  expect(hrefFor('status=OPEN&status=NOWHERE')).toBe('/batch-groups?status=OPEN');
});

it('the same head pressed again turns the order round', () => {
  const byName = withSort(parse(''), 'name');
  expect(byName.sort).toBe('name');
  expect(withSort(byName, 'name').sort).toBe('-name');
  expect(withSort(withSort(byName, 'changed'), 'changed').sort).toBe('changed');
  expect(sortDirection('-name', 'name')).toBe('descending');
  expect(sortDirection('created', 'changed')).toBeUndefined();
});
