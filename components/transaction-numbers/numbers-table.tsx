import type { Route } from 'next';
import Link from 'next/link';
import type { ReactNode } from 'react';

export interface TableRow {
  key: string;
  name: ReactNode;
  /** Undefined where no filter finds these rows. */
  href: Route | undefined;
  cells: readonly ReactNode[];
}
interface NumbersTableProps {
  label: string;
  /** The first is of the names. */
  heads: readonly string[];
  rows: readonly TableRow[];
}

export function NumbersTable({ heads, label, rows }: NumbersTableProps) {
  return (
    <div className="overflow-x-auto">
      <table className="w-full tabular" aria-label={label}>
        <thead>
          <tr className="text-right text-ink-3">
            {heads.map((head) => (
              <th key={head} scope="col" className="py-1 pl-3 font-label first:pl-0 first:text-left">
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ cells, href, key, name }) => (
            <tr key={key} className="h-7 border-t border-line-soft text-right">
              <th scope="row" className="text-left font-normal wrap-anywhere">
                {href ? (
                  <Link href={href} prefetch={false} className="inline-flex min-h-6 items-center">
                    {name}
                  </Link>
                ) : (
                  name
                )}
              </th>
              {cells.map((cell, place) => (
                <td key={heads[place + 1]} className="pl-3 whitespace-nowrap">
                  {cell}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
