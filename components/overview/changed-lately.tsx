'use client';
import Link from 'next/link';
import { CardNumber } from '@/components/cards/card-number';
import { CardStatusMark } from '@/components/cards/card-status';
import { Section } from '@/components/ui/page';
import { useTimeZone } from '@/lib/client/time-zone/time-zone-provider';
import type { Overview } from '@/lib/contracts/overview';
import { formatTableTime, zoneName } from '@/lib/format/times';
import { cardPathOf } from './card-path';

export function ChangedLately({ cards }: { cards: Overview['recentlyChanged'] }) {
  const timeZone = useTimeZone();
  return (
    <Section
      title="Changed lately"
      end={
        <Link prefetch={false} href="/cards?view=all">
          All cards
        </Link>
      }
    >
      {cards.length === 0 ? (
        <p role="status" className="text-ink-2">
          No cards yet. They come up here once the console has read them from Wise.
        </p>
      ) : (
        <table role="table" className="data-table flush two-line">
          <thead role="rowgroup">
            <tr role="row">
              <th role="columnheader" scope="col" className="w-[22%]">
                Time, {zoneName(timeZone)}
              </th>
              <th role="columnheader" scope="col">
                Holder
              </th>
              <th role="columnheader" scope="col" className="w-[20%]">
                Card
              </th>
              <th role="columnheader" scope="col" className="w-[26%]">
                Status now
              </th>
            </tr>
          </thead>
          <tbody role="rowgroup">
            {cards.map((card) => (
              <tr key={card.cardToken} role="row">
                <td role="cell" data-line="2-end" className="text-ink-2">
                  <time dateTime={card.at}>{formatTableTime(card.at, timeZone)}</time>
                </td>
                <td role="cell" data-line="1" className="key">
                  <Link href={{ pathname: cardPathOf(card) }} prefetch={false}>
                    {card.cardHolderName ?? 'No holder name'}
                  </Link>
                </td>
                <td role="cell" data-line="2">
                  <CardNumber lastFourDigits={card.lastFourDigits} />
                </td>
                <td role="cell" data-line="1-end">
                  <CardStatusMark status={card.status} isHeld={card.isHeld} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </Section>
  );
}
