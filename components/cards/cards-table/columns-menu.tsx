'use client';
import { Columns3 } from 'lucide-react';
import { Menu, type MenuEntry } from '@/components/ui/menu';
import {
  type CardColumnId,
  type CardListState,
  cardColumnIds,
  fixedColumns,
  usualColumns,
} from '@/lib/client/cards/list-state';
import { cardColumns } from './columns';

interface ColumnsMenuProps {
  state: CardListState;
  onChoose: (next: CardListState) => void;
}

export function ColumnsMenu({ state, onChoose }: ColumnsMenuProps) {
  const shown = state.columns ?? usualColumns;
  const toggle = (id: CardColumnId, isOn: boolean) =>
    onChoose({ ...state, columns: cardColumnIds.filter((one) => (one === id ? isOn : shown.includes(one))) });
  const entries = (): MenuEntry[] => [
    ...cardColumns
      .filter(({ id }) => !fixedColumns.includes(id))
      .map(({ id, label }) => ({
        kind: 'check' as const,
        label,
        checked: shown.includes(id),
        onChange: (isOn: boolean) => toggle(id, isOn),
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
            {shown.length} of {cardColumnIds.length}
          </span>
        </>
      }
    />
  );
}
