'use client';
import { useSearchParams } from 'next/navigation';
import { EmptyState } from '@/components/feedback/empty-state';
import { ErrorState } from '@/components/feedback/error-state';
import { LiveMark } from '@/components/feedback/live-mark';
import { NotYours } from '@/components/feedback/not-yours';
import { PageHeader } from '@/components/ui/page';
import { Bar } from '@/components/ui/skeleton';
import { useCan } from '@/lib/client/session/session-provider';
import { useTimeZone } from '@/lib/client/time-zone/time-zone-provider';
import { parseNumbersState, periodOf, toNumbersQuery } from '@/lib/client/transaction-numbers/numbers-state';
import { useTransactionNumbers } from '@/lib/client/transaction-numbers/queries';
import type { TransactionNumbers } from '@/lib/contracts/transaction-numbers';
import { formatDay, zoneLabel } from '@/lib/format/times';
import { DeclineBars } from './decline-bars';
import { Headline } from './headline';
import { HourBars } from './hour-bars';
import { NumbersFilters } from './numbers-filters';
import type { Asked } from './numbers-table';
import { OutcomeDays } from './outcome-days';
import { ProgrammeBars } from './programme-bars';

export function NumbersPage() {
  const mayRead = useCan('transaction-numbers.read');
  const state = parseNumbersState(useSearchParams());
  const timeZone = useTimeZone();
  const now = new Date();
  const numbers = useTransactionNumbers(toNumbersQuery(state, timeZone, now), mayRead);
  const { data, error, isFetching, isPlaceholderData, refetch } = numbers;
  if (!mayRead)
    return (
      <NotYours title="Numbers">They count the cards of every branch, and belong to other roles.</NotYours>
    );
  const period = periodOf(state, timeZone, now);
  const asked: Asked = { period, programme: state.programme };
  return (
    <>
      <PageHeader
        title="Numbers"
        titleInTopBar
        aside={`${formatDay(period.from)} to ${formatDay(period.until)}, ${zoneLabel(timeZone)}`}
        actions={<LiveMark asOf={data?.asOf} />}
      />
      <NumbersFilters state={state} period={period} known={data?.programmes ?? []} />
      {data ? (
        <div aria-busy={isPlaceholderData}>
          <Found numbers={data} asked={asked} />
        </div>
      ) : error ? (
        <ErrorState
          className="m-(--gutter)"
          error={error}
          title="The numbers could not be read."
          onRetry={() => void refetch()}
          busy={isFetching}
        />
      ) : (
        <div
          aria-busy
          aria-label="Reading the numbers"
          className="grid animate-late gap-4 px-(--gutter) py-5"
        >
          <Bar className="w-[64%]" />
          <Bar className="w-[72%]" />
          <Bar className="w-[58%]" />
          <Bar className="w-[66%]" />
        </div>
      )}
    </>
  );
}

const cashTypes = ['ATM_WITHDRAWAL', 'CASH_WITHDRAWAL', 'CASH_ADVANCE'];

function Found({ numbers, asked }: { numbers: TransactionNumbers; asked: Asked }) {
  const { approved, declined, secondTry } = numbers.now;
  if (approved + declined + secondTry === 0)
    return (
      <EmptyState title="No payment was made in these days.">
        Choose other days, or leave the programme out.
      </EmptyState>
    );
  const trouble = [
    ...numbers.types.filter(({ value }) => cashTypes.includes(value)),
    ...numbers.reasons.filter(({ family }) => family === 'pin'),
  ];
  return (
    <div className="px-(--gutter)">
      <Headline numbers={numbers} asked={asked} />
      <OutcomeDays days={numbers.days} asked={asked} />
      <div className="grid grid-cols-2 gap-x-10 border-t border-line max-wide:grid-cols-[minmax(0,1fr)]">
        <div>
          <DeclineBars title="Declines by reason" head="Reason" rows={numbers.reasons} asked={asked} />
          <DeclineBars title="Declines by kind" head="Kind" rows={numbers.families} asked={asked} />
          <DeclineBars
            title="Cash machines and PIN"
            head="What was declined"
            rows={trouble}
            asked={asked}
            empty="No withdrawal was declined, and none for its PIN."
          />
        </div>
        <div className="max-wide:border-t max-wide:border-line">
          <HourBars hours={numbers.hours} asked={asked} />
          <ProgrammeBars programmes={numbers.programmes} asked={asked} />
          <DeclineBars
            title="Declines by merchant category"
            head="MCC"
            rows={numbers.categories}
            asked={asked}
          />
          <DeclineBars title="Declines by country" head="Country" rows={numbers.countries} asked={asked} />
        </div>
      </div>
    </div>
  );
}
