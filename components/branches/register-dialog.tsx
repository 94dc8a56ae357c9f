'use client';
import type { Kiosk, RegisteredBranch } from '@/lib/contracts/branches';
import { AddBranchDialog, EditBranchDialog } from './branch-dialogs';
import { AddKioskDialog, EditKioskDialog } from './kiosk-dialogs';
import { UseBranchDialog, UseKioskDialog } from './use-dialogs';

export type OpenRegisterDialog =
  | { kind: 'add-branch' }
  | { kind: 'add-kiosk'; branchId: string }
  | { kind: 'edit-branch' | 'use-branch'; branch: RegisteredBranch }
  | { kind: 'edit-kiosk' | 'use-kiosk'; kiosk: Kiosk };
export interface RegisterResult {
  title: string;
  text?: string;
}
export interface RegisterDialogProps {
  onClose: () => void;
  onDone: (result: RegisterResult) => void;
}

export function RegisterDialog({ open, ...common }: RegisterDialogProps & { open: OpenRegisterDialog }) {
  switch (open.kind) {
    case 'add-branch':
      return <AddBranchDialog {...common} />;
    case 'edit-branch':
      return <EditBranchDialog branch={open.branch} {...common} />;
    case 'use-branch':
      return <UseBranchDialog branch={open.branch} {...common} />;
    case 'add-kiosk':
      return <AddKioskDialog branchId={open.branchId} {...common} />;
    case 'edit-kiosk':
      return <EditKioskDialog kiosk={open.kiosk} {...common} />;
    case 'use-kiosk':
      return <UseKioskDialog kiosk={open.kiosk} {...common} />;
  }
}
