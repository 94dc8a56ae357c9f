'use client';
import { Download, Ellipsis } from 'lucide-react';
import { Menu, type MenuEntry } from '@/components/ui/menu';

interface ListMenuProps {
  sort: { value: string; options: { value: string; label: string }[]; onChange: (value: string) => void };
  /** Absent for whoever may not export. */
  onExport: (() => void) | undefined;
}

/** Up to 640 px, where the table has no head: the order, and what has no room of its own. */
export function ListMenu({ sort, onExport }: ListMenuProps) {
  const entries = (): MenuEntry[] => [
    { kind: 'choice', label: 'Sorted by', ...sort },
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
