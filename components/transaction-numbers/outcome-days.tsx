import type { Route } from 'next';
import { ChartSection } from '@/components/charts/chart-section';
import { DayColumns } from '@/components/charts/day-columns';
import { nameOfSpan } from '@/components/charts/day-parts';
import { declines, hrefForRows } from '@/lib/client/transaction-numbers/numbers-state';
import type { TransactionNumbers } from '@/lib/contracts/transaction-numbers';
import { declinesIn, formatRate, rateOf } from '@/lib/format/approval-rate';
import { formatCount } from '@/lib/format/counts';
import type { ChartProps } from './chart-props';
import { NumbersTable } from './numbers-table';
import { spanDays, sumOutcomes } from './numbers-words';

export interface DaysProps extends Pick<ChartProps, 'asked' | 'onExport'> {
  days: TransactionNumbers['days'];
}

/** Declines a day; longer periods in spans of several days. Each column opens its rows. */
export function OutcomeDays({ asked, days, onExport }: DaysProps) {
  const spans = spanDays(days).map((span) => ({
    ...span,
    href: hrefForRows(
      { ...asked, period: { from: span.day, until: span.until } },
      { outcome: declines },
    ) as Route,
  }));
  const most = Math.max(1, ...spans.map(declinesIn));
  const total = sumOutcomes(days);
  const hrefOf = (outcome: (typeof declines)[number]) => hrefForRows(asked, { outcome: [outcome] }) as Route;
  return (
    <ChartSection
      title={spans.length === days.length ? 'Declines a day' : 'Declines over time'}
      onExport={onExport && (() => onExport('days'))}
      table={
        <NumbersTable
          label="Payments by day, as a table"
          heads={['Days', 'Declined', 'Second try', 'Approved', 'Approval rate']}
          rows={spans.toReversed().map((span) => ({
            key: span.day,
            name: nameOfSpan(span),
            href: span.href,
            cells: [
              formatCount(span.declined),
              formatCount(span.secondTry),
              formatCount(span.approved),
              formatRate(rateOf(span)),
            ],
          }))}
        />
      }
    >
      <DayColumns
        label="Declines by day"
        top={formatCount(most)}
        columns={spans.map((span) => ({
          ...span,
          words: `${formatCount(span.declined)} declined, ${formatCount(span.secondTry)} through at the second try, ${formatRate(rateOf(span))} approved`,
          shares: [span.declined / most, span.secondTry / most],
        }))}
        legend={[
          { name: 'Declined', total: formatCount(total.declined), href: hrefOf('declined') },
          {
            name: 'Through at the second try',
            total: formatCount(total.secondTry),
            href: hrefOf('second-try'),
          },
        ]}
      />
    </ChartSection>
  );
}
