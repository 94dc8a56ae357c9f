import { describe, expect, it } from 'vitest';
import {
  addressOfList,
  countFilters,
  hrefForList,
  parseListState,
  sortDirection,
  withoutFilters,
  withQuery,
  withSort,
  withValues,
} from './list-state.ts';

const parse = (text: string) => parseListState(new URLSearchParams(text));

describe('the list’s address', () => {
  it('is read and written without loss', () => {
    const href =
      '/cards?query=Okafor&status=FROZEN&programme=A&programme=B&sort=holder&columns=holder%2Ccard%2Cstatus%2Cbin';
    expect(hrefForList(parse(href.split('?')[1] ?? ''))).toBe(href);
  });
  it('leaves out what is usual', () => {
    expect(hrefForList(parse('sort=-changed'))).toBe('/cards?view=all');
  });
  it('keeps the saved view it was opened with until the filters are cleared', () => {
    const id = '0f0e0d0c-0b0a-4908-8706-050403020100';
    const state = parse(`status=FROZEN&view=${id}`);
    expect(hrefForList(withQuery(state, 'Ama'))).toBe(`/cards?query=Ama&status=FROZEN&view=${id}`);
    expect(hrefForList(withValues(state, 'status', []))).toBe(`/cards?view=${id}`);
    expect(hrefForList(withoutFilters(state))).toBe('/cards?view=all');
    expect(parse('view=all').viewId).toBeUndefined();
    expect(parse('view=%3Cscript%3E').viewId).toBeUndefined();
  });
  it('makes of a stored query whatever it can still read', () => {
    const { hrefFor } = addressOfList(parse(''));
    expect(hrefFor('status=FROZEN&filter=gone&sort=pin')).toBe('/cards?status=FROZEN');
    expect(hrefFor('%%%&=&status=%E0%A4%A')).toMatch(/^\/cards\?/);
    expect(hrefFor('view=all')).toBe('/cards?view=all');
  });
  it('gives the same state whatever the order of repeated keys', () => {
    expect(parse('status=B&status=A&status=A')).toEqual(parse('status=A&status=B'));
  });
  it('falls back for a sort, a column or an empty value nobody knows', () => {
    const state = parse('sort=pin&columns=pin&status=&query=%20%20');
    expect(state).toEqual({ filters: { sort: '-changed' }, columns: ['holder', 'card', 'status'] });
  });
});

describe('changes', () => {
  it('adds, replaces and removes the values of a filter', () => {
    const one = withValues(parse(''), 'programme', ['B', 'A']);
    expect(hrefForList(one)).toBe('/cards?programme=A&programme=B');
    expect(hrefForList(withValues(one, 'programme', []))).toBe('/cards?view=all');
  });
  it('trims what is searched for', () => {
    expect(withQuery(parse(''), '  4417 ').filters.query).toBe('4417');
    expect(hrefForList(withQuery(parse('query=x'), ' '))).toBe('/cards?view=all');
  });
  it('turns an order round and begins times with the newest', () => {
    const byHolder = withSort(parse(''), 'holder');
    expect(byHolder.filters.sort).toBe('holder');
    expect(withSort(byHolder, 'holder').filters.sort).toBe('-holder');
    expect(withSort(byHolder, 'created').filters.sort).toBe('-created');
    expect(withSort(parse(''), 'changed').filters.sort).toBe('changed');
    expect(sortDirection('-holder', 'holder')).toBe('descending');
    expect(sortDirection('holder', 'holder')).toBe('ascending');
    expect(sortDirection('holder', 'expiry')).toBeUndefined();
  });
  it('counts filters by kind and clears them without touching order and columns', () => {
    const state = parse('query=a&status=A&status=B&type=P&sort=holder&columns=bin');
    expect(countFilters(state)).toBe(3);
    expect(hrefForList(withoutFilters(state))).toBe(
      '/cards?sort=holder&columns=holder%2Ccard%2Cstatus%2Cbin',
    );
  });
});
