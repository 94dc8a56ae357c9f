import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Clock } from './clock.ts';
import { DueSteps } from './due-steps.ts';

function make() {
  const clock = new Clock(() => 1_000_000);
  const taken: string[] = [];
  const steps = new DueSteps(clock, (key) => taken.push(key));
  return { clock, taken, steps };
}

describe('due steps', () => {
  it('are taken in the order they fall due, of one instant in the order they were entered', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 20 })), (delays) => {
        const { clock, steps, taken } = make();
        for (const [index, delay] of delays.entries()) steps.schedule(String(index), 1_000_000 + delay);
        clock.advance(1);
        steps.catchUp();
        steps.stop();
        const expected = delays.map((delay, index) => ({ delay, index })).sort((a, b) => a.delay - b.delay);
        expect(taken).toEqual(expected.map(({ index }) => String(index)));
      }),
    );
  });

  it('wait for their time and are taken once', () => {
    const { clock, steps, taken } = make();
    steps.schedule('later', 1_005_000);
    steps.catchUp();
    expect(taken).toEqual([]);
    clock.advance(5);
    steps.catchUp();
    steps.catchUp();
    expect(taken).toEqual(['later']);
    steps.stop();
  });

  it('take what falls due by a step as well', () => {
    const clock = new Clock(() => 0);
    const taken: string[] = [];
    const steps: DueSteps = new DueSteps(clock, (key) => {
      taken.push(key);
      if (taken.length < 4) steps.schedule(`${key}'`, 0);
    });
    steps.schedule('a', 0);
    steps.catchUp();
    expect(taken).toEqual(['a', "a'", "a''", "a'''"]);
    steps.stop();
  });

  it('are taken by a timer of their own', async () => {
    const clock = new Clock();
    const done = await new Promise((resolve) => {
      const steps: DueSteps = new DueSteps(clock, (key) => {
        steps.stop();
        resolve(key);
      });
      steps.schedule('soon', clock.now() + 5);
    });
    expect(done).toBe('soon');
  });

  it('are forgotten when they are cleared', () => {
    const { clock, steps, taken } = make();
    steps.schedule('a', 1_000_001);
    steps.clear();
    clock.advance(1);
    steps.catchUp();
    expect(taken).toEqual([]);
  });
});
