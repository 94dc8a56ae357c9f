'use client';
import type { Route } from 'next';
import Link from 'next/link';
import { Money } from '@/components/ui/money';
import { useTimeZone } from '@/lib/client/time-zone/time-zone-provider';
import { hrefOf } from '@/lib/client/url/write-url';
import type { NewCode } from '@/lib/contracts/new-codes';
import { countOf } from '@/lib/format/counts';
import { formatTableTime } from '@/lib/format/times';

/** Examples of a code, and the way to all of them where payments can be found by it. */
export function CodePayments({ shown: { code, examples, isReason, payments } }: { shown: NewCode }) {
  const timeZone = useTimeZone();
  if (examples.length === 0) return <p className="text-ink-2">The archive holds none any more.</p>;
  return (
    <>
      <ul aria-label="The last payments" className="grid">
        {examples.map(({ creationTime, id, merchantName, profileId, transactionAmount }) => (
          <li key={`${profileId} ${id}`} className="border-b border-line-soft last:border-b-0">
            <Link
              prefetch={false}
              href={`/transactions/${profileId}/${id}` as Route}
              className="grid min-h-8 grid-cols-[96px_minmax(0,1fr)_auto] items-center gap-x-3"
            >
              <span className="text-ink-3 tabular">{formatTableTime(creationTime, timeZone)}</span>
              <span className="truncate">{merchantName ?? 'A shop without a name'}</span>
              <span className="text-right text-ink tabular">
                <Money {...transactionAmount} />
              </span>
            </Link>
          </li>
        ))}
      </ul>
      {isReason && (
        <Link
          prefetch={false}
          href={hrefOf('/transactions', { declineReason: code }) as Route}
          className="mt-1 inline-flex min-h-6 items-center"
        >
          {payments === 1 ? 'See it in the list' : `See all ${countOf(payments, 'payment')}`}
        </Link>
      )}
    </>
  );
}
