import 'server-only';
import { kioskErrors } from '../../catalogues/kiosk-errors.ts';
import type { printJobs } from '../db/schema/kiosks.ts';
import { demoKiosks } from './demo-people.ts';

type NewPrintJob = typeof printJobs.$inferInsert & { id: string; createdAt: Date };

const dayMs = 86_400_000;
const minuteMs = 60_000;
const historyDays = 89;
/** Nobody is connected to these profiles, so no card of theirs is read and contradicts what stands here. */
const firstProfileId = 30_000_141;
const profileCount = 8;
/** Of each kiosk, how long it usually prints a card. */
const usualSeconds = [148, 163, 171, 239, 156];
/** That one is a job that waits and prints in the end, so none ended with it. */
const isAnEnd = ({ code }: { code: string }) => code !== 'REQUEST_CREATED_BUT_NOT_STARTED';

const uuidOf = (kind: '1' | '2', serial: number): string =>
  `d0000000-0000-4000-8000-${kind}${serial.toString(16).padStart(11, '0')}`;

/**
 * What the kiosks of the demo have printed in the past 90 days, of customers who have left: each day some cards, and each of
 * Wise's faults once, mended and tried again.
 * @param now nothing is of today, so that what is done today is seen
 */
export function makeDemoPrintJobs(now: Date, sentBy: string | null): NewPrintJob[] {
  const midnight = Math.floor(now.getTime() / dayMs) * dayMs;
  const faults = kioskErrors.filter(isAnEnd);
  const jobs: NewPrintJob[] = [];
  const cardCount = historyDays * 3;
  for (let serial = 0; serial < cardCount; serial++) {
    const place = (serial * 2 + Math.floor(serial / 7)) % demoKiosks.length;
    const kiosk = demoKiosks[place];
    if (!kiosk) continue;
    const daysAgo = 1 + (serial % historyDays);
    const atMs = midnight - daysAgo * dayMs + 9 * 60 * minuteMs + ((serial * 37) % 420) * minuteMs;
    const seconds = (usualSeconds[place] ?? 160) + ((serial * 13) % 31) - 15;
    const base = {
      cardToken: uuidOf('2', serial),
      profileId: String(firstProfileId + (serial % profileCount)),
      kioskId: kiosk.id,
      branchId: kiosk.branchId,
      sentBy,
    };
    const attempt = (more: Partial<NewPrintJob>, fromMs: number): NewPrintJob => ({
      ...base,
      id: uuidOf('1', jobs.length),
      state: 'printed',
      createdAt: new Date(fromMs),
      occurredAt: new Date(fromMs + 1_000),
      endedAt: new Date(fromMs + 1_000 + seconds * 1_000),
      ...more,
    });
    const fault = serial % 4 === 1 ? faults[(serial - 1) / 4] : undefined;
    if (!fault) {
      jobs.push(attempt({}, atMs));
      continue;
    }
    const isRefused = fault.status === 'REQUEST_ERROR';
    const failed = attempt(
      {
        state: isRefused ? 'refused' : 'fault',
        errorStatus: fault.status,
        errorCode: fault.code,
        endedAt: new Date(atMs + (isRefused ? 1_400 : 61_000)),
      },
      atMs,
    );
    jobs.push(failed);
    const again = {
      retryOf: failed.id,
      whatWasDone: fault.steps.join(' '),
      previousPlastic: 'none-came-out',
    };
    jobs.push(attempt(again, atMs + (fault.minutes + 4) * minuteMs));
  }
  return jobs;
}
