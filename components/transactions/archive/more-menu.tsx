'use client';
import { ListMenu } from '@/components/data-table/list-menu';
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
const options = archiveSorts.map((value) => ({ value, label: words[value] }));

export function MoreMenu({ state, onChoose, onExport }: MoreMenuProps) {
  const choose = (value: string) => {
    const sort = archiveSorts.find((one) => one === value);
    if (sort) onChoose({ ...state, sort });
  };
  return <ListMenu sort={{ value: state.sort, options, onChange: choose }} onExport={onExport} />;
}
