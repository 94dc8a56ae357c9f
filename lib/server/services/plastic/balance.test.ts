import { describe, expect, it } from 'vitest';
import { balanceDays, type DaySums, emptyDay, isOff, whyNotSigned } from './balance.ts';

const day = (name: string, more: Partial<DaySums> = {}): DaySums => ({ ...emptyDay(name), ...more });
const last = (...days: DaySums[]) => {
  const balance = balanceDays(days).at(-1);
  if (!balance) throw new Error('No day');
  return balance;
};

describe('a day of plastic', () => {
  it('balances: opening + in − produced − spoiled = closing', () => {
    const balance = last(
      day('01', { countedAtOpen: 100, blanksIn: 50, produced: 30, spoiled: 2, countedAtClose: 118 }),
    );
    expect(balance).toMatchObject({ opening: 100, expected: 118, differenceAtClose: 0, toDestroy: 2 });
    expect(isOff(balance)).toBe(false);
    expect(whyNotSigned(balance)).toBeUndefined();
  });
  it.each([
    [117, -1],
    [119, 1],
  ])('a count of %d at closing is off by %d', (countedAtClose, off) => {
    const balance = last(day('01', { countedAtOpen: 118, countedAtClose }));
    expect(balance.differenceAtClose).toBe(off);
    expect(isOff(balance)).toBe(true);
  });
  it('a correction changes what is expected, destroying does not', () => {
    expect(last(day('01', { countedAtOpen: 10, correction: -1, destroyed: 4 }))).toMatchObject({
      expected: 9,
      toDestroy: -4,
    });
  });
  it('opens with what the day before closed with, counted or expected', () => {
    const first = day('01', { countedAtOpen: 10, produced: 3 });
    expect(last(first, day('02'))).toMatchObject({ carried: 7, opening: 7, expected: 7 });
    expect(last({ ...first, countedAtClose: 6 }, day('02'))).toMatchObject({ carried: 6, opening: 6 });
  });
  it('what went overnight shows at opening', () => {
    const balance = last(
      day('01', { countedAtOpen: 10, countedAtClose: 10 }),
      day('02', { countedAtOpen: 9, countedAtClose: 9 }),
    );
    expect(balance).toMatchObject({ differenceAtOpen: -1, differenceAtClose: 0 });
    expect(isOff(balance)).toBe(true);
  });
  it('knows nothing before the first count', () => {
    const balance = last(day('01', { produced: 4 }), day('02', { produced: 1 }));
    expect(balance).toMatchObject({ carried: null, opening: null, expected: null, differenceAtClose: null });
    expect(whyNotSigned(balance)).toBe('not-counted');
  });
  it.each([{ countedAtOpen: 5 }, { countedAtClose: 5 }, {}])('is not to be signed with only %j', (more) => {
    expect(whyNotSigned(last(day('01', more)))).toBe('not-counted');
  });
  it('what was spoiled waits until it is destroyed, over the days', () => {
    const days = [
      day('01', { spoiled: 3 }),
      day('02', { spoiled: 1, destroyed: 2 }),
      day('03', { destroyed: 2 }),
    ];
    expect(balanceDays(days).map(({ toDestroy }) => toDestroy)).toEqual([3, 2, 0]);
  });
});
