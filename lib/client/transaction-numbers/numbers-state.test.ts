import { expect, it } from 'vitest';
import { hrefForNumbers, hrefForRows, parseNumbersState, toNumbersQuery } from './numbers-state.ts';

const parse = (query: string) => parseNumbersState(new URLSearchParams(query));
const now = new Date('2026-11-22T20:00:00Z');

it.each([
  ['', '/declines/numbers'],
  ['days=90&programme=VISA_DEBIT', '/declines/numbers?days=90&programme=VISA_DEBIT'],
  ['days=31', '/declines/numbers'],
  [
    'profileId=30000002&profileId=30000001&profileId=x',
    '/declines/numbers?profileId=30000001&profileId=30000002',
  ],
  ['from=2026-11-01&until=2026-11-05', '/declines/numbers?from=2026-11-01&until=2026-11-05'],
  ['from=2026-11-05&until=2026-11-01', '/declines/numbers'],
  ['from=2026-11-05', '/declines/numbers'],
  ['from=2026-02-30&until=2026-03-01', '/declines/numbers'],
])('the address %s is read as %s', (query, href) => {
  expect(hrefForNumbers(parse(query))).toBe(href);
});

it.each([
  ['days=7', 'Europe/London', '2026-11-16', '2026-11-22'],
  ['days=7', 'Asia/Kathmandu', '2026-11-17', '2026-11-23'],
  ['from=2026-11-01&until=2026-11-05', 'Asia/Kathmandu', '2026-11-01', '2026-11-05'],
])('%s in %s is %s to %s', (query, timeZone, from, until) => {
  expect(toNumbersQuery(parse(query), timeZone, now)).toEqual({ from, until, timeZone });
});

it('opens the rows of the period, the programme, the profile and the bar', () => {
  const period = { from: '2026-11-01', until: '2026-11-05' };
  const asked = { period, programme: ['VISA_DEBIT'], profileId: ['30000001'] };
  expect(hrefForRows(asked, { country: ['none'], outcome: ['declined'], hour: ['05'] })).toBe(
    '/transactions?from=2026-11-01&until=2026-11-05&outcome=declined&hour=05&country=none&programme=VISA_DEBIT&profileId=30000001',
  );
});
