'use client';
import type { Route } from 'next';
import Link from 'next/link';
import { Notice } from '@/components/ui/notice';
import { useTimeZone } from '@/lib/client/time-zone/time-zone-provider';
import { hrefForChangedSince } from '@/lib/client/transactions/archive-state';
import type { CardTransaction } from '@/lib/contracts/card-transactions';
import { formatDetailTime } from '@/lib/format/times';
import { differencesOf } from './changed-words';

/** A file that the reader has tells it otherwise: how it reads there, and how it reads now. */
export function ChangedSinceExport({ transaction }: { transaction: CardTransaction }) {
  const timeZone = useTimeZone();
  const { changedSince } = transaction;
  if (changedSince === null) return null;
  return (
    <Notice
      className="mx-(--gutter) mb-3"
      tone="busy"
      title={`Changed since your export of ${formatDetailTime(changedSince.exportedAt, timeZone)}.`}
      action={
        <Link href={hrefForChangedSince(changedSince.exportId) as Route} prefetch={false}>
          All that changed since
        </Link>
      }
    >
      <dl className="grid grid-cols-[auto_minmax(0,1fr)] gap-x-3 tabular">
        {differencesOf(changedSince.told, transaction).map(({ label, now, then }) => (
          <div key={label} className="contents">
            <dt>{label}</dt>
            <dd className="text-ink">
              {then} in the file, {now} now
            </dd>
          </div>
        ))}
      </dl>
    </Notice>
  );
}
