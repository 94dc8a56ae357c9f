'use client';
import { ErrorState } from '@/components/feedback/error-state';
import { Button } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import { signOut } from '@/lib/client/auth/sign-out';
import { useEndSessions } from '@/lib/client/staff/mutations';
import type { StaffMember } from '@/lib/contracts/staff';
import { countOf } from '@/lib/format/counts';
import type { StaffResult } from './result-notice';

interface EndSessionsDialogProps {
  person: StaffMember;
  isOwn: boolean;
  onClose: () => void;
  onDone: (result: StaffResult) => void;
}

export function EndSessionsDialog({ person, isOwn, onClose, onDone }: EndSessionsDialogProps) {
  const end = useEndSessions(person.id);
  const send = () =>
    end.mutate(undefined, {
      onSuccess: ({ ended }) => {
        if (isOwn) return void signOut();
        onDone({
          title: `${countOf(ended, 'session')} of ${person.name} ended.`,
          text: 'They can sign in again with their password.',
        });
      },
    });
  return (
    <Dialog
      title={isOwn ? 'Sign out everywhere?' : `End ${countOf(person.sessions, 'session')} of ${person.name}?`}
      description={
        <p>
          {isOwn
            ? 'Signs you out everywhere at once, here too. You can sign in again with your password.'
            : 'Signs them out everywhere at once. They can sign in again with their password; to keep them out, disable them.'}
        </p>
      }
      onSubmit={send}
      onClose={onClose}
      busy={end.isPending}
      footer={
        <>
          <Button onClick={onClose} data-autofocus>
            {isOwn ? 'Stay signed in' : 'Leave signed in'}
          </Button>
          <Button type="submit" variant="dangerFill" busy={end.isPending}>
            {end.isPending ? 'Ending' : isOwn ? 'Sign out everywhere' : 'End sessions'}
          </Button>
        </>
      }
    >
      {end.error && <ErrorState error={end.error} />}
    </Dialog>
  );
}
