'use client';
import { Download } from 'lucide-react';
import dynamic from 'next/dynamic';
import { useSearchParams } from 'next/navigation';
import { useState } from 'react';
import { EmptyState } from '@/components/feedback/empty-state';
import { ErrorState } from '@/components/feedback/error-state';
import { LiveMark } from '@/components/feedback/live-mark';
import { NotYours } from '@/components/feedback/not-yours';
import { Button } from '@/components/ui/button';
import { PageHeader } from '@/components/ui/page';
import { Bar } from '@/components/ui/skeleton';
import type { NumbersTableName } from '@/lib/catalogues/numbers-tables';
import { useKeys } from '@/lib/client/keys/use-keys';
import { useCan } from '@/lib/client/session/session-provider';
import { useTimeZone } from '@/lib/client/time-zone/time-zone-provider';
import {
  type Asked,
  parseNumbersState,
  periodOf,
  toNumbersQuery,
} from '@/lib/client/transaction-numbers/numbers-state';
import { useTransactionNumbers } from '@/lib/client/transaction-numbers/queries';
import type { TransactionNumbers } from '@/lib/contracts/transaction-numbers';
import { formatDay, zoneLabel } from '@/lib/format/times';
import { ApprovalLine } from './approval-line';
import type { ChartProps } from './chart-props';
import { DeclineBars } from './decline-bars';
import { Headline } from './headline';
import { HourBars } from './hour-bars';
import { NumbersFilters } from './numbers-filters';
import { OutcomeDays } from './outcome-days';
import { ProgrammeBars } from './programme-bars';

const loadExport = () => import('./export-dialog').then((module) => module.ExportDialog);
const ExportDialog = dynamic(loadExport, { ssr: false });

export function NumbersPage() {
  const mayRead = useCan('transaction-numbers.read');
  const mayExport = useCan('transactions.export');
  const [exporting, setExporting] = useState<NumbersTableName>();
  const state = parseNumbersState(useSearchParams());
  const timeZone = useTimeZone();
  const now = new Date();
  const query = toNumbersQuery(state, timeZone, now);
  const numbers = useTransactionNumbers(query, mayRead);
  const { data, error, isFetching, isPlaceholderData, refetch } = numbers;
  useKeys({ e: () => mayExport && setExporting('days') });
  if (!mayRead)
    return (
      <NotYours title="Numbers">They count the cards of every branch, and belong to other roles.</NotYours>
    );
  const period = periodOf(state, timeZone, now);
  const asked: Asked = { period, programme: state.programme, profileId: state.profileId };
  return (
    <>
      <PageHeader
        title="Numbers"
        titleInTopBar
        aside={`${formatDay(period.from)} to ${formatDay(period.until)}, ${zoneLabel(timeZone)}`}
        actions={
          <>
            <LiveMark asOf={data?.asOf} />
            {mayExport && (
              <Button
                size="sm"
                icon={<Download />}
                className="max-narrow:hidden"
                onPointerEnter={() => void loadExport()}
                onClick={() => setExporting('days')}
              >
                Export CSV…
              </Button>
            )}
          </>
        }
      />
      <NumbersFilters state={state} period={period} known={data?.programmes ?? []} />
      {data ? (
        <div aria-busy={isPlaceholderData}>
          <Found numbers={data} asked={asked} onExport={mayExport ? setExporting : undefined} />
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
      {exporting && <ExportDialog table={exporting} query={query} onClose={() => setExporting(undefined)} />}
    </>
  );
}

function Found({ numbers, ...given }: { numbers: TransactionNumbers } & Omit<ChartProps, 'isCompared'>) {
  const { approved, declined, secondTry } = numbers.now;
  if (approved + declined + secondTry === 0)
    return numbers.keptFrom === null ? (
      <EmptyState title="No payment is kept yet.">
        They count as soon as Wise tells of one. Those of the last 90 days are read card by card.
      </EmptyState>
    ) : (
      <EmptyState title="No payment was made in these days.">
        Choose other days, or leave the programme and the profile out.
      </EmptyState>
    );
  const chart = { ...given, isCompared: numbers.isBeforeKept };
  return (
    <div className="px-(--gutter)">
      <Headline numbers={numbers} asked={given.asked} />
      <ApprovalLine {...chart} days={numbers.days} />
      <OutcomeDays {...chart} days={numbers.days} />
      <div className="grid grid-cols-2 gap-x-10 border-t border-line max-wide:grid-cols-[minmax(0,1fr)]">
        <div>
          <DeclineBars {...chart} of="reasons" head="Reason" rows={numbers.reasons} />
          <DeclineBars {...chart} of="families" head="Kind" rows={numbers.families} />
          <DeclineBars
            {...chart}
            of="cashAndPin"
            head="What was declined"
            rows={numbers.cashAndPin}
            empty="No withdrawal was declined, and none for its PIN."
          />
        </div>
        <div className="max-wide:border-t max-wide:border-line">
          <HourBars {...chart} hours={numbers.hours} />
          <ProgrammeBars {...chart} programmes={numbers.programmes} />
          <DeclineBars {...chart} of="categories" head="MCC" rows={numbers.categories} />
          <DeclineBars {...chart} of="countries" head="Country" rows={numbers.countries} />
        </div>
      </div>
    </div>
  );
}
