'use client';
import type { ReactNode } from 'react';
import { ErrorState } from '@/components/feedback/error-state';
import { Button } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import type { ApiError } from '@/lib/client/api-error';
import { useUpdateBranch, useUpdateKiosk } from '@/lib/client/branches/mutations';
import type { Kiosk, RegisteredBranch } from '@/lib/contracts/branches';
import type { RegisterDialogProps } from './register-dialog';

const goesOn = 'What it is printing goes on.';

export function UseKioskDialog({ kiosk, onClose, onDone }: RegisterDialogProps & { kiosk: Kiosk }) {
  const update = useUpdateKiosk(kiosk.id);
  const { id, isActive, version } = kiosk;
  return (
    <UseDialog
      what={id}
      isActive={isActive}
      error={update.error}
      isPending={update.isPending}
      onClose={onClose}
      onSubmit={() =>
        update.mutate(
          { version, isActive: !isActive },
          {
            onSuccess: () =>
              onDone({
                title: isActive ? `${id} is not in use any more.` : `${id} is in use again.`,
                text: isActive ? `No card is sent there. ${goesOn}` : 'Cards can be sent to it.',
              }),
          },
        )
      }
    >
      {isActive
        ? `No card is sent here any more. ${goesOn} Its jobs stay on record.`
        : 'Cards can be sent to it at once.'}
    </UseDialog>
  );
}

export function UseBranchDialog({
  branch,
  onClose,
  onDone,
}: RegisterDialogProps & { branch: RegisteredBranch }) {
  const update = useUpdateBranch(branch.id);
  const { name, isActive, version } = branch;
  return (
    <UseDialog
      what={name}
      isActive={isActive}
      error={update.error}
      isPending={update.isPending}
      onClose={onClose}
      onSubmit={() =>
        update.mutate(
          { version, isActive: !isActive },
          {
            onSuccess: () =>
              onDone({
                title: isActive ? `${name} is not in use any more.` : `${name} is in use again.`,
                text: isActive
                  ? 'No card is ordered to it or sent to its kiosks.'
                  : 'Cards can be ordered to it and sent to its kiosks.',
              }),
          },
        )
      }
    >
      {isActive
        ? 'No card is ordered to it or sent to its kiosks any more. What they are printing goes on. Its managers still see its cards and hand over what is printed.'
        : 'Cards can be ordered to it and sent to its kiosks that are in use at once.'}
    </UseDialog>
  );
}

interface UseDialogProps {
  what: string;
  isActive: boolean;
  error: ApiError | null;
  isPending: boolean;
  onSubmit: () => void;
  onClose: () => void;
  children: ReactNode;
}

function UseDialog({ what, isActive, error, isPending, onSubmit, onClose, children }: UseDialogProps) {
  return (
    <Dialog
      title={isActive ? `Take ${what} out of use?` : `Put ${what} into use again?`}
      description={<p>{children}</p>}
      onSubmit={onSubmit}
      onClose={onClose}
      busy={isPending}
      footer={
        <>
          <Button onClick={onClose} data-autofocus>
            {isActive ? 'Keep it in use' : 'Leave it out of use'}
          </Button>
          <Button type="submit" variant={isActive ? 'dangerFill' : 'primary'} busy={isPending}>
            {isPending ? 'Changing' : isActive ? 'Take out of use' : 'Put into use'}
          </Button>
        </>
      }
    >
      {error && <ErrorState error={error} />}
    </Dialog>
  );
}
