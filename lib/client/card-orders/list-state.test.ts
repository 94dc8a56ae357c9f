import { describe, expect, test } from 'vitest';
import {
  countFilters,
  hrefForCardOrders,
  parseCardOrdersState,
  toOrderFilters,
  withoutFilters,
  withSort,
} from './list-state.ts';

const parse = (query: string) => parseCardOrdersState(new URLSearchParams(query));

describe('the address of the card orders', () => {
  test('says everything and is printed the same again', () => {
    const query =
      'query=okafor&needs=day-60&status=PLACED&status=RETURNED&delivery=none&branchId=leeds&profileId=30000101&sort=holder&columns=holder%2Cstatus%2Corder';
    const state = parse(query);
    expect(parse(hrefForCardOrders(state).split('?')[1] ?? '')).toEqual(state);
    expect(toOrderFilters(state)).toEqual({
      query: 'okafor',
      needs: ['day-60'],
      status: ['PLACED', 'RETURNED'],
      delivery: ['none'],
      branchId: ['leeds'],
      profileId: ['30000101'],
      sort: 'holder',
    });
    expect(state.columns).toEqual(['holder', 'status', 'order']);
    expect(countFilters(state)).toBe(5);
  });

  test('leaves out what the index could not be asked for', () => {
    const state = parse('needs=never&profileId=x&sort=colour&view=1&columns=colour');
    expect(toOrderFilters(state)).toEqual({ sort: '-created' });
    expect(state.columns).toEqual(['holder', 'status']);
    expect(hrefForCardOrders(withoutFilters({ ...state, columns: undefined }))).toBe('/card-orders?view=all');
  });

  test('a head pressed twice turns the order round; times begin with the newest', () => {
    const placed = withSort(parse('sort=holder'), 'created');
    expect(placed.sort).toBe('-created');
    expect(withSort(placed, 'created').sort).toBe('created');
    expect(withSort(withSort(placed, 'holder'), 'holder').sort).toBe('-holder');
  });
});
