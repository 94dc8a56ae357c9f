import { expect, test } from 'vitest';
import type { PrintJob } from '@/lib/contracts/card-productions';
import { stepsOf } from './job-steps.ts';

const at = (minute: number) => new Date(Date.UTC(2026, 10, 22, 9, minute)).toISOString();
const job = (more: Partial<PrintJob>): PrintJob => ({
  id: 'a',
  profileId: '1',
  cardToken: 't',
  lastFourDigits: '4417',
  cardHolderName: 'Ana Reyes',
  kioskId: 'WIS00001',
  kioskPlace: 'Counter 1',
  branchId: 'leeds',
  state: 'printed',
  sentBy: 'Grace Oduya',
  createdAt: at(0),
  occurredAt: at(0),
  endedAt: at(5),
  durationMs: 300_000,
  errorStatus: null,
  errorCode: null,
  retryOf: null,
  whatWasDone: null,
  previousPlastic: null,
  ...more,
});

test('tries and what Wise told stand in the order they happened, with who sent it and what was said', () => {
  const refused = job({
    state: 'refused',
    endedAt: at(1),
    errorStatus: 'REQUEST_ERROR',
    errorCode: 'PRINTER_OR_SATELLITE_NOT_READY',
  });
  const again = job({ id: 'b', createdAt: at(3), whatWasDone: 'Switched it on.', retryOf: 'a' });
  const told = [
    { id: 'x', status: 'PRODUCED', kioskId: 'WIS00001', errorCode: null, occurredAt: at(3), at: at(5) },
    { id: 'y', status: 'IN_PROGRESS', kioskId: 'WIS00001', errorCode: null, occurredAt: at(3), at: at(4) },
  ];
  const steps = stepsOf({ job: again, tries: [refused, again], told, branchName: 'Leeds', asOf: at(9) });
  expect(steps.map(({ text }) => text)).toEqual([
    'Sent by Grace Oduya to Counter 1',
    'Refused: The printer is not ready',
    'Sent by Grace Oduya to Counter 1',
    'Wise: printing',
    'Wise: printed',
  ]);
  expect(steps.map(({ isNow }) => isNow === true)).toEqual([false, false, true, false, false]);
  expect(steps[2]?.small).toBe('Switched it on.');
});

test('a fault is told in words, a status nobody knows as itself', () => {
  const told = ['PRODUCTION_ERROR', 'SOMETHING_NEW'].map((status, index) => ({
    id: status,
    status,
    kioskId: null,
    errorCode: index === 0 ? 'PRT_RIBBON_ENDED' : null,
    occurredAt: null,
    at: at(index),
  }));
  const texts = stepsOf({ job: job({}), tries: [], told, branchName: null, asOf: at(9) }).map(
    ({ text }) => text,
  );
  expect(texts).toEqual(['Wise: The ribbon has run out', 'Wise: SOMETHING_NEW']);
});
