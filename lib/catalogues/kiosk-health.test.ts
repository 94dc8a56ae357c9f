import { expect, test } from 'vitest';
import {
  bestKiosk,
  findIncident,
  healthOfKiosk,
  isStuck,
  type KioskFacts,
  type Outcome,
  sameFaultInARow,
  successRate,
} from './kiosk-health.ts';

const minutes = (count: number) => count * 60_000;
const printed: Outcome = { state: 'printed', errorStatus: null, errorCode: null };
const fault = (errorCode: string): Outcome => ({
  state: 'fault',
  errorStatus: 'PRODUCTION_ERROR',
  errorCode,
});
const refused = (errorCode: string | null): Outcome => ({
  state: 'refused',
  errorStatus: errorCode && 'REQUEST_ERROR',
  errorCode,
});
const facts = (more: Partial<KioskFacts>): KioskFacts => ({
  isActive: true,
  latest: [printed],
  printed: 10,
  failed: 0,
  medianMs: minutes(2),
  longestRunningMs: null,
  longestWaitingMs: null,
  unanswered: 0,
  ...more,
});
const state = (more: Partial<KioskFacts>) => healthOfKiosk(facts(more)).state;

test('a kiosk that prints is good; one that was sent nothing has no word; one out of use says so', () => {
  expect(state({})).toBe('good');
  expect(state({ latest: [], printed: 0 })).toBe('no-word');
  const failed = healthOfKiosk(facts({ latest: [fault('PRT_RIBBON'), printed] }));
  expect([failed.state, failed.because]).toEqual(['good', expect.stringContaining('The last card failed')]);
  expect(state({ isActive: false, latest: Array<Outcome>(3).fill(fault('PRT_RIBBON')) })).toBe('not-in-use');
});

test('the same fault three times in a row stops it; twice, another one in between, or a print since does not', () => {
  const ribbon = fault('PRT_RIBBON_ENDED');
  const stopped = healthOfKiosk(facts({ latest: [ribbon, ribbon, ribbon, printed] }));
  expect(stopped).toEqual({ state: 'stop', because: 'The ribbon has run out: 3 times in a row.' });
  expect(state({ latest: [ribbon, ribbon, printed] })).toBe('good');
  expect(state({ latest: [ribbon, fault('PRT_PAUSED'), ribbon, ribbon] })).toBe('good');
  expect(state({ latest: [printed, ribbon, ribbon, ribbon] })).toBe('good');
});

test('faults of the servers behind it, of the card or of a lost answer neither stop a kiosk nor break a row', () => {
  for (const other of [
    fault('CB_NOT_AVAILABLE'),
    fault('DP_TIMEOUT'),
    refused('PIN_LENGTH_ERROR'),
    refused(null),
  ])
    expect(sameFaultInARow([other, other, other])).toBe(0);
  const ribbon = fault('PRT_RIBBON');
  expect(sameFaultInARow([ribbon, fault('CB_TIME'), ribbon, ribbon])).toBe(3);
});

test('a refusal and a print fault of one name are two faults', () => {
  expect(sameFaultInARow([refused('UNKNOWN_ERROR'), fault('UNKNOWN_ERROR')])).toBeLessThan(2);
});

test('a job far over the median, a card that waits, a lost answer and a poor rate make it slow', () => {
  expect(state({ longestRunningMs: minutes(5) })).toBe('good');
  expect(state({ longestRunningMs: minutes(7) })).toBe('slow');
  expect(state({ longestWaitingMs: 1 })).toBe('slow');
  expect(state({ unanswered: 1 })).toBe('slow');
  expect(state({ printed: 8, failed: 2 })).toBe('slow');
  expect(state({ printed: 9, failed: 1 })).toBe('good');
  expect(state({ printed: 1, failed: 2 })).toBe('good');
});

test('a job is stuck after three medians, and after three minutes at least', () => {
  expect(isStuck(minutes(2), 1_000)).toBe(false);
  expect(isStuck(minutes(4), 1_000)).toBe(true);
  expect(isStuck(minutes(5), null)).toBe(false);
  expect(isStuck(minutes(7), null)).toBe(true);
});

test('the rate counts what ended, and is unknown where nothing did', () => {
  expect(successRate({ printed: 3, failed: 1 })).toBe(0.75);
  expect(successRate({ printed: 0, failed: 0 })).toBeNull();
});

test('the best kiosk is healthy, then idle, then quick; never one to stop at or out of use', () => {
  const kiosk = (id: string, more = {}) => ({
    id,
    isActive: true,
    state: 'good' as const,
    inHand: 0,
    medianMs: minutes(2),
    ...more,
  });
  expect(bestKiosk([])).toBeNull();
  expect(bestKiosk([kiosk('A', { state: 'stop' }), kiosk('B', { isActive: false })])).toBeNull();
  expect(bestKiosk([kiosk('A', { state: 'slow' }), kiosk('B', { inHand: 2 })])).toBe('B');
  expect(bestKiosk([kiosk('A', { inHand: 1 }), kiosk('B', { medianMs: minutes(9) })])).toBe('B');
  expect(bestKiosk([kiosk('A', { medianMs: minutes(3) }), kiosk('B')])).toBe('B');
  expect(bestKiosk([kiosk('A'), kiosk('B')], 'A')).toBe('B');
});

test('central faults make one incident for all kiosks, until something prints or an hour passes', () => {
  const at = (kioskId: string, outcome: Outcome, atMs: number) => ({ kioskId, atMs, ...outcome });
  const central = fault('CB_NOT_AVAILABLE');
  const now = minutes(600);
  const ended = [at('A', central, now - minutes(1)), at('B', fault('DP_TIMEOUT'), now - minutes(9))];
  expect(findIncident(ended, now)).toEqual({
    status: 'PRODUCTION_ERROR',
    code: 'CB_NOT_AVAILABLE',
    kiosks: 2,
    sinceMs: now - minutes(9),
  });
  expect(findIncident([at('B', printed, now), ...ended], now)).toBeNull();
  expect(findIncident(ended, now + minutes(60))).toBeNull();
  expect(findIncident([at('A', fault('PRT_RIBBON'), now)], now)).toBeNull();
});
