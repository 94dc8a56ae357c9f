import { expect, it } from 'vitest';
import { addressOfCases, countFilters, hrefForCases, parseCasesState, queryOfCases } from './cases-state.ts';

const parse = (query: string) => parseCasesState(new URLSearchParams(query));

it.each([
  '/declines/cases?view=all',
  '/declines/cases?show=mine&id=c1',
  '/declines/cases?severity=low&view=11111111-1111-4111-8111-111111111111&id=c1',
  '/declines/cases?show=closed&severity=high&overdue=yes&reason=CARD_FROZEN',
])('reads and writes %s without loss', (href) => {
  expect(hrefForCases(parse(href.split('?')[1] ?? ''))).toBe(href);
});

it('passes over what nobody knows', () => {
  expect(parse('view=lost&severity=huge&overdue=no&ruleId=x')).toEqual(parse(''));
});

it.each([
  ['', { state: ['waiting', 'taken', 'second-reader'], limit: 50 }, 0],
  ['show=mentions', { state: ['waiting', 'taken', 'second-reader'], mentions: 'me', limit: 50 }, 0],
  ['show=second-reader', { state: ['second-reader'], limit: 50 }, 0],
  ['show=mine', { state: ['taken'], assignee: 'me', limit: 50 }, 0],
  [
    'show=closed&severity=low',
    { state: ['closed', 'merged'], sort: '-due', severity: ['low'], limit: 50 },
    1,
  ],
  ['show=waiting&overdue=yes&reason=A', { state: ['waiting'], overdue: 'yes', reason: ['A'], limit: 50 }, 2],
])('asks with %j for %j', (search, query, filters) => {
  expect(queryOfCases(parse(search))).toEqual(query);
  expect(countFilters(parse(search))).toBe(filters);
});

it('still reads an address from before views could be saved', () => {
  expect(parse('view=mine')).toEqual(parse('show=mine'));
});

it('a saved view holds the filters and not what is open', () => {
  const { hrefFor, query } = addressOfCases(parse('show=mine&reason=GONE&id=c1'));
  expect(query).toBe('show=mine&reason=GONE');
  expect(hrefFor(query)).toBe('/declines/cases?show=mine&reason=GONE');
});
