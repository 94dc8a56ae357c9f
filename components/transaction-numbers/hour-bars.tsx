import type { Route } from 'next';
import { BarRows } from '@/components/charts/bar-rows';
import { ChartSection } from '@/components/charts/chart-section';
import { numbersTableWords } from '@/lib/catalogues/numbers-tables';
import { useTimeZone } from '@/lib/client/time-zone/time-zone-provider';
import { declines, hrefForRows } from '@/lib/client/transaction-numbers/numbers-state';
import type { TransactionNumbers } from '@/lib/contracts/transaction-numbers';
import { declinesIn, formatRate, rateOf } from '@/lib/format/approval-rate';
import { formatCount } from '@/lib/format/counts';
import { zoneLabel } from '@/lib/format/times';
import type { ChartProps } from './chart-props';
import { NumbersTable } from './numbers-table';

interface HourBarsProps extends Pick<ChartProps, 'asked' | 'onExport'> {
  hours: TransactionNumbers['hours'];
}

/** By the reader's clocks, whatever the shop's said. */
export function HourBars({ asked, hours, onExport }: HourBarsProps) {
  const zone = zoneLabel(useTimeZone());
  const rows = hours.map((told) => {
    const hour = String(told.hour).padStart(2, '0');
    return {
      ...told,
      key: hour,
      name: `${hour}:00`,
      value: declinesIn(told),
      href: hrefForRows(asked, { hour: [hour], outcome: declines }) as Route,
    };
  });
  return (
    <ChartSection
      title={numbersTableWords.hours}
      onExport={onExport && (() => onExport('hours'))}
      table={
        <NumbersTable
          label="Declines by hour, as a table"
          heads={[`Hour, ${zone}`, 'Declined', 'Approved', 'Approval rate']}
          rows={rows.map((row) => ({
            key: row.key,
            name: row.name,
            href: row.href,
            cells: [formatCount(row.value), formatCount(row.approved), formatRate(rateOf(row))],
          }))}
        />
      }
    >
      <BarRows
        label={`Declines by hour, ${zone}`}
        heads={[`Hour, ${zone}`, 'Share', 'Declined']}
        rows={rows.map((row) => ({ ...row, text: formatCount(row.value) }))}
      />
      <p className="mt-1.5 text-meta text-ink-3">{zone}</p>
    </ChartSection>
  );
}
