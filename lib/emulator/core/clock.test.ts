import { describe, expect, it } from 'vitest';
import { Clock } from './clock.ts';

const now = Date.UTC(2026, 10, 21, 9);

describe('emulator clock', () => {
  it('adds what was advanced to real time', () => {
    const clock = new Clock(() => now);
    clock.advance(90);
    expect(clock.now()).toBe(now + 90_000);
  });

  it('never gives the same instant twice, nor one before an instant it is told of', () => {
    const clock = new Clock(() => now);
    const later = '2026-11-21T09:00:00.000999999Z';
    const instants = [
      clock.nextInstant(),
      clock.nextInstant(),
      clock.nextInstant(later),
      clock.nextInstant(),
    ];
    expect(instants).toEqual([...new Set(instants)].sort());
    expect(String(instants[2]) > later).toBe(true);
    for (const instant of instants) expect(instant).toMatch(/^2026-11-21T09:00:00\.\d{9}Z$/);
  });

  it('goes on where it was after being read back', () => {
    const clock = new Clock(() => now);
    clock.advance(5);
    const last = clock.nextInstant();
    const again = new Clock(() => now);
    again.restore(clock.state);
    expect(again.now()).toBe(clock.now());
    expect(again.nextInstant() > last).toBe(true);
  });
});
