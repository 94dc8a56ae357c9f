import type { Route } from 'next';
import { BarRows } from '@/components/charts/bar-rows';
import { ChartSection } from '@/components/charts/chart-section';
import { declines, hrefForRows } from '@/lib/client/transaction-numbers/numbers-state';
import type { NumbersRow } from '@/lib/contracts/transaction-numbers';
import { formatCount } from '@/lib/format/counts';
import { type Asked, NumbersTable } from './numbers-table';
import { formatChange, nameOfRow } from './numbers-words';

const mostBars = 10;

interface DeclineBarsProps {
  title: string;
  /** Of the names in the table. */
  head: string;
  rows: readonly NumbersRow[];
  asked: Asked;
  empty?: string;
}

/** Declines, second tries among them; each bar opens its rows. */
export function DeclineBars({ asked, empty = 'Nothing was declined.', head, rows, title }: DeclineBarsProps) {
  const hrefOf = ({ asked: values, filter }: NumbersRow) =>
    hrefForRows(asked.period, asked.programme, { [filter]: values, outcome: declines }) as Route;
  const shown = rows.filter(({ count }) => count > 0).slice(0, mostBars);
  const left = rows.filter(({ count }) => count > 0).length - shown.length;
  const keyOf = ({ filter, value }: NumbersRow) => `${filter} ${value}`;
  return (
    <ChartSection
      title={title}
      empty={rows.length === 0 ? empty : undefined}
      table={
        <NumbersTable
          label={`${title}, as a table`}
          heads={[head, 'Declined', 'Before', 'Change']}
          rows={rows.map((row) => ({
            key: keyOf(row),
            name: nameOfRow(row),
            href: hrefOf(row),
            cells: [formatCount(row.count), formatCount(row.before), formatChange(row.count, row.before)],
          }))}
        />
      }
    >
      <BarRows
        label={title}
        heads={[head, 'Share', 'Declined, and change']}
        rows={shown.map((row) => ({
          key: keyOf(row),
          name: nameOfRow(row),
          href: hrefOf(row),
          value: row.count,
          text: formatCount(row.count),
          note: formatChange(row.count, row.before),
        }))}
      />
      {left > 0 && <p className="mt-1.5 text-meta text-ink-3">{formatCount(left)} more in the table.</p>}
    </ChartSection>
  );
}
