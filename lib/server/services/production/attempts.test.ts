import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isSameAttempt, moreExact, type ProductionStep, replaces } from './attempts.ts';

const at = (text: string) => new Date(`2026-11-22T${text}Z`);
const first = at('09:00:00.250');
const second = at('09:05:00.000');
const step = (status: string, occurredAt: Date | null = first, toldAt = at('09:01:00')): ProductionStep => ({
  status,
  occurredAt,
  toldAt,
});

describe('isSameAttempt', () => {
  it.each([
    ['09:00:05.250', '09:00:05.250', true],
    ['09:00:05.250', '09:00:05', true],
    ['09:00:05', '09:00:05.999', true],
    ['09:00:05.250', '09:00:05.251', false],
    ['09:00:05', '09:00:06', false],
    ['09:00:05', '09:00:04.999', false],
  ])('%s and %s: %s', (one, other, expected) => {
    expect(isSameAttempt(at(one), at(other))).toBe(expected);
    expect(isSameAttempt(at(other), at(one))).toBe(expected);
  });
  it('without a moment there is no attempt', () => {
    expect(isSameAttempt(null, null)).toBe(true);
    expect(isSameAttempt(null, first)).toBe(false);
    expect(isSameAttempt(first, null)).toBe(false);
  });
});

describe('replaces, within an attempt', () => {
  const order = ['READY', 'REQUEST_ERROR', 'IN_PROGRESS', 'PRODUCTION_ERROR', 'PRODUCED'];
  const pairs = order.flatMap((low, index) => order.slice(index + 1).map((high) => [low, high] as const));
  it.each(pairs)('%s gives way to %s, never the other way, whenever it was told', (low, high) => {
    for (const toldAt of [at('08:00:00'), at('09:01:00'), at('10:00:00')]) {
      expect(replaces(step(high, first, toldAt), step(low))).toBe(true);
      expect(replaces(step(low, first, toldAt), step(high))).toBe(false);
    }
  });
  it.each(order)('%s told again counts only when told later', (status) => {
    expect(replaces(step(status, first, at('09:02:00')), step(status))).toBe(true);
    expect(replaces(step(status), step(status))).toBe(false);
    expect(replaces(step(status, first, at('09:00:30')), step(status))).toBe(false);
  });
  it('an unknown status is shown in place of IN_PROGRESS when told later, and never hides an end', () => {
    expect(replaces(step('LAMINATING', first, at('09:02:00')), step('IN_PROGRESS'))).toBe(true);
    expect(replaces(step('LAMINATING', first, at('09:00:30')), step('IN_PROGRESS'))).toBe(false);
    expect(replaces(step('IN_PROGRESS', first, at('09:02:00')), step('LAMINATING'))).toBe(true);
    expect(replaces(step('LAMINATING'), step('READY'))).toBe(true);
    for (const end of ['PRODUCED', 'PRODUCTION_ERROR']) {
      expect(replaces(step('LAMINATING', first, at('10:00:00')), step(end))).toBe(false);
      expect(replaces(step(end), step('LAMINATING', first, at('10:00:00')))).toBe(true);
    }
    expect(replaces(step('toString', first, at('10:00:00')), step('PRODUCED'))).toBe(false);
  });
  it('both schema versions tell of one attempt', () => {
    const [whole, exact] = [at('09:00:00'), at('09:00:00.250')];
    expect(replaces(step('IN_PROGRESS', exact, at('10:00:00')), step('PRODUCED', whole))).toBe(false);
    expect(replaces(step('PRODUCED', whole), step('IN_PROGRESS', exact, at('10:00:00')))).toBe(true);
  });
});

describe('replaces, across attempts', () => {
  it.each(['READY', 'IN_PROGRESS', 'PRODUCED', 'PRODUCTION_ERROR', 'REQUEST_ERROR', 'LAMINATING'])(
    'a later attempt’s %s takes the place of an earlier end, even when told earlier',
    (status) => {
      for (const end of ['PRODUCED', 'PRODUCTION_ERROR']) {
        expect(replaces(step(status, second, at('08:00:00')), step(end, first))).toBe(true);
        expect(replaces(step(end, first, at('10:00:00')), step(status, second))).toBe(false);
      }
    },
  );
  it('one without a moment never takes the place of one with, and gives way to it', () => {
    expect(replaces(step('PRODUCED', null, at('10:00:00')), step('READY'))).toBe(false);
    expect(replaces(step('READY'), step('PRODUCED', null, at('10:00:00')))).toBe(true);
  });
});

it('steps end the same in whichever order they arrive', () => {
  const steps = fc.array(
    fc.record({
      status: fc.constantFrom('READY', 'IN_PROGRESS', 'PRODUCED', 'PRODUCTION_ERROR', 'REQUEST_ERROR', 'NEW'),
      occurredAt: fc.constantFrom(null, first, second, at('09:05:01.500')),
      // Two that differ were not told at the same moment.
      toldAt: fc.integer({ min: 1, max: 1_000_000 }).map((ms) => new Date(ms)),
    }),
    { minLength: 1, maxLength: 12 },
  );
  const uniquelyTold = steps.filter((all) => new Set(all.map(({ toldAt }) => +toldAt)).size === all.length);
  const endOf = (all: ProductionStep[]) =>
    all.reduce((standing, next) => (replaces(next, standing) ? next : standing));
  fc.assert(
    fc.property(uniquelyTold, fc.infiniteStream(fc.nat()), (all, draws) => {
      const shuffled = [...all].sort(() => (draws.next().value % 2 === 0 ? 1 : -1));
      expect(endOf(shuffled)).toBe(endOf(all));
    }),
  );
});

it('an attempt keeps the more exact of its two moments', () => {
  const [whole, exact] = [at('09:00:00'), at('09:00:00.250')];
  expect(moreExact(whole, exact)).toBe(exact);
  expect(moreExact(exact, whole)).toBe(exact);
  expect(moreExact(whole, null)).toBe(whole);
});
