'use client';
import clsx from 'clsx';
import Link from 'next/link';
import { CardNumber } from '@/components/cards/card-number';
import { StatusMark } from '@/components/ui/status';
import { useTimeZone } from '@/lib/client/time-zone/time-zone-provider';
import type { PrintJob } from '@/lib/contracts/card-productions';
import { formatTableTime } from '@/lib/format/times';
import { endOfJob, hrefOfJob, lookOfJob } from '../job-words';

interface JobRowsProps {
  label: string;
  jobs: readonly PrintJob[];
  /** Where they are of several kiosks. */
  withKiosk?: boolean;
  currentId?: string;
}

/** Jobs as lines; what went wrong is never cut. */
export function JobRows({ label, jobs, withKiosk = false, currentId }: JobRowsProps) {
  const timeZone = useTimeZone();
  return (
    <ul aria-label={label} className="@container">
      {jobs.map((job) => (
        <li key={job.id} className="border-t border-line-soft first:border-t-0">
          <Link
            href={hrefOfJob(job.id)}
            prefetch={false}
            aria-current={job.id === currentId ? 'true' : undefined}
            className={clsx(
              'flex min-h-8 flex-wrap items-baseline gap-x-3 py-1.5 text-ink hover:bg-hover hover:no-underline',
              job.id === currentId && 'bg-selected',
            )}
          >
            <time dateTime={job.createdAt} className="w-[88px] whitespace-nowrap text-ink-3 tabular">
              {formatTableTime(job.createdAt, timeZone)}
            </time>
            <span className="w-[68px]">
              {job.lastFourDigits === null ? '–' : <CardNumber lastFourDigits={job.lastFourDigits} />}
            </span>
            <span className="@min-[800px]:w-[150px]">
              <StatusMark look={lookOfJob(job)} />
            </span>
            {withKiosk && (
              <span className="text-ink-2">
                {job.kioskPlace} <span className="code text-ink-3">{job.kioskId}</span>
              </span>
            )}
            <span className="ml-auto text-right text-ink-2 tabular">{endOfJob(job)}</span>
          </Link>
        </li>
      ))}
    </ul>
  );
}
