'use client';
import { Download, Ellipsis } from 'lucide-react';
import { Menu, type MenuEntry } from '@/components/ui/menu';
import type { CardListState } from '@/lib/client/cards/list-state';
import { cardColumns } from './columns';

interface MoreMenuProps {
  state: CardListState;
  onChoose: (next: CardListState) => void;
  onExport: (() => void) | undefined;
}

/** Up to 640 px, where the table has no head: the order, and what has no room of its own. */
export function MoreMenu({ state, onChoose, onExport }: MoreMenuProps) {
  const { sort } = state.filters;
  const fields = cardColumns.flatMap(({ sort: field, label }) => (field ? [{ field, label }] : []));
  const entries = (): MenuEntry[] => [
    {
      kind: 'choice',
      label: 'Sorted by',
      value: String(sort),
      options: fields.map(({ field, label }) => ({
        value: field === 'changed' || field === 'created' ? `-${field}` : field,
        label,
      })),
      onChange: (value) => {
        const field = fields.find((one) => value.endsWith(one.field))?.field;
        if (field) {
          onChoose({ ...state, filters: { ...state.filters, sort: value === field ? field : `-${field}` } });
        }
      },
    },
    ...(onExport
      ? [
          { kind: 'separator' as const },
          { kind: 'item' as const, label: 'Export CSV…', icon: <Download />, onSelect: onExport },
        ]
      : []),
  ];
  return (
    <Menu
      label="More"
      isIcon
      size="sm"
      variant="quiet"
      className="narrow:hidden"
      face={<Ellipsis />}
      entries={entries}
    />
  );
}
