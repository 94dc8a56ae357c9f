'use client';
import Link from 'next/link';
import { CardNumber } from '@/components/cards/card-number';
import { StatusMark } from '@/components/ui/status';
import { useTimeZone } from '@/lib/client/time-zone/time-zone-provider';
import type { PrintJob } from '@/lib/contracts/card-productions';
import { formatTableTime } from '@/lib/format/times';
import { endOfJob, hrefOfJob, lookOfJob } from '../job-words';

/** A few jobs as lines. */
export function JobRows({ jobs }: { jobs: readonly PrintJob[] }) {
  const timeZone = useTimeZone();
  if (jobs.length === 0) return <p className="text-meta text-ink-3">Nothing was printed here yet.</p>;
  return (
    <ul aria-label="Last jobs">
      {jobs.map((job) => (
        <li key={job.id} className="border-t border-line-soft first:border-t-0">
          <Link
            href={hrefOfJob(job.id)}
            className="grid min-h-8 grid-cols-[92px_72px_88px_minmax(0,1fr)] items-center gap-2 text-ink hover:bg-hover hover:no-underline"
          >
            <time dateTime={job.createdAt} className="whitespace-nowrap text-ink-3 tabular">
              {formatTableTime(job.createdAt, timeZone)}
            </time>
            <CardNumber lastFourDigits={job.lastFourDigits ?? ''} />
            <StatusMark look={lookOfJob(job)} />
            <span className="truncate text-right text-ink-3">{endOfJob(job)}</span>
          </Link>
        </li>
      ))}
    </ul>
  );
}
