'use client';
import clsx from 'clsx';
import { Ban, Ellipsis, Pencil, Plus, RotateCcw } from 'lucide-react';
import type { ReactNode } from 'react';
import { Menu, type MenuEntry } from '@/components/ui/menu';
import { StatusMark } from '@/components/ui/status';
import type { StatusLook } from '@/lib/catalogues/statuses';
import type { Kiosk, RegisteredBranch } from '@/lib/contracts/branches';
import { countOf } from '@/lib/format/counts';
import type { OpenRegisterDialog } from './register-dialog';

export const registerColumns = 5;
const inUse: StatusLook = { word: 'In use', tone: 'good', mark: 'works' };
const outOfUse: StatusLook = { word: 'Not in use', tone: 'quiet', mark: 'over' };
type Open = ((dialog: OpenRegisterDialog) => void) | undefined;

export function RegisterHead() {
  return (
    <thead role="rowgroup">
      <tr role="row">
        <th role="columnheader" scope="col">
          Branch, kiosk
        </th>
        <th role="columnheader" scope="col">
          Place
        </th>
        <th role="columnheader" scope="col" className="max-wide:hidden">
          Details
        </th>
        <th role="columnheader" scope="col">
          State
        </th>
        <th role="columnheader" scope="col" className="acts">
          <span className="sr-only">Acts</span>
        </th>
      </tr>
    </thead>
  );
}

interface BranchRowProps {
  branch: RegisteredBranch;
  index: number;
  onOpen: Open;
}

export function BranchRow({ branch, index, onOpen }: BranchRowProps) {
  const { id, name, place, timeZone, isActive, kiosks, managers } = branch;
  const entries = (open: NonNullable<Open>): MenuEntry[] => [
    editEntry('Change name, place, zone…', () => open({ kind: 'edit-branch', branch })),
    {
      kind: 'item',
      label: 'Add a kiosk here…',
      icon: <Plus />,
      onSelect: () => open({ kind: 'add-kiosk', branchId: id }),
    },
    { kind: 'separator' },
    usageEntry(isActive, () => open({ kind: 'use-branch', branch })),
  ];
  return (
    <Row
      index={index}
      name={name}
      label={name}
      place={place || '–'}
      details={
        <>
          {countOf(kiosks, 'kiosk')} in use, {countOf(managers, 'manager')}
          <span className="text-ink-3"> · {timeZone}</span>
        </>
      }
      look={isActive ? inUse : outOfUse}
      onEdit={onOpen && (() => onOpen({ kind: 'edit-branch', branch }))}
      entries={onOpen && (() => entries(onOpen))}
    />
  );
}

interface KioskRowProps {
  kiosk: Kiosk;
  index: number;
  isBranchActive: boolean;
  onOpen: Open;
}

export function KioskRow({ kiosk, index, isBranchActive, onOpen }: KioskRowProps) {
  const { id, place, note, isActive } = kiosk;
  const entries = (open: NonNullable<Open>): MenuEntry[] => [
    editEntry('Change branch, place, note…', () => open({ kind: 'edit-kiosk', kiosk })),
    { kind: 'separator' },
    usageEntry(isActive, () => open({ kind: 'use-kiosk', kiosk })),
  ];
  return (
    <Row
      isKiosk
      index={index}
      name={<span className="code">{id}</span>}
      label={id}
      place={place}
      details={note || '–'}
      look={
        !isActive ? outOfUse : isBranchActive ? inUse : { ...outOfUse, word: 'Not in use: the branch is not' }
      }
      onEdit={onOpen && (() => onOpen({ kind: 'edit-kiosk', kiosk }))}
      entries={onOpen && (() => entries(onOpen))}
    />
  );
}

const editEntry = (label: string, onSelect: () => void): MenuEntry => ({
  kind: 'item',
  label,
  icon: <Pencil />,
  onSelect,
});
const usageEntry = (isActive: boolean, onSelect: () => void): MenuEntry =>
  isActive
    ? { kind: 'item', label: 'Take out of use…', icon: <Ban />, tone: 'danger', onSelect }
    : { kind: 'item', label: 'Put into use again…', icon: <RotateCcw />, onSelect };

interface RowProps {
  index: number;
  isKiosk?: boolean;
  name: ReactNode;
  /** The name as text. */
  label: string;
  place: string;
  details: ReactNode;
  look: StatusLook;
  onEdit: (() => void) | undefined;
  entries: (() => MenuEntry[]) | undefined;
}

function Row({ index, isKiosk = false, name, label, place, details, look, onEdit, entries }: RowProps) {
  return (
    <tr role="row" data-row={index} className="max-narrow:grid-cols-[minmax(0,1fr)_auto_auto]!">
      <td role="cell" data-line="1" className={clsx(isKiosk ? 'narrow:pl-10!' : 'key')}>
        {onEdit ? (
          <button
            type="button"
            data-row-link
            onClick={onEdit}
            className="inline-flex min-h-6 items-center rounded-xs hover:underline"
          >
            {name}
          </button>
        ) : (
          name
        )}
      </td>
      <td role="cell" data-line="2" className="text-ink-2">
        {place}
      </td>
      <td role="cell" className="text-ink-2 max-wide:hidden">
        {details}
      </td>
      <td role="cell" data-line="1-end">
        <StatusMark look={look} />
      </td>
      <td
        role="cell"
        className={clsx(
          'acts',
          entries && 'max-narrow:col-start-3 max-narrow:row-span-2 max-narrow:row-start-1 max-narrow:block!',
        )}
      >
        {entries && (
          <Menu
            label={`Acts on ${label}`}
            isIcon
            size="sm"
            variant="quiet"
            face={<Ellipsis />}
            entries={entries}
          />
        )}
      </td>
    </tr>
  );
}
