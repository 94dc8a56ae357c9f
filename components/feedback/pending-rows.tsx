import clsx from 'clsx';
import { Bar } from '@/components/ui/skeleton';

const widths = ['w-[72%]', 'w-[55%]', 'w-[64%]', 'w-[48%]', 'w-[60%]', 'w-[68%]'];

/** Grey bars below the real head: `<tbody><PendingRows columns={5} /></tbody>`. Hidden for the first 150 ms. */
export function PendingRows({ columns, rows = 8 }: { columns: number; rows?: number }) {
  return Array.from({ length: rows }, (_, row) => (
    <tr key={row} role="row" className="animate-late" aria-hidden="true">
      {Array.from({ length: columns }, (_, column) => (
        <td key={column} role="cell" data-line={['1', '1-end', '2', '2-end'][column]}>
          <Bar className={clsx(widths[(row + column) % widths.length], 'min-w-8')} />
        </td>
      ))}
    </tr>
  ));
}
