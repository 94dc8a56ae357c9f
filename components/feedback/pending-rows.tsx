import clsx from 'clsx';
import { Bar } from '@/components/ui/skeleton';

const widths = ['w-[72%]', 'w-[55%]', 'w-[64%]', 'w-[48%]', 'w-[60%]', 'w-[68%]'];
const lines = ['1', '1-end', '2', '2-end'];

interface PendingRowsProps {
  /** How many, or each one's class names where some are left out in small windows. */
  columns: number | readonly string[];
  rows?: number;
}

/** Grey bars below the real head: `<tbody><PendingRows columns={5} /></tbody>`. Hidden for the first 150 ms. */
export function PendingRows({ columns, rows = 8 }: PendingRowsProps) {
  const cells = typeof columns === 'number' ? Array.from({ length: columns }, () => '') : columns;
  return Array.from({ length: rows }, (_, row) => (
    <tr key={row} role="row" className="animate-late" aria-hidden="true">
      {cells.map((className, column) => (
        <td key={column} role="cell" data-line={lines[column]} className={className}>
          <Bar className={clsx(widths[(row + column) % widths.length], 'min-w-8')} />
        </td>
      ))}
    </tr>
  ));
}
