'use client';
import { ArrowLeft, ReceiptText, X } from 'lucide-react';
import Link from 'next/link';
import { EmptyState } from '@/components/feedback/empty-state';
import { ErrorState } from '@/components/feedback/error-state';
import { Facts } from '@/components/ui/facts';
import { Bar } from '@/components/ui/skeleton';
import { Pill } from '@/components/ui/status';
import { UrlLink } from '@/components/ui/url-link';
import { lookOfTransactionState } from '@/lib/catalogues/statuses';
import { asApiError } from '@/lib/client/api-error';
import { useTimeZone } from '@/lib/client/time-zone/time-zone-provider';
import { useTransaction } from '@/lib/client/transactions/queries';
import type { CardTransaction } from '@/lib/contracts/card-transactions';
import { formatClock, zoneName } from '@/lib/format/times';
import { ChangedSinceExport } from '../changed-since';
import { Sum } from '../sum';
import { factsOf, FromArchive, TransactionMain, TransactionTimes } from '../transaction-parts';
import { transactionHref } from '../transaction-rows';

interface ArchiveDetailProps {
  profileId: string;
  id: string;
  /** The list alone. */
  backHref: string;
}

/** One transaction beside the list, read from Wise just now. */
export function ArchiveDetail({ profileId, id, backHref }: ArchiveDetailProps) {
  const timeZone = useTimeZone();
  const { data, error, isFetching, refetch } = useTransaction(profileId, id);
  return (
    <article
      aria-labelledby={data && 'transaction-head'}
      aria-busy={!data && !error}
      data-scroll
      className="min-h-0 min-w-0 overflow-y-auto pb-5"
    >
      <div className="flex items-center gap-2 px-(--gutter) pt-2">
        <UrlLink href={backHref} className="inline-flex min-h-8 items-center gap-1.5 narrow:hidden">
          <ArrowLeft /> All transactions
        </UrlLink>
        <span className="ml-auto flex items-center gap-3">
          {data && !data.isFromArchive && (
            <span className="text-meta text-ink-3 tabular">
              Read at {formatClock(data.readAt, timeZone)} {zoneName(timeZone)}
            </span>
          )}
          <Link href={transactionHref(profileId, id)} prefetch={false} className="max-narrow:hidden">
            Open as a page
          </Link>
          <UrlLink
            href={backHref}
            aria-label="Close the transaction"
            title="Close"
            className="grid size-7 place-items-center rounded-md text-ink-2 hover:bg-hover max-narrow:hidden"
          >
            <X />
          </UrlLink>
        </span>
      </div>
      {data ? (
        <Detail transaction={data} />
      ) : error === null ? (
        <div aria-hidden="true" className="grid animate-late gap-4 px-(--gutter) py-5">
          {['w-[38%]', 'w-[72%]', 'w-[64%]'].map((width) => (
            <Bar key={width} className={width} />
          ))}
        </div>
      ) : asApiError(error).code === 'not_found' ? (
        <EmptyState icon={<ReceiptText />} title="There is no such transaction, or it is not yours to see.">
          Wise shows the last 90 days, the console what it was told since it was connected.
        </EmptyState>
      ) : (
        <ErrorState
          className="m-(--gutter)"
          error={error}
          title="This transaction could not be read."
          onRetry={() => void refetch()}
          busy={isFetching}
        />
      )}
    </article>
  );
}

function Detail({ transaction }: { transaction: CardTransaction }) {
  const timeZone = useTimeZone();
  const { merchant, state, transactionAmount } = transaction;
  return (
    <>
      <header className="flex flex-wrap items-center gap-x-3 gap-y-1 px-(--gutter) pt-1 pb-3">
        <h2 id="transaction-head" aria-live="polite">
          {merchant.name ?? 'No merchant named'}
        </h2>
        <span className="text-head">
          <Sum money={transactionAmount} />
        </span>
        <Pill look={lookOfTransactionState(state)} value={state} />
      </header>
      <FromArchive transaction={transaction} />
      <ChangedSinceExport transaction={transaction} />
      <Facts items={factsOf(transaction, timeZone)} />
      <div className="border-t border-line px-(--gutter)">
        <TransactionMain transaction={transaction} />
        <TransactionTimes transaction={transaction} />
      </div>
    </>
  );
}
