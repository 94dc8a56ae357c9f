import { kioskErrorOf } from '@/lib/catalogues/kiosk-errors';
import type { Mark, Tone } from '@/lib/catalogues/statuses';
import type { PrintJob } from '@/lib/contracts/card-productions';
import type { PrintJobDetail } from '@/lib/contracts/kiosk-board';
import { lookOfJob } from '../job-words';

export interface JobStep {
  id: string;
  at: string;
  mark: Mark;
  tone: Tone;
  text: string;
  small?: string;
  isNow?: boolean;
}

const toldWords: Readonly<Record<string, { text: string; mark: Mark; tone: Tone }>> = {
  READY: { text: 'Wise: ready to print', mark: 'waits', tone: 'busy' },
  IN_PROGRESS: { text: 'Wise: printing', mark: 'moving', tone: 'busy' },
  PRODUCED: { text: 'Wise: printed', mark: 'works', tone: 'good' },
};

/** Each try and everything Wise told, oldest first. */
export function stepsOf({ job, told, tries }: PrintJobDetail): JobStep[] {
  const steps = [
    ...tries.flatMap((one) => stepsOfTry(one, one.id === job.id)),
    ...told.map(({ at, errorCode, id, kioskId, status }): JobStep => {
      const known = toldWords[status];
      const fault = status === 'PRODUCTION_ERROR' || status === 'REQUEST_ERROR';
      return {
        id,
        at,
        mark: known?.mark ?? (fault ? 'needs-a-hand' : 'unknown'),
        tone: known?.tone ?? (fault ? 'bad' : 'quiet'),
        text: known?.text ?? (fault ? `Wise: ${kioskErrorOf(status, errorCode).title}` : `Wise: ${status}`),
        ...(kioskId !== null && { small: kioskId }),
      };
    }),
  ];
  return steps.toSorted((a, b) => Date.parse(a.at) - Date.parse(b.at));
}

function stepsOfTry(job: PrintJob, isNow: boolean): JobStep[] {
  const by = job.sentBy === null ? 'Sent elsewhere' : `Sent by ${job.sentBy}`;
  const sent: JobStep = {
    id: job.id,
    at: job.createdAt,
    mark: 'moving',
    tone: 'busy',
    text: `${by} to ${job.kioskPlace ?? job.kioskId}`,
    ...(job.whatWasDone !== null && { small: job.whatWasDone }),
    isNow,
  };
  // An end that Wise told is among what it told; a refusal is in no event.
  if (job.state !== 'refused' || job.endedAt === null) return [sent];
  const { mark, tone, word } = lookOfJob(job);
  const title = kioskErrorOf(job.errorStatus ?? '', job.errorCode).title;
  return [sent, { id: `${job.id} end`, at: job.endedAt, mark, tone, text: `${word}: ${title}` }];
}
