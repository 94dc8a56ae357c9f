import type { Route } from 'next';
import { BarRows } from '@/components/charts/bar-rows';
import { ChartSection } from '@/components/charts/chart-section';
import { type NumbersTableName, numbersTableWords } from '@/lib/catalogues/numbers-tables';
import { declines, hrefForRows } from '@/lib/client/transaction-numbers/numbers-state';
import type { NumbersRow } from '@/lib/contracts/transaction-numbers';
import { formatCount } from '@/lib/format/counts';
import type { ChartProps } from './chart-props';
import { NumbersTable } from './numbers-table';
import { formatChange, nameOfRow } from './numbers-words';

const mostBars = 10;

interface DeclineBarsProps extends ChartProps {
  of: NumbersTableName;
  /** Of the names in the table. */
  head: string;
  rows: readonly NumbersRow[];
  empty?: string;
}

/** Declines, second tries among them; each bar opens its rows. */
export function DeclineBars(props: DeclineBarsProps) {
  const { asked, empty = 'Nothing was declined.', head, isCompared, of, onExport, rows } = props;
  const title = numbersTableWords[of];
  const hrefOf = ({ asked: values, filter }: NumbersRow) =>
    hrefForRows(asked, { [filter]: values, outcome: declines }) as Route;
  const shown = rows.filter(({ count }) => count > 0).slice(0, mostBars);
  const left = rows.filter(({ count }) => count > 0).length - shown.length;
  const keyOf = ({ filter, value }: NumbersRow) => `${filter} ${value}`;
  return (
    <ChartSection
      title={title}
      empty={rows.length === 0 ? empty : undefined}
      onExport={onExport && (() => onExport(of))}
      table={
        <NumbersTable
          label={`${title}, as a table`}
          heads={[head, 'Declined', ...(isCompared ? ['Before', 'Change'] : [])]}
          rows={rows.map((row) => ({
            key: keyOf(row),
            name: nameOfRow(row),
            href: hrefOf(row),
            cells: [
              formatCount(row.count),
              ...(isCompared ? [formatCount(row.before), formatChange(row.count, row.before)] : []),
            ],
          }))}
        />
      }
    >
      <BarRows
        label={title}
        heads={[head, 'Share', isCompared ? 'Declined, and change' : 'Declined']}
        rows={shown.map((row) => ({
          key: keyOf(row),
          name: nameOfRow(row),
          href: hrefOf(row),
          value: row.count,
          text: formatCount(row.count),
          ...(isCompared && { note: formatChange(row.count, row.before) }),
        }))}
      />
      {left > 0 && <p className="mt-1.5 text-meta text-ink-3">{formatCount(left)} more in the table.</p>}
    </ChartSection>
  );
}
