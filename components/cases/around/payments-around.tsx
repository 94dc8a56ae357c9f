'use client';
import Link from 'next/link';
import { ErrorState } from '@/components/feedback/error-state';
import { Sum } from '@/components/transactions/sum';
import { transactionHref } from '@/components/transactions/transaction-rows';
import { Section } from '@/components/ui/page';
import { Bar } from '@/components/ui/skeleton';
import { StatusMark } from '@/components/ui/status';
import { lookOfTransactionState } from '@/lib/catalogues/statuses';
import { usePaymentsAround } from '@/lib/client/cases/surroundings';
import { useTimeZone } from '@/lib/client/time-zone/time-zone-provider';
import { hrefForArchive, parseArchiveState } from '@/lib/client/transactions/archive-state';
import type { CaseDetail } from '@/lib/contracts/cases';
import type { ArchivedTransaction } from '@/lib/contracts/transactions';
import { formatTableTime, zoneLabel } from '@/lib/format/times';

/** The customer's payments just before and just after, of all their cards. */
export function PaymentsAround({ shown }: { shown: CaseDetail }) {
  const timeZone = useTimeZone();
  const { creationTime: at, profileId, transactionId: id } = shown;
  const { data, error, isFetching, refetch } = usePaymentsAround({ profileId, id, at });
  const everything = { ...parseArchiveState(new URLSearchParams()), profileId: [profileId] };
  return (
    <Section
      title="The customer’s other payments"
      end={
        <>
          <Link prefetch={false} href={hrefForArchive(everything)}>
            All of this customer
          </Link>
          {zoneLabel(timeZone)}
        </>
      }
    >
      {error && (
        <ErrorState
          className="mb-2"
          error={error}
          title="The customer’s other payments could not be read."
          onRetry={() => void refetch()}
          busy={isFetching}
        />
      )}
      {!data && !error && (
        <div aria-busy="true" className="grid animate-late gap-3">
          <Bar className="w-[72%]" />
          <Bar className="w-[66%]" />
        </div>
      )}
      {data?.length === 0 && <p className="text-ink-2">None was told of, before it or after it.</p>}
      {data && data.length > 0 && <Payments items={data} shown={shown} />}
    </Section>
  );
}

/** The newest first, with the case's own payment in its place. */
function Payments({ items, shown }: { items: ArchivedTransaction[]; shown: CaseDetail }) {
  const isAfter = ({ creationTime }: ArchivedTransaction) => creationTime >= shown.creationTime;
  const row = (one: ArchivedTransaction) => (
    <Payment key={one.id} payment={one} isThisCard={one.cardToken === shown.cardToken} />
  );
  return (
    <ul aria-label="The customer’s other payments">
      {items.filter(isAfter).map(row)}
      <li className="rounded-sm bg-selected px-2 py-1 text-meta text-ink-2">This payment</li>
      {items.filter((one) => !isAfter(one)).map(row)}
    </ul>
  );
}

function Payment({ isThisCard, payment }: { payment: ArchivedTransaction; isThisCard: boolean }) {
  const timeZone = useTimeZone();
  const { creationTime, declineTitle, id, lastFourDigits, merchant, profileId, state } = payment;
  return (
    <li className="grid grid-cols-[96px_minmax(0,1fr)_auto] gap-x-3 border-b border-line-soft py-[7px] last:border-b-0">
      <time dateTime={creationTime} className="text-ink-2 tabular">
        {formatTableTime(creationTime, timeZone)}
      </time>
      <div className="min-w-0">
        <Link href={transactionHref(profileId, id)} prefetch={false} className="block truncate">
          {merchant.name ?? 'No merchant named'}
        </Link>
        <div className="flex flex-wrap gap-x-2 text-meta text-ink-3">
          <StatusMark look={lookOfTransactionState(state)} value={state} />
          {declineTitle}
          <span>{isThisCard ? 'this card' : `•••• ${lastFourDigits ?? '????'}`}</span>
        </div>
      </div>
      <span className="text-right tabular">
        <Sum money={payment.transactionAmount} />
      </span>
    </li>
  );
}
