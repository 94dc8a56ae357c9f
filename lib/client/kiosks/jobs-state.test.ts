import { expect, test } from 'vitest';
import { countJobFilters, hrefForJobs, parseJobsState, toJobFilters } from './jobs-state.ts';

const parse = (href: string) => parseJobsState(new URLSearchParams(href.split('?')[1]));

test('what a bar counts stands in the address and is asked for as it stands there', () => {
  const state = {
    branch: 'leeds',
    kiosk: 'WIS00001',
    state: 'failed',
    family: 'printer',
    from: '2026-11-01',
    to: '2026-11-02',
  } as const;
  expect(parse(hrefForJobs(state))).toEqual(state);
  expect(toJobFilters(state)).toEqual({
    branchId: 'leeds',
    kioskId: 'WIS00001',
    state: 'failed',
    family: 'printer',
    from: '2026-11-01',
    to: '2026-11-02',
  });
  expect(countJobFilters(state)).toBe(4);
});

test('what nobody could be asked for is left out', () => {
  const strange = parse('/kiosks/jobs?kiosk=../x&state=lost&family=moon&from=today');
  expect(toJobFilters(strange)).toEqual({});
  expect(countJobFilters(strange)).toBe(0);
});
