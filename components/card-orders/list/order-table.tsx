'use client';
import clsx from 'clsx';
import { ArrowDown, ArrowUp } from 'lucide-react';
import { type CardOrdersState, sortDirection, withSort } from '@/lib/client/card-orders/list-state';
import { useTimeZone } from '@/lib/client/time-zone/time-zone-provider';
import type { IndexedCardOrder } from '@/lib/contracts/card-order-list';
import { zoneName } from '@/lib/format/times';
import type { OrderColumn } from './order-columns';

interface OrderHeadProps {
  columns: readonly OrderColumn[];
  state: CardOrdersState;
  onChoose: (next: CardOrdersState) => void;
}

export function OrderHead({ columns, state, onChoose }: OrderHeadProps) {
  const timeZone = useTimeZone();
  return (
    <thead role="rowgroup">
      <tr role="row">
        {columns.map(({ hidden, id, isTime, label, sort }) => {
          const direction = sort && sortDirection(state.sort, sort);
          const Arrow = direction === 'ascending' ? ArrowUp : ArrowDown;
          const words = isTime ? `${label}, ${zoneName(timeZone)}` : label;
          return (
            <th key={id} role="columnheader" scope="col" aria-sort={direction} className={hidden}>
              {sort ? (
                <button
                  type="button"
                  onClick={() => onChoose(withSort(state, sort))}
                  className="inline-flex min-h-6 items-center gap-1 rounded-xs"
                >
                  {words}
                  {direction && <Arrow className="size-3!" />}
                </button>
              ) : (
                words
              )}
            </th>
          );
        })}
      </tr>
    </thead>
  );
}

interface OrderRowProps {
  order: IndexedCardOrder;
  index: number;
  columns: readonly OrderColumn[];
}

export function OrderRow({ order, index, columns }: OrderRowProps) {
  const timeZone = useTimeZone();
  return (
    <tr role="row" data-row={index}>
      {columns.map(({ cell, className, hidden, id, line }) => (
        <td key={id} role="cell" data-line={line} className={clsx(className, hidden)}>
          {cell(order, timeZone)}
        </td>
      ))}
    </tr>
  );
}
