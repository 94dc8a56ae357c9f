import type { Route } from 'next';
import { ChartSection } from '@/components/charts/chart-section';
import { DayLine } from '@/components/charts/day-line';
import { nameOfSpan } from '@/components/charts/day-parts';
import { hrefForRows } from '@/lib/client/transaction-numbers/numbers-state';
import { formatRate, rateOf } from '@/lib/format/approval-rate';
import { formatCount } from '@/lib/format/counts';
import { NumbersTable } from './numbers-table';
import { footOfRates, spanDays, sumOutcomes } from './numbers-words';
import type { DaysProps } from './outcome-days';

const outcome = ['approved', 'declined'] as const;

/** The approval rate from day to day. Each point opens the payments that it is of. */
export function ApprovalLine({ asked, days, onExport }: DaysProps) {
  const spans = spanDays(days).map((span) => ({
    ...span,
    rate: rateOf(span),
    href: hrefForRows({ ...asked, period: { from: span.day, until: span.until } }, { outcome }) as Route,
  }));
  const foot = footOfRates(spans.map(({ rate }) => rate));
  return (
    <ChartSection
      title={spans.length === days.length ? 'Approval rate a day' : 'Approval rate over time'}
      onExport={onExport && (() => onExport('days'))}
      table={
        <NumbersTable
          label="Approval rate by day, as a table"
          heads={['Days', 'Approval rate', 'Approved', 'Declined']}
          rows={spans.toReversed().map((span) => ({
            key: span.day,
            name: nameOfSpan(span),
            href: span.href,
            cells: [formatRate(span.rate), formatCount(span.approved), formatCount(span.declined)],
          }))}
        />
      }
    >
      <DayLine
        label="Approval rate by day"
        top="100%"
        foot={`${Math.round(foot * 100)}%`}
        points={spans.map((span) => ({
          ...span,
          words:
            span.rate === null
              ? 'no payments'
              : `${formatRate(span.rate)} approved, ${formatCount(span.declined)} declined`,
          height: span.rate === null ? null : (span.rate - foot) / (1 - foot),
        }))}
        legend={{
          name: 'Approved',
          total: formatRate(rateOf(sumOutcomes(days))),
          href: hrefForRows(asked, { outcome }) as Route,
        }}
      />
    </ChartSection>
  );
}
