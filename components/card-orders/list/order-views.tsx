'use client';
import { SavedViewsBar } from '@/components/views/saved-views-bar';
import { cardOrderStatuses, lookOfCardOrderStatus, valuesIn } from '@/lib/catalogues/statuses';
import {
  addressOfCardOrders,
  type CardOrdersState,
  hrefForCardOrders,
} from '@/lib/client/card-orders/list-state';
import { formatCount } from '@/lib/format/counts';

interface OrderViewsProps {
  state: CardOrdersState;
  counts: Record<string, number> | undefined;
}

/** Saved views, and every status under the other filters; one that nobody knows yet shows as soon as an order has it. */
export function OrderViews({ state, counts }: OrderViewsProps) {
  const chosen = state.status.join();
  const known: string[] = valuesIn(cardOrderStatuses);
  const statuses = [...known, ...Object.keys(counts ?? {}).filter((status) => !known.includes(status))];
  return (
    <SavedViewsBar
      list="card-orders"
      label="Views of card orders"
      address={addressOfCardOrders(state)}
      all={{
        label: 'All orders',
        href: hrefForCardOrders({ ...state, status: [] }),
        ...(counts && { count: formatCount(Object.values(counts).reduce((sum, count) => sum + count, 0)) }),
      }}
      more={(current) => {
        const isOfSaved =
          current !== undefined && new URLSearchParams(current.query).getAll('status').join() === chosen;
        return statuses.map((status) => ({
          key: status,
          label: lookOfCardOrderStatus(status).word,
          href: hrefForCardOrders({ ...state, status: [status] }),
          count: counts && formatCount(counts[status] ?? 0),
          isCurrent: chosen === status && !isOfSaved,
        }));
      }}
    />
  );
}
