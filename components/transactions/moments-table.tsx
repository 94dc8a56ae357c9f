'use client';
import type { ReactNode } from 'react';
import { Section } from '@/components/ui/page';
import { useTimeZone } from '@/lib/client/time-zone/time-zone-provider';
import type { Money } from '@/lib/contracts/card-transactions';
import { formatTableTime, zoneName } from '@/lib/format/times';
import { Sum } from './sum';

export interface Moment {
  key: string;
  /** null: not told */
  at: string | null;
  word: string;
  /** Wise's own word for it. */
  code?: string | undefined;
  place: ReactNode;
  note: string;
  money: Money;
}
interface MomentsTableProps {
  title: string;
  /** What stands over the words, the places and the notes. */
  heads: { word: string; place: string; note: string };
  /** Oldest first. */
  moments: readonly Moment[];
}

/** What happened to a payment's money, a moment a row; nothing where there is none. */
export function MomentsTable({ title, heads, moments }: MomentsTableProps) {
  const timeZone = useTimeZone();
  if (moments.length === 0) return null;
  return (
    <Section title={title}>
      <table role="table" className="data-table flush two-line" aria-label={title}>
        <thead role="rowgroup">
          <tr role="row">
            <th role="columnheader" scope="col" className="w-[132px]">
              Time, {zoneName(timeZone)}
            </th>
            <th role="columnheader" scope="col">
              {heads.word}
            </th>
            <th role="columnheader" scope="col">
              {heads.place}
            </th>
            <th role="columnheader" scope="col" className="max-wide:hidden">
              {heads.note}
            </th>
            <th role="columnheader" scope="col" className="num">
              Amount
            </th>
          </tr>
        </thead>
        <tbody role="rowgroup">
          {moments.map(({ key, at, word, code, place, note, money }) => (
            <tr key={key} role="row">
              <td role="cell" data-line="2-end" className="text-ink-2">
                {at === null ? 'not told' : <time dateTime={at}>{formatTableTime(at, timeZone)}</time>}
              </td>
              <td role="cell" data-line="1" className="key" title={code}>
                {word}
              </td>
              <td role="cell" data-line="2" className="text-ink-2">
                {place}
              </td>
              <td role="cell" className="text-ink-2 max-wide:hidden">
                {note}
              </td>
              <td role="cell" data-line="1-end" className="num">
                <Sum money={money} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </Section>
  );
}
