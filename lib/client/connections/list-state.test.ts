import { describe, expect, it } from 'vitest';
import {
  countFilters,
  hrefForConnections,
  parseCameBack,
  parseConnectionsState,
  toConnectionFilters,
  withoutFilters,
} from './list-state.ts';

const parse = (text: string) => parseConnectionsState(new URLSearchParams(text));

describe('the address of the list of connections', () => {
  it('says what is searched, filtered and sorted, and comes back the same', () => {
    const state = parse('query=okafor&state=broken&kind=personal&sort=-used');
    expect(state).toEqual({ query: 'okafor', state: 'broken', kind: 'personal', sort: '-used' });
    expect(hrefForConnections(state)).toBe(
      '/settings/connections?query=okafor&state=broken&kind=personal&sort=-used',
    );
    expect(toConnectionFilters(state)).toEqual({
      query: 'okafor',
      state: ['broken'],
      kind: ['personal'],
      sort: '-used',
    });
    expect(countFilters(state)).toBe(2);
    expect(hrefForConnections(withoutFilters(state))).toBe('/settings/connections?sort=-used');
  });
  it('leaves out what it does not know', () => {
    expect(hrefForConnections(parse('state=x&kind=y&sort=z'))).toBe('/settings/connections');
  });
  it('tells how a way to Wise ended, in words of ours only', () => {
    const cameBack = (text: string) => parseCameBack(new URLSearchParams(text));
    expect(cameBack('outcome=connected&connection=7')).toEqual({ outcome: 'connected', connectionId: '7' });
    expect(cameBack('outcome=denied')).toEqual({ outcome: 'denied', connectionId: null });
    expect(cameBack('outcome=<b>')).toBeUndefined();
  });
});
