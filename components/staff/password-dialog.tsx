'use client';
import { ErrorState } from '@/components/feedback/error-state';
import { Button } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import { useIssuePassword } from '@/lib/client/staff/mutations';
import type { StaffMember } from '@/lib/contracts/staff';
import type { StaffResult } from './result-notice';
import { TemporaryPasswordDialog } from './temporary-password-dialog';

interface PasswordDialogProps {
  person: StaffMember;
  onClose: () => void;
  onDone: (result: StaffResult) => void;
}

/** A first password is given at once and shown once; replacing one waits for a second administrator. */
export function PasswordDialog({ person, onClose, onDone }: PasswordDialogProps) {
  const issue = useIssuePassword(person.id);
  const { name, hasPassword } = person;
  const send = () =>
    issue.mutate(undefined, {
      onSuccess: ({ temporaryPassword, approvalId }) => {
        if (temporaryPassword === null)
          onDone({ title: `A new password for ${name} is asked for.`, approvalId });
      },
    });
  const password = issue.data?.temporaryPassword;
  if (typeof password === 'string')
    return (
      <TemporaryPasswordDialog
        password={password}
        whose={name}
        onClose={() => onDone({ title: `${name} can sign in with the temporary password.` })}
      />
    );
  return (
    <Dialog
      title={hasPassword ? `Replace the password of ${name}?` : `Give ${name} a first password?`}
      description={
        <p>
          {hasPassword
            ? 'A second administrator agrees first and sees the new password once. Then the old one stops working and they are signed out everywhere.'
            : 'A temporary password is shown once, here. With it the person signs in and sets an own one before anything else opens.'}
        </p>
      }
      onSubmit={send}
      onClose={onClose}
      busy={issue.isPending}
      footer={
        <>
          <Button onClick={onClose} data-autofocus>
            {hasPassword ? 'Keep the password' : 'Not now'}
          </Button>
          <Button type="submit" variant="primary" busy={issue.isPending}>
            {issue.isPending ? 'Asking' : hasPassword ? 'Ask to replace it' : 'Show the password'}
          </Button>
        </>
      }
    >
      {issue.error && <ErrorState error={issue.error} />}
    </Dialog>
  );
}
