'use client';
import { Columns3 } from 'lucide-react';
import { Menu, type MenuEntry } from '@/components/ui/menu';

interface ColumnsMenuProps<Id extends string> {
  /** In the order of the table. Those without a word are always shown. */
  columns: readonly { id: Id; label: string }[];
  fixed: readonly Id[];
  shown: readonly Id[];
  /** Undefined: the usual ones. */
  onChoose: (columns: Id[] | undefined) => void;
}

/** Which columns a list shows. */
export function ColumnsMenu<Id extends string>({ columns, fixed, onChoose, shown }: ColumnsMenuProps<Id>) {
  const entries = (): MenuEntry[] => [
    ...columns
      .filter(({ id }) => !fixed.includes(id))
      .map(({ id, label }) => ({
        kind: 'check' as const,
        label,
        checked: shown.includes(id),
        onChange: (isOn: boolean) =>
          onChoose(
            columns.flatMap((one) => ((one.id === id ? isOn : shown.includes(one.id)) ? [one.id] : [])),
          ),
      })),
    { kind: 'separator' },
    { kind: 'item', label: 'The usual columns', onSelect: () => onChoose(undefined) },
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
            {shown.length} of {columns.length}
          </span>
        </>
      }
    />
  );
}
