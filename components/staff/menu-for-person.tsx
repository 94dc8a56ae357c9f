import { Ban, KeyRound, LogOut, Pencil, RotateCcw } from 'lucide-react';
import type { MenuEntry } from '@/components/ui/menu';
import type { StaffMember } from '@/lib/contracts/staff';
import type { OpenStaffDialog } from './staff-dialog';

interface MenuForPerson {
  person: StaffMember;
  isOwn: boolean;
  onOpen: (dialog: OpenStaffDialog) => void;
}

const notOnOneself = 'Nobody changes their own rights: another administrator does it';
const waits = 'A change to this person waits for approval already';

export function menuForPerson({ person, isOwn, onOpen }: MenuForPerson): MenuEntry[] {
  const { disabledAt, hasPassword, sessions, pendingApprovalId } = person;
  const isDisabled = disabledAt !== null;
  const held = isOwn ? notOnOneself : pendingApprovalId !== null ? waits : undefined;
  const whyNoPassword = isOwn
    ? 'Not for yourself: another administrator does it'
    : (held ?? (isDisabled ? 'Disabled: let the person sign in again first' : undefined));
  return [
    {
      kind: 'item',
      label: 'Change name, role, rights…',
      icon: <Pencil />,
      notNow: held,
      onSelect: () => onOpen({ kind: 'edit', person }),
    },
    {
      kind: 'item',
      label: hasPassword ? 'Replace the password…' : 'Give a first password…',
      icon: <KeyRound />,
      notNow: whyNoPassword,
      onSelect: () => onOpen({ kind: 'password', person }),
    },
    { kind: 'separator' },
    {
      kind: 'item',
      label: isOwn ? 'Sign out everywhere…' : 'End sessions…',
      icon: <LogOut />,
      notNow: sessions === 0 ? 'Not signed in anywhere' : undefined,
      onSelect: () => onOpen({ kind: 'end-sessions', person, isOwn }),
    },
    isDisabled
      ? {
          kind: 'item',
          label: 'Let sign in again…',
          icon: <RotateCcw />,
          notNow: held,
          onSelect: () => onOpen({ kind: 'enable', person }),
        }
      : {
          kind: 'item',
          label: 'Disable…',
          icon: <Ban />,
          tone: 'danger',
          notNow: held,
          onSelect: () => onOpen({ kind: 'disable', person }),
        },
  ];
}
