import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { drawSeen, drawTowards, type Rows, rowsAround } from './drawn-rows.ts';

const count = 10_000;
const height = 24;
const seenFrom = (first: number): Rows => ({ first, last: Math.min(count - 1, first + height) });
const restAt = (first: number) => rowsAround(seenFrom(first), count);
const atOnce = (drawn: Rows, first: number) => drawSeen(drawn, seenFrom(first), count);
const next = (drawn: Rows, first: number) => drawTowards(atOnce(drawn, first), restAt(first));
const newIn = (after: Rows, before: Rows) =>
  Math.max(0, after.last - Math.max(before.last, after.first - 1)) +
  Math.max(0, Math.min(before.first, after.last + 1) - after.first);

describe('rows drawn frame after frame', () => {
  it('draws and lets go of what a turn of the wheel moves in portions, with nothing missing in the window', () => {
    const before = restAt(100);
    const turned = next(before, 108);
    expect(turned).toEqual({ first: before.first + 4, last: before.last + 4 });
    expect(next(turned, 108)).toEqual(restAt(108));
  });

  it('draws upwards alike', () => {
    const before = restAt(100);
    const turned = next(before, 92);
    expect(turned).toEqual({ first: before.first - 4, last: before.last - 4 });
    expect(next(turned, 92)).toEqual(restAt(92));
  });

  it('draws no more than what is seen after a jump, then below, then above', () => {
    const frames = [atOnce(restAt(0), 5000)];
    for (let frame = 0; frame < 5; frame++) frames.push(next(frames.at(-1) ?? restAt(0), 5000));
    expect(frames.map(({ last }) => last - 5024)).toEqual([0, 4, 8, 8, 8, 8]);
    expect(frames.map(({ first }) => 5000 - first)).toEqual([0, 0, 0, 4, 8, 8]);
  });

  it('lets go at once of rows that are there no longer', () => {
    expect(drawSeen(restAt(30), { first: 20, last: 29 }, 30).last).toBe(29);
  });

  it('always shows what is seen, keeps few rows and draws few anew, and comes to rest', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 0, max: count - 1 }), { minLength: 1, maxLength: 20 }),
        fc.integer({ min: 1, max: 60 }),
        (places, apart) => {
          let place = places[0] ?? 0;
          let drawn = restAt(place);
          for (const target of places) {
            place = Math.max(0, Math.min(count - 1, place + (target % apart) * (target % 2 ? 1 : -1)));
            const seen = seenFrom(place);
            const shown = atOnce(drawn, place);
            expect(shown.first).toBeLessThanOrEqual(seen.first);
            expect(shown.last).toBeGreaterThanOrEqual(seen.last);
            expect(shown.last - shown.first).toBeLessThanOrEqual(height + 32);
            expect(newIn(shown, drawn)).toBe(newIn(seen, drawn));
            drawn = next(drawn, place);
            expect(newIn(drawn, shown)).toBeLessThanOrEqual(4);
          }
          for (let frame = 0; frame < 8; frame++) drawn = next(drawn, place);
          expect(drawn).toEqual(restAt(place));
        },
      ),
    );
  });
});
