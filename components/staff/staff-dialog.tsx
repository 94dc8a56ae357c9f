'use client';
import { useSession } from '@/lib/client/session/session-provider';
import type { StaffMember } from '@/lib/contracts/staff';
import { AddPersonDialog } from './add-person-dialog';
import { DisableDialog, EnableDialog } from './disable-dialog';
import { EditPersonDialog } from './edit-person-dialog';
import { EndSessionsDialog } from './end-sessions-dialog';
import { HeldDialog } from './held-dialog';
import { PasswordDialog } from './password-dialog';
import type { StaffResult } from './result-notice';

export type OpenStaffDialog =
  | { kind: 'add' }
  | { kind: 'edit' | 'password' | 'disable' | 'enable'; person: StaffMember }
  | { kind: 'end-sessions'; person: StaffMember; isOwn: boolean };

interface StaffDialogProps {
  open: OpenStaffDialog;
  onClose: () => void;
  onDone: (result: StaffResult) => void;
}

export function StaffDialog({ open, onClose, onDone }: StaffDialogProps) {
  const { person: self } = useSession();
  const common = { onClose, onDone };
  if (open.kind === 'add') return <AddPersonDialog {...common} />;
  const { person } = open;
  switch (open.kind) {
    case 'edit':
      return person.id === self.id || person.pendingApprovalId !== null ? (
        <HeldDialog person={person} isOwn={person.id === self.id} onClose={onClose} />
      ) : (
        <EditPersonDialog person={person} {...common} />
      );
    case 'password':
      return <PasswordDialog person={person} {...common} />;
    case 'end-sessions':
      return <EndSessionsDialog person={person} isOwn={open.isOwn} {...common} />;
    case 'disable':
      return <DisableDialog person={person} {...common} />;
    case 'enable':
      return <EnableDialog person={person} {...common} />;
  }
}
