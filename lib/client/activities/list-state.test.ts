import { expect, it } from 'vitest';
import { countFilters, hrefForActivities, parseActivitiesState, toActivityFilters } from './list-state.ts';

const parse = (text: string) => parseActivitiesState(new URLSearchParams(text));

it('the address is read and written without loss', () => {
  const href =
    '/activities?profileId=30000113&monetaryResourceType=TRANSFER&status=UPCOMING&since=2026-11-01&until=2026-11-20';
  expect(hrefForActivities(parse(href.split('?')[1] ?? ''))).toBe(href);
  expect(countFilters(parse(href.split('?')[1] ?? ''))).toBe(4);
});

it('what Wise could not be asked for is left out', () => {
  const state = parse('profileId=1%2F..&monetaryResourceType=CARD&status=done&since=2026-02-30&until=soon');
  expect(hrefForActivities(state)).toBe('/activities?view=all');
  expect(countFilters(state)).toBe(0);
});

it('days are whole days where the reader is', () => {
  expect(toActivityFilters(parse('since=2026-07-01&until=2026-07-01'), 'Europe/London')).toEqual({
    since: '2026-06-30T23:00:00.000Z',
    until: '2026-07-01T22:59:59.999Z',
  });
});
