import { kioskErrorOf } from '@/lib/catalogues/kiosk-errors';
import { printJobLooks } from '@/lib/catalogues/printing';
import type { StatusLook } from '@/lib/catalogues/statuses';
import type { PrintJob } from '@/lib/contracts/card-productions';
import { formatDuration } from '@/lib/format/durations';

export const hrefOfJob = (jobId: string) => `/kiosks/jobs/${jobId}` as const;

export function lookOfJob({ errorStatus, state }: Pick<PrintJob, 'state' | 'errorStatus'>): StatusLook {
  // A send whose answer was lost and that Wise then knew nothing of.
  if (state === 'refused' && errorStatus === null)
    return { word: 'Never arrived', tone: 'warn', mark: 'unknown' };
  return printJobLooks[state];
}

/** At the end of a row: how long it took, or what went wrong. */
export function endOfJob({ durationMs, errorCode, errorStatus, state }: PrintJob): string {
  if (state === 'printed') return durationMs === null ? '' : formatDuration(durationMs);
  return errorStatus === null || state === 'waiting' ? '' : kioskErrorOf(errorStatus, errorCode).title;
}
