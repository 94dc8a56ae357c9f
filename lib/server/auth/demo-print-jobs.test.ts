import { describe, expect, it } from 'vitest';
import { kioskErrors } from '../../catalogues/kiosk-errors.ts';
import { demoKiosks } from './demo-people.ts';
import { makeDemoPrintJobs } from './demo-print-jobs.ts';

const now = new Date('2026-11-21T09:30:00Z');
const jobs = makeDemoPrintJobs(now, 'somebody');
const day = 86_400_000;

describe('the demo’s print jobs', () => {
  it('lie in the 90 days before today, on every kiosk', () => {
    for (const { createdAt, endedAt, occurredAt } of jobs) {
      expect(now.getTime() - createdAt.getTime()).toBeLessThan(90 * day);
      expect(createdAt < (occurredAt ?? 0) && (occurredAt ?? 0) < (endedAt ?? 0)).toBe(true);
      expect(endedAt?.getTime()).toBeLessThan(Date.UTC(2026, 10, 21));
    }
    for (const { id } of demoKiosks)
      expect(jobs.filter(({ kioskId }) => kioskId === id).length).toBeGreaterThan(40);
  });

  it('ended with each of the faults a job can end with, and mostly with a card', () => {
    const ends = new Set(jobs.map(({ errorCode, errorStatus }) => `${errorStatus} ${errorCode}`));
    const missing = kioskErrors.filter(({ code, status }) => !ends.has(`${status} ${code}`));
    expect(missing.map(({ code }) => code)).toEqual(['REQUEST_CREATED_BUT_NOT_STARTED']);
    const printed = jobs.filter(({ state }) => state === 'printed').length;
    expect(printed / jobs.length).toBeGreaterThan(0.8);
  });

  it('a fault was followed by another try of the same card, which says what was done', () => {
    const byId = new Map(jobs.map((job) => [job.id, job]));
    expect(byId.size).toBe(jobs.length);
    const retries = jobs.filter(({ retryOf }) => retryOf);
    expect(retries.length).toBe(kioskErrors.length - 1);
    for (const { cardToken, createdAt, retryOf, whatWasDone } of retries) {
      const before = byId.get(retryOf ?? '');
      expect([before?.cardToken, before?.state === 'printed']).toEqual([cardToken, false]);
      expect((before?.endedAt ?? now) < createdAt).toBe(true);
      expect(whatWasDone).not.toBe('');
    }
  });
});
