'use client';
import { Columns3 } from 'lucide-react';
import { Menu, type MenuEntry } from '@/components/ui/menu';
import {
  type CardOrdersState,
  fixedOrderColumns,
  orderColumnIds,
  usualOrderColumns,
} from '@/lib/client/card-orders/list-state';
import { orderColumnLabels } from './order-columns';

interface ColumnsMenuProps {
  state: CardOrdersState;
  onChoose: (next: CardOrdersState) => void;
}

export function ColumnsMenu({ state, onChoose }: ColumnsMenuProps) {
  const shown = state.columns ?? usualOrderColumns;
  const entries = (): MenuEntry[] => [
    ...orderColumnLabels
      .filter(({ id }) => !fixedOrderColumns.includes(id))
      .map(({ id, label }) => ({
        kind: 'check' as const,
        label,
        checked: shown.includes(id),
        onChange: (isOn: boolean) =>
          onChoose({
            ...state,
            columns: orderColumnIds.filter((one) => (one === id ? isOn : shown.includes(one))),
          }),
      })),
    { kind: 'separator' },
    { kind: 'item', label: 'The usual columns', onSelect: () => onChoose({ ...state, columns: undefined }) },
  ];
  return (
    <Menu
      label="Columns"
      size="sm"
      className="max-narrow:hidden"
      entries={entries}
      face={
        <>
          <Columns3 />
          Columns{' '}
          <span className="text-ink-3 tabular">
            {shown.length} of {orderColumnIds.length}
          </span>
        </>
      }
    />
  );
}
