import type { Route } from 'next';
import { BarRows } from '@/components/charts/bar-rows';
import { ChartSection } from '@/components/charts/chart-section';
import { declines, hrefForRows } from '@/lib/client/transaction-numbers/numbers-state';
import type { TransactionNumbers } from '@/lib/contracts/transaction-numbers';
import { formatProgramme } from '@/lib/format/card-numbers';
import { formatCount } from '@/lib/format/counts';
import { type Asked, NumbersTable } from './numbers-table';
import { declinesIn, formatChange, formatRate, rateOf } from './numbers-words';

interface ProgrammeBarsProps {
  programmes: TransactionNumbers['programmes'];
  asked: Asked;
}

/** Payments of cards that the index does not know yet stand in the table alone: no filter finds them. */
export function ProgrammeBars({ asked, programmes }: ProgrammeBarsProps) {
  const rows = programmes.map(({ before, now, programme }) => ({
    key: programme,
    name: programme === '' ? 'Cards not known yet' : formatProgramme(programme),
    href:
      programme === '' ? undefined : (hrefForRows(asked.period, [programme], { outcome: declines }) as Route),
    value: declinesIn(now),
    rate: formatRate(rateOf(now)),
    cells: [
      formatCount(declinesIn(now)),
      formatChange(declinesIn(now), declinesIn(before)),
      formatCount(now.approved),
      formatRate(rateOf(now)),
      formatRate(rateOf(before)),
    ],
  }));
  return (
    <ChartSection
      title="Declines by programme"
      table={
        <NumbersTable
          label="Declines by programme, as a table"
          heads={['Programme', 'Declined', 'Change', 'Approved', 'Approval rate', 'Before']}
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
