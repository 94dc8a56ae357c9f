import { expect, it } from 'vitest';
import { countFilters, hrefForCases, parseCasesState, queryOfCases } from './cases-state.ts';

const parse = (query: string) => parseCasesState(new URLSearchParams(query));

it.each([
  '/declines/cases',
  '/declines/cases?view=mine&id=c1',
  '/declines/cases?view=closed&severity=high&overdue=yes&reason=CARD_FROZEN',
])('reads and writes %s without loss', (href) => {
  expect(hrefForCases(parse(href.split('?')[1] ?? ''))).toBe(href);
});

it('passes over what nobody knows', () => {
  expect(parse('view=lost&severity=huge&overdue=no&ruleId=x')).toEqual(parse(''));
});

it.each([
  ['', { state: ['waiting', 'taken'], limit: 50 }, 0],
  ['view=mine', { state: ['taken'], assignee: 'me', limit: 50 }, 0],
  ['view=closed&severity=low', { state: ['closed'], sort: '-due', severity: ['low'], limit: 50 }, 1],
  ['view=waiting&overdue=yes&reason=A', { state: ['waiting'], overdue: 'yes', reason: ['A'], limit: 50 }, 2],
])('asks with %j for %j', (search, query, filters) => {
  expect(queryOfCases(parse(search))).toEqual(query);
  expect(countFilters(parse(search))).toBe(filters);
});
