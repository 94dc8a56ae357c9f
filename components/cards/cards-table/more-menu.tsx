'use client';
import { ListMenu } from '@/components/data-table/list-menu';
import type { CardListState } from '@/lib/client/cards/list-state';
import { cardColumns } from './columns';

interface MoreMenuProps {
  state: CardListState;
  onChoose: (next: CardListState) => void;
  onExport: (() => void) | undefined;
}

export function MoreMenu({ state, onChoose, onExport }: MoreMenuProps) {
  const fields = cardColumns.flatMap(({ sort: field, label }) => (field ? [{ field, label }] : []));
  const options = fields.map(({ field, label }) => ({
    value: field === 'changed' || field === 'created' ? `-${field}` : field,
    label,
  }));
  const choose = (value: string) => {
    const field = fields.find((one) => value.endsWith(one.field))?.field;
    if (field)
      onChoose({ ...state, filters: { ...state.filters, sort: value === field ? field : `-${field}` } });
  };
  return (
    <ListMenu sort={{ value: String(state.filters.sort), options, onChange: choose }} onExport={onExport} />
  );
}
