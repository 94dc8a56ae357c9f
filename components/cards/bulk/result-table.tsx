'use client';
import Link from 'next/link';
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
  return (
    <table role="table" className="data-table flush two-line mt-2" aria-label="Result of each card">
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
        {cards.map((card) => (
          <tr key={card.cardToken} role="row">
            <td role="cell" data-line="1" className="key">
              <Link href={`/cards/${card.profileId}/${card.cardToken}`} prefetch={false}>
                {card.cardHolderName ?? 'No name'}
              </Link>
            </td>
            <td role="cell" data-line="2">
              <CardNumber lastFourDigits={card.lastFourDigits} />
            </td>
            <td role="cell" data-line="1-end">
              <StatusMark look={lookOfResult(card.state, bulk.status)} value={card.code ?? undefined} />
            </td>
            <td role="cell" data-line="3" className="text-ink-2 whitespace-normal!" title={whyOf(card)}>
              {whyOf(card)}
            </td>
            <td role="cell" data-line="2-end" className="num text-ink-2">
              {card.endedAt && <time dateTime={card.endedAt}>{formatTableTime(card.endedAt, timeZone)}</time>}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
