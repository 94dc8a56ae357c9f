import { describe, expect, it } from 'vitest';
import { isOpen, jobStateOf, mayFollow } from './print-job-state.ts';

it.each([
  ['READY', null, undefined],
  ['IN_PROGRESS', null, 'printing'],
  ['PRODUCED', null, 'printed'],
  ['PRODUCTION_ERROR', 'PRT_PAUSED', 'fault'],
  ['REQUEST_ERROR', 'KIOSK_ID_NOT_FOUND', 'refused'],
  ['REQUEST_ERROR', 'REQUEST_CREATED_BUT_NOT_STARTED', 'waiting'],
  ['LAMINATING', null, 'printing'],
])('%s %s makes the job %s', (status, code, state) => {
  expect(jobStateOf(status, code)).toBe(state);
});

describe('mayFollow', () => {
  const job = (state: string, errorStatus: string | null = null) => ({ state, errorStatus });
  it.each([
    ['sending', 'printing', true],
    ['unknown', 'waiting', true],
    ['unknown', 'refused', true],
    ['waiting', 'printing', true],
    ['printing', 'printed', true],
    ['printing', 'fault', true],
    ['printing', 'waiting', false],
    ['printing', 'refused', false],
    ['printing', 'printing', false],
    ['printed', 'printing', false],
    ['printed', 'fault', false],
  ])('%s -> %s: %s', (state, next, expected) => {
    expect(mayFollow(job(state), next)).toBe(expected);
  });
  it('a fault gives way to the printed card only, and to its own word once', () => {
    expect(mayFollow(job('fault', 'PRODUCTION_ERROR'), 'printing')).toBe(false);
    expect(mayFollow(job('fault', 'PRODUCTION_ERROR'), 'fault')).toBe(false);
    expect(mayFollow(job('fault', 'PRODUCTION_ERROR'), 'printed')).toBe(true);
    expect(mayFollow(job('fault'), 'fault')).toBe(true);
  });
});

it('what is on its way is open, what ended is not', () => {
  expect(['sending', 'waiting', 'printing', 'unknown'].every(isOpen)).toBe(true);
  expect(['printed', 'fault', 'refused'].some(isOpen)).toBe(false);
});
