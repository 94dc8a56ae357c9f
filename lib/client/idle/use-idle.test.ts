import { expect, it } from 'vitest';
import { idleStep } from './use-idle.ts';

it('warns one minute before the 15 are over', () => {
  expect(idleStep(0)).toBe('active');
  expect(idleStep(14 * 60_000 - 1)).toBe('active');
  expect(idleStep(14 * 60_000)).toBe('warn');
  expect(idleStep(15 * 60_000 - 1)).toBe('warn');
  expect(idleStep(15 * 60_000)).toBe('over');
});
