import clsx from 'clsx';
import type { Route } from 'next';
import Link from 'next/link';
import { formatDay } from '@/lib/format/times';
import { seriesFills } from './series';

export interface DayColumn {
  /** `2026-11-19` */
  day: string;
  /** Where the column is of more days than one: `17 Nov to 19 Nov`. */
  name?: string;
  /** What the column says, after its day. */
  words: string;
  href: Route;
  /** Heights of the series in their order, from the foot up, as shares of the chart. */
  shares: readonly number[];
}
interface Legend {
  name: string;
  total: string;
  href: Route;
}
interface DayColumnsProps {
  label: string;
  /** At the line across the top. */
  top: string;
  columns: readonly DayColumn[];
  /** Of the series in their order. */
  legend: readonly Legend[];
}

const nameOf = ({ day, name }: DayColumn) => name ?? formatDay(day);

/** As many days as have room for a finger, the newest at the right. */
const roomFor = (fromNewest: number) =>
  clsx(fromNewest >= 12 && '@max-[504px]:hidden', fromNewest >= 21 && '@max-[720px]:hidden');

/** Bars a day, one series upon the other; each opens what it counts. */
export function DayColumns({ label, top, columns, legend }: DayColumnsProps) {
  const dayAt = (fromNewest: number) => columns.at(-1 - Math.min(fromNewest, columns.length - 1))?.day ?? '';
  return (
    <div className="@container">
      <p className="border-b border-line-soft text-tag text-ink-3 tabular">{top}</p>
      <ul className="flex h-24 items-end border-b border-line" aria-label={label}>
        {columns.map((column, index) => (
          <li key={column.day} className={clsx('h-full min-w-0 flex-1', roomFor(columns.length - 1 - index))}>
            <Link
              href={column.href}
              prefetch={false}
              title={`${nameOf(column)}: ${column.words}`}
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
                {nameOf(column)}: {column.words}
              </span>
            </Link>
          </li>
        ))}
      </ul>
      <p className="flex justify-between text-tag text-ink-3 tabular" aria-hidden="true">
        <span className="@max-[720px]:hidden">{formatDay(dayAt(columns.length - 1))}</span>
        <span className="hidden @max-[504px]:hidden @max-[720px]:inline">{formatDay(dayAt(20))}</span>
        <span className="hidden @max-[504px]:inline">{formatDay(dayAt(11))}</span>
        <span>{formatDay(dayAt(0))}</span>
      </p>
      <ul className="mt-1 flex flex-wrap gap-x-4">
        {legend.map(({ href, name, total }, series) => (
          <li key={name} className="flex min-h-6 items-center gap-1.5">
            <span className={clsx('size-2.5', seriesFills[series])} />
            <Link href={href} prefetch={false}>
              {name} <span className="tabular">{total}</span>
            </Link>
          </li>
        ))}
        {columns.length > 12 && (
          <li className="ml-auto hidden min-h-6 items-center text-meta text-ink-3 @max-[720px]:flex">
            of {columns.length} {columns.some(({ name }) => name !== undefined) ? 'bars' : 'days'}
          </li>
        )}
      </ul>
    </div>
  );
}
