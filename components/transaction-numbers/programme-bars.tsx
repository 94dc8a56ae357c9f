import type { Route } from 'next';
import { BarRows } from '@/components/charts/bar-rows';
import { ChartSection } from '@/components/charts/chart-section';
import { numbersTableWords } from '@/lib/catalogues/numbers-tables';
import { declines, hrefForRows } from '@/lib/client/transaction-numbers/numbers-state';
import type { TransactionNumbers } from '@/lib/contracts/transaction-numbers';
import { declinesIn, formatRate, rateOf } from '@/lib/format/approval-rate';
import { formatProgramme } from '@/lib/format/card-numbers';
import { formatCount } from '@/lib/format/counts';
import type { ChartProps } from './chart-props';
import { NumbersTable } from './numbers-table';
import { formatChange } from './numbers-words';

interface ProgrammeBarsProps extends ChartProps {
  programmes: TransactionNumbers['programmes'];
}

/** Payments of cards that the index does not know yet stand in the table alone: no filter finds them. */
export function ProgrammeBars({ asked, isCompared, onExport, programmes }: ProgrammeBarsProps) {
  const rows = programmes.map(({ before, now, programme }) => ({
    key: programme,
    name: programme === '' ? 'Cards not known yet' : formatProgramme(programme),
    href:
      programme === ''
        ? undefined
        : (hrefForRows({ ...asked, programme: [programme] }, { outcome: declines }) as Route),
    value: declinesIn(now),
    rate: formatRate(rateOf(now)),
    cells: [
      formatCount(declinesIn(now)),
      ...(isCompared ? [formatChange(declinesIn(now), declinesIn(before))] : []),
      formatCount(now.approved),
      formatRate(rateOf(now)),
      ...(isCompared ? [formatRate(rateOf(before))] : []),
    ],
  }));
  return (
    <ChartSection
      title={numbersTableWords.programmes}
      onExport={onExport && (() => onExport('programmes'))}
      table={
        <NumbersTable
          label="Declines by programme, as a table"
          heads={
            isCompared
              ? ['Programme', 'Declined', 'Change', 'Approved', 'Approval rate', 'Before']
              : ['Programme', 'Declined', 'Approved', 'Approval rate']
          }
          rows={rows}
        />
      }
    >
      <BarRows
        label="Declines by programme"
        heads={['Programme', 'Share', 'Declined, and approval rate']}
        rows={rows.flatMap(({ href, rate, ...row }) =>
          href ? [{ ...row, href, text: formatCount(row.value), note: `${rate} approved` }] : [],
        )}
      />
    </ChartSection>
  );
}
