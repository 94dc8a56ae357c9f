'use client';
import { ErrorState } from '@/components/feedback/error-state';
import { Button } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import { useUpdatePerson } from '@/lib/client/staff/mutations';
import type { StaffMember } from '@/lib/contracts/staff';
import type { StaffResult } from './result-notice';

interface DisableDialogProps {
  person: StaffMember;
  onClose: () => void;
  onDone: (result: StaffResult) => void;
}

export function DisableDialog({ person, onClose, onDone }: DisableDialogProps) {
  const update = useUpdatePerson(person.id);
  const isAdministrator = person.role === 'admin';
  const send = () =>
    update.mutate(
      { version: person.version, disabled: true },
      {
        onSuccess: ({ approvalId }) =>
          onDone({
            title:
              approvalId === null ? `${person.name} is disabled.` : `Disabling ${person.name} is asked for.`,
            text: 'All sessions are ended. To let the person sign in again takes two administrators.',
            approvalId,
          }),
      },
    );
  return (
    <Dialog
      title={`Disable ${person.name}?`}
      description={
        <p>
          {isAdministrator
            ? 'A second administrator agrees first, since this is an administrator. Then it signs them out everywhere at once.'
            : 'Signs them out everywhere at once.'}{' '}
          They cannot sign in until two administrators agree to let them. What they did stays in the audit
          trail.
        </p>
      }
      onSubmit={send}
      onClose={onClose}
      busy={update.isPending}
      footer={
        <>
          <Button onClick={onClose} data-autofocus>
            Leave as it is
          </Button>
          <Button type="submit" variant="dangerFill" busy={update.isPending}>
            {update.isPending ? 'Disabling' : isAdministrator ? 'Ask to disable' : 'Disable'}
          </Button>
        </>
      }
    >
      {update.error && <ErrorState error={update.error} />}
    </Dialog>
  );
}

export function EnableDialog({ person, onClose, onDone }: DisableDialogProps) {
  const update = useUpdatePerson(person.id);
  const send = () =>
    update.mutate(
      { version: person.version, disabled: false },
      {
        onSuccess: ({ approvalId }) =>
          onDone({
            title:
              approvalId === null
                ? `${person.name} can sign in again.`
                : `Letting ${person.name} sign in again is asked for.`,
            approvalId,
          }),
      },
    );
  return (
    <Dialog
      title={`Let ${person.name} sign in again?`}
      description={
        <p>
          With the role, branches and flags they had. A second administrator agrees first, since it gives
          access back.
        </p>
      }
      onSubmit={send}
      onClose={onClose}
      busy={update.isPending}
      footer={
        <>
          <Button onClick={onClose}>Leave disabled</Button>
          <Button type="submit" variant="primary" busy={update.isPending}>
            {update.isPending ? 'Asking' : 'Ask to let sign in'}
          </Button>
        </>
      }
    >
      {update.error && <ErrorState error={update.error} />}
    </Dialog>
  );
}
