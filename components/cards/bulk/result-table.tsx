'use client';
import clsx from 'clsx';
import Link from 'next/link';
import { useRef } from 'react';
import { ManyRows, plainUpTo } from '@/components/data-table/many-rows';
import { useRowKeys } from '@/components/data-table/row-keys';
import { StatusMark } from '@/components/ui/status';
import { useTimeZone } from '@/lib/client/time-zone/time-zone-provider';
import type { BulkCard, BulkChange } from '@/lib/contracts/bulk';
import { formatTableTime, zoneName } from '@/lib/format/times';
import { CardNumber } from '../card-number';
import { lookOfResult, whyOf } from './result-words';

/** What needs a person first. */
const rank: Record<BulkCard['state'], number> = {
  refused: 0,
  'not-done': 0,
  unknown: 1,
  begun: 2,
  waiting: 3,
  done: 4,
  'not-needed': 5,
};

export function ResultTable({ bulk }: { bulk: BulkChange }) {
  const timeZone = useTimeZone();
  const cards = bulk.cards.toSorted((one, other) => rank[one.state] - rank[other.state]);
  const scroller = useRef<HTMLDivElement>(null);
  useRowKeys(scroller);
  const isLong = cards.length > plainUpTo;
  const row = (index: number) => {
    const card = cards[index];
    return card && <ResultRow key={card.cardToken} {...{ card, index, timeZone }} status={bulk.status} />;
  };
  return (
    <div
      ref={scroller}
      {...(isLong && {
        tabIndex: 0,
        role: 'region',
        'aria-label': 'Result of each card',
        className: 'relative mt-2 max-h-[70dvh] overflow-auto -outline-offset-2 print:max-h-none',
      })}
    >
      <table
        role="table"
        className={clsx('data-table flush two-line', isLong ? '[&_th]:sticky! [&_th]:bg-surface!' : 'mt-2')}
        aria-label="Result of each card"
        aria-rowcount={cards.length + 1}
      >
        <thead role="rowgroup">
          <tr role="row">
            <th role="columnheader" scope="col" className="w-[22%]">
              Holder
            </th>
            <th role="columnheader" scope="col" className="w-[12%]">
              Card
            </th>
            <th role="columnheader" scope="col" className="w-[16%]">
              Result
            </th>
            <th role="columnheader" scope="col">
              Why
            </th>
            <th role="columnheader" scope="col" className="num w-[14%]">
              Time, {zoneName(timeZone)}
            </th>
          </tr>
        </thead>
        <tbody role="rowgroup">
          <ManyRows count={cards.length} scroller={scroller} render={row} />
        </tbody>
      </table>
    </div>
  );
}

interface ResultRowProps {
  card: BulkCard;
  status: BulkChange['status'];
  index: number;
  timeZone: string;
}

function ResultRow({ card, status, index, timeZone }: ResultRowProps) {
  const why = whyOf(card, status);
  return (
    <tr role="row" data-row={index} aria-rowindex={index + 2}>
      <td role="cell" data-line="1" className="key">
        <Link href={`/cards/${card.profileId}/${card.cardToken}`} prefetch={false} data-row-link>
          {card.cardHolderName ?? 'No name'}
        </Link>
      </td>
      <td role="cell" data-line="2">
        <CardNumber lastFourDigits={card.lastFourDigits} />
      </td>
      <td role="cell" data-line="1-end">
        <StatusMark look={lookOfResult(card.state, status)} value={card.code ?? undefined} />
      </td>
      <td role="cell" data-line="3" className="text-ink-2 whitespace-normal!" title={why}>
        {why}
      </td>
      <td role="cell" data-line="2-end" className="num text-ink-2">
        {card.endedAt && <time dateTime={card.endedAt}>{formatTableTime(card.endedAt, timeZone)}</time>}
      </td>
    </tr>
  );
}
