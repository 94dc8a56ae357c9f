'use client';
import clsx from 'clsx';
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
import { formatTableTime, zoneName } from '@/lib/format/times';

/** The customer's payments just before and just after, of all their cards. */
export function PaymentsAround({ shown }: { shown: CaseDetail }) {
  const { cardToken, creationTime: at, profileId, transactionId: id } = shown;
  const { data, error, isFetching, refetch } = usePaymentsAround({ profileId, id, at });
  const everything = { ...parseArchiveState(new URLSearchParams()), profileId: [profileId] };
  return (
    <Section
      title="The customer’s other payments"
      end={<Link href={hrefForArchive(everything)}>All of this customer</Link>}
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
      {data && data.length > 0 && <Payments items={data} cardToken={cardToken} at={at} />}
    </Section>
  );
}

interface PaymentsProps {
  items: ArchivedTransaction[];
  cardToken: string;
  /** The moment of the case's own payment. */
  at: string;
}

function Payments({ at, cardToken, items }: PaymentsProps) {
  const timeZone = useTimeZone();
  return (
    <table role="table" className="data-table flush two-line" aria-label="The customer’s other payments">
      <thead role="rowgroup">
        <tr role="row">
          <th role="columnheader" scope="col" className="w-[120px]">
            Time, {zoneName(timeZone)}
          </th>
          <th role="columnheader" scope="col">
            Merchant
          </th>
          <th role="columnheader" scope="col">
            State
          </th>
          <th role="columnheader" scope="col">
            Card
          </th>
          <th role="columnheader" scope="col" className="num">
            Amount
          </th>
        </tr>
      </thead>
      <tbody role="rowgroup">
        {items.map((one, index) => {
          const isAfter = one.creationTime >= at;
          const isFirstBefore = !isAfter && (items[index - 1]?.creationTime ?? at) >= at;
          return (
            <tr
              key={one.id}
              role="row"
              className={clsx(isFirstBefore && index > 0 && '[&>td]:border-t-2 [&>td]:border-line')}
            >
              <td role="cell" data-line="2-end" className="text-ink-2">
                <time dateTime={one.creationTime}>{formatTableTime(one.creationTime, timeZone)}</time>
                <span className="sr-only">{isAfter ? ', after it' : ', before it'}</span>
              </td>
              <td role="cell" data-line="1" className="key">
                <Link href={transactionHref(one.profileId, one.id)} prefetch={false}>
                  {one.merchant.name ?? 'No merchant named'}
                </Link>
              </td>
              <td role="cell" data-line="2">
                <StatusMark look={lookOfTransactionState(one.state)} value={one.state} />
                {one.declineTitle !== null && <span className="ml-2 text-ink-3">{one.declineTitle}</span>}
              </td>
              <td role="cell" className="text-ink-2 max-narrow:hidden">
                {one.cardToken === cardToken ? 'This card' : `•••• ${one.lastFourDigits ?? '????'}`}
              </td>
              <td role="cell" data-line="1-end" className="num">
                <Sum money={one.transactionAmount} />
              </td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}
