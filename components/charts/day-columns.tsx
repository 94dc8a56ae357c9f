import clsx from 'clsx';
import type { Route } from 'next';
import Link from 'next/link';
import { DayAxis, DayLegend, type DaySpan, type LegendEntry, nameOfSpan, roomFor } from './day-parts';
import { seriesFills } from './series';

interface DayColumn extends DaySpan {
  /** What the column says, after its day. */
  words: string;
  href: Route;
  /** Heights of the series in their order, from the foot up, as shares of the chart. */
  shares: readonly number[];
}
interface DayColumnsProps {
  label: string;
  /** At the line across the top. */
  top: string;
  columns: readonly DayColumn[];
  /** Of the series in their order. */
  legend: readonly LegendEntry[];
}

/** Bars a day, one series upon the other; each opens what it counts. */
export function DayColumns({ label, top, columns, legend }: DayColumnsProps) {
  return (
    <div className="@container">
      <p className="border-b border-line-soft text-tag text-ink-3 tabular">{top}</p>
      <ul className="flex h-24 items-end border-b border-line" aria-label={label}>
        {columns.map((column, index) => (
          <li key={column.day} className={clsx('h-full min-w-0 flex-1', roomFor(columns.length - 1 - index))}>
            <Link
              href={column.href}
              prefetch={false}
              title={`${nameOfSpan(column)}: ${column.words}`}
              className="flex h-full flex-col-reverse px-px -outline-offset-2 hover:bg-hover"
            >
              {column.shares.map((share, series) => (
                <span
                  key={legend[series]?.name}
                  className={clsx(seriesFills[series], share > 0 && 'min-h-0.5')}
                  style={{ height: `${share * 100}%` }}
                />
              ))}
              <span className="sr-only">
                {nameOfSpan(column)}: {column.words}
              </span>
            </Link>
          </li>
        ))}
      </ul>
      <DayAxis spans={columns} />
      <DayLegend entries={legend} marks={seriesFills.map((fill) => `size-2.5 ${fill}`)} spans={columns} />
    </div>
  );
}
