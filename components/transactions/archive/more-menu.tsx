'use client';
import { Download, Ellipsis } from 'lucide-react';
import { Menu, type MenuEntry } from '@/components/ui/menu';
import { type ArchiveState, archiveSorts } from '@/lib/client/transactions/archive-state';

interface MoreMenuProps {
  state: ArchiveState;
  onChoose: (next: ArchiveState) => void;
  onExport: (() => void) | undefined;
}

const words: Record<(typeof archiveSorts)[number], string> = {
  '-created': 'Newest first',
  created: 'Oldest first',
  '-billing': 'Largest first',
  billing: 'Smallest first',
  '-id': 'Highest id first',
  id: 'Lowest id first',
};

/** Up to 640 px, where the table has no head: the order, and what has no room of its own. */
export function MoreMenu({ state, onChoose, onExport }: MoreMenuProps) {
  const entries = (): MenuEntry[] => [
    {
      kind: 'choice',
      label: 'Sorted by',
      value: state.sort,
      options: archiveSorts.map((value) => ({ value, label: words[value] })),
      onChange: (value) => {
        const sort = archiveSorts.find((one) => one === value);
        if (sort) onChoose({ ...state, sort });
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
