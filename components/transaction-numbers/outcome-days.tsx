import type { Route } from 'next';
import { ChartSection } from '@/components/charts/chart-section';
import { DayColumns } from '@/components/charts/day-columns';
import { declines, hrefForRows } from '@/lib/client/transaction-numbers/numbers-state';
import type { TransactionNumbers } from '@/lib/contracts/transaction-numbers';
import { formatCount } from '@/lib/format/counts';
import { formatDay } from '@/lib/format/times';
import { type Asked, NumbersTable } from './numbers-table';
import { declinesIn, formatRate, groupDays, rateOf, sumOutcomes } from './numbers-words';

const mostColumns = 30;

interface OutcomeDaysProps {
  days: TransactionNumbers['days'];
  asked: Asked;
}

/** Declines a day; longer periods in spans of several days. Each column opens its rows. */
export function OutcomeDays({ asked, days }: OutcomeDaysProps) {
  const spans = groupDays(days, mostColumns).map((group) => {
    const period = { from: group[0]?.day ?? '', until: group.at(-1)?.day ?? '' };
    const sums = sumOutcomes(group);
    return {
      ...sums,
      day: period.from,
      name:
        group.length > 1 ? `${formatDay(period.from)} to ${formatDay(period.until)}` : formatDay(period.from),
      href: hrefForRows(period, asked.programme, { outcome: declines }) as Route,
    };
  });
  const most = Math.max(1, ...spans.map(declinesIn));
  const total = sumOutcomes(days);
  const hrefOf = (outcome: (typeof declines)[number]) =>
    hrefForRows(asked.period, asked.programme, { outcome: [outcome] }) as Route;
  return (
    <ChartSection
      title={spans.length === days.length ? 'Declines a day' : 'Declines over time'}
      table={
        <NumbersTable
          label="Payments by day, as a table"
          heads={['Days', 'Declined', 'Second try', 'Approved', 'Approval rate']}
          rows={spans.toReversed().map((span) => ({
            key: span.day,
            name: span.name,
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
          day: span.day,
          ...(spans.length < days.length && { name: span.name }),
          words: `${formatCount(span.declined)} declined, ${formatCount(span.secondTry)} through at the second try, ${formatRate(rateOf(span))} approved`,
          href: span.href,
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
