'use client';
import clsx from 'clsx';
import { ColumnHead } from '@/components/data-table/column-head';
import { type CardOrdersState, sortDirection, withSort } from '@/lib/client/card-orders/list-state';
import { useTimeZone } from '@/lib/client/time-zone/time-zone-provider';
import type { IndexedCardOrder } from '@/lib/contracts/card-order-list';
import type { OrderColumn } from './order-columns';

interface OrderHeadProps {
  columns: readonly OrderColumn[];
  state: CardOrdersState;
  onChoose: (next: CardOrdersState) => void;
}

export function OrderHead({ columns, state, onChoose }: OrderHeadProps) {
  return (
    <thead role="rowgroup">
      <tr role="row">
        {columns.map((column) => {
          const { hidden, id, sort } = column;
          return (
            <ColumnHead
              key={id}
              column={column}
              direction={sort && sortDirection(state.sort, sort)}
              onSort={sort && (() => onChoose(withSort(state, sort)))}
              className={hidden}
            />
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
