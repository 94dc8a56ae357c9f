import Link from 'next/link';
import type { ReactNode } from 'react';
import { CardNumber } from '@/components/cards/card-number';
import { StatusMark, Tag } from '@/components/ui/status';
import { lastPrintAt } from '@/lib/catalogues/card-order-age';
import { wordsOfDelivery } from '@/lib/catalogues/card-orders';
import { lookOfCardOrderStatus } from '@/lib/catalogues/statuses';
import {
  type CardOrdersState,
  type OrderColumnId,
  type OrderSortField,
  orderColumnIds,
  usualOrderColumns,
} from '@/lib/client/card-orders/list-state';
import type { IndexedCardOrder } from '@/lib/contracts/card-order-list';
import { formatProgramme } from '@/lib/format/card-numbers';
import { formatDate, formatTableTime } from '@/lib/format/times';

export interface OrderColumn {
  id: OrderColumnId;
  label: string;
  /** Times: the head says the zone. */
  isTime?: boolean;
  sort?: OrderSortField;
  className?: string;
  /** Left out where the window is too small, unless it was chosen. */
  hidden?: string;
  /** Place in the two-line row up to 640 px. */
  line?: '1' | '1-end' | '2' | '2-end';
  cell: (order: IndexedCardOrder, timeZone: string) => ReactNode;
}

const none = <span className="text-ink-3">none</span>;
const time = (iso: string, timeZone: string) => <time dateTime={iso}>{formatTableTime(iso, timeZone)}</time>;
const onlyWide = 'max-wide:hidden';

const columns: readonly OrderColumn[] = [
  {
    id: 'holder',
    label: 'Holder',
    sort: 'holder',
    className: 'key',
    line: '1',
    cell: ({ cardHolderName, id, profileId }) => (
      <Link href={`/card-orders/${profileId}/${id}`} prefetch={false} data-row-link>
        {cardHolderName ?? `Order ${id}`}
      </Link>
    ),
  },
  {
    id: 'status',
    label: 'Status',
    sort: 'status',
    line: '1-end',
    cell: (order, timeZone) => (
      <span className="inline-flex items-center gap-1.5">
        <StatusMark look={lookOfCardOrderStatus(order.status)} value={order.status} />
        <AgeTag order={order} timeZone={timeZone} />
      </span>
    ),
  },
  {
    id: 'card',
    label: 'Card',
    className: 'text-ink-2',
    hidden: onlyWide,
    cell: ({ cardToken, lastFourDigits, profileId }) =>
      cardToken === null || lastFourDigits === null ? (
        <span className="text-ink-3">{cardToken === null ? 'not made yet' : '–'}</span>
      ) : (
        <Link href={`/cards/${profileId}/${cardToken}`} prefetch={false}>
          <CardNumber lastFourDigits={lastFourDigits} />
        </Link>
      ),
  },
  {
    id: 'delivery',
    label: 'Delivery',
    className: 'text-ink-2',
    line: '2',
    cell: ({ deliveryOption }) => (deliveryOption === null ? 'Virtual' : wordsOfDelivery(deliveryOption)),
  },
  {
    id: 'branch',
    label: 'Branch',
    className: 'text-ink-2',
    hidden: onlyWide,
    cell: ({ branch }) => branch?.name ?? none,
  },
  {
    id: 'programme',
    label: 'Programme',
    className: 'text-ink-2',
    hidden: onlyWide,
    cell: ({ programme }) =>
      programme === null ? none : <span title={programme}>{formatProgramme(programme)}</span>,
  },
  {
    id: 'profile',
    label: 'Profile',
    className: 'text-ink-2',
    hidden: onlyWide,
    cell: ({ profileId, profileName }) => (
      <span title={`Profile ${profileId}`}>{profileName ?? profileId}</span>
    ),
  },
  {
    id: 'created',
    label: 'Placed',
    isTime: true,
    sort: 'created',
    className: 'text-ink-2 tabular',
    line: '2-end',
    cell: ({ creationTime }, timeZone) => time(creationTime, timeZone),
  },
  {
    id: 'changed',
    label: 'Last change',
    isTime: true,
    sort: 'changed',
    className: 'text-ink-2 tabular',
    cell: ({ modificationTime }, timeZone) => time(modificationTime, timeZone),
  },
  {
    id: 'order',
    label: 'Order',
    className: 'code text-ink-2',
    cell: ({ id }) => id,
  },
  {
    id: 'asOf',
    label: 'Known as of',
    isTime: true,
    className: 'text-ink-2 tabular',
    cell: ({ asOf }, timeZone) => time(asOf, timeZone),
  },
];

/** How long it can be printed still. */
function AgeTag({ order, timeZone }: { order: IndexedCardOrder; timeZone: string }) {
  const { cardCreationTime, printAge } = order;
  if (printAge === null || cardCreationTime === null) return null;
  if (printAge === 'day-60') return <Tag tone="bad">Order anew</Tag>;
  return <Tag tone="warn">Print by {formatDate(lastPrintAt(cardCreationTime), timeZone)}</Tag>;
}

/** A column that was chosen shows in any window. */
export function shownOrderColumns({ columns: chosen }: Pick<CardOrdersState, 'columns'>): OrderColumn[] {
  const ids = chosen ?? usualOrderColumns;
  return orderColumnIds
    .filter((id) => ids.includes(id))
    .flatMap((id) => columns.filter((column) => column.id === id))
    .map((column) => (chosen && column.hidden ? { ...column, hidden: 'max-narrow:hidden' } : column));
}

export const orderColumnLabels = columns.map(({ id, label }) => ({ id, label }));
