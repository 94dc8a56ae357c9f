'use client';
import Link from 'next/link';
import { StatusMark } from '@/components/ui/status';
import { wordsOfDelivery } from '@/lib/catalogues/card-orders';
import { lookOfCardOrderStatus } from '@/lib/catalogues/statuses';
import { useTimeZone } from '@/lib/client/time-zone/time-zone-provider';
import type { ListedCardOrder } from '@/lib/contracts/card-orders';
import { formatTableTime, zoneName } from '@/lib/format/times';

export const cardOrderColumns = 5;

export function CardOrderHead() {
  const timeZone = useTimeZone();
  return (
    <thead role="rowgroup">
      <tr role="row">
        <th role="columnheader" scope="col">
          Holder
        </th>
        <th role="columnheader" scope="col">
          Status
        </th>
        <th role="columnheader" scope="col" className="max-wide:hidden">
          Programme
        </th>
        <th role="columnheader" scope="col" className="min-[641px]:max-[1180px]:hidden">
          Delivery
        </th>
        <th role="columnheader" scope="col">
          Placed, {zoneName(timeZone)}
        </th>
      </tr>
    </thead>
  );
}

export function CardOrderRow({ order, index }: { order: ListedCardOrder; index: number }) {
  const timeZone = useTimeZone();
  const { cardHolderName, creationTime, deliveryOption, id, profileId, programme, status } = order;
  return (
    <tr role="row" data-row={index}>
      <td role="cell" data-line="1">
        <Link href={`/card-orders/${profileId}/${id}`} prefetch={false} data-row-link>
          {cardHolderName ?? `Order ${id}`}
        </Link>
      </td>
      <td role="cell" data-line="1-end">
        <StatusMark look={lookOfCardOrderStatus(status)} value={status} />
      </td>
      <td role="cell" className="code text-ink-2 max-wide:hidden wide:max-w-[360px]" title={programme ?? ''}>
        {programme ?? '–'}
      </td>
      <td role="cell" data-line="2" className="text-ink-2 min-[641px]:max-[1180px]:hidden">
        {deliveryOption === null ? 'Virtual' : wordsOfDelivery(deliveryOption)}
      </td>
      <td role="cell" data-line="2-end" className="text-ink-2">
        <time dateTime={creationTime}>{formatTableTime(creationTime, timeZone)}</time>
      </td>
    </tr>
  );
}
