'use client';
import { ErrorState } from '@/components/feedback/error-state';
import { TemporaryPasswordDialog } from '@/components/staff/temporary-password-dialog';
import { Button } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import { type Decision, useDecide } from '@/lib/client/approvals/queries';
import type { Approval } from '@/lib/contracts/approvals';
import { effectWords, kindWords } from './approval-words';
import type { Decided } from './decided-notice';

interface DecideDialogProps {
  approval: Approval;
  decision: Decision;
  onClose: () => void;
  onDone: (decided: Decided) => void;
}

export function DecideDialog({ approval, decision, onClose, onDone }: DecideDialogProps) {
  const decide = useDecide(approval.id);
  const { kind, subject, lines, requestedBy } = approval;
  const isApproving = decision === 'approve';
  const send = () =>
    decide.mutate(decision, {
      onSuccess: (reply) => {
        if (reply.temporaryPassword === null) onDone({ approval: reply.approval });
      },
    });
  if (decide.data && decide.data.temporaryPassword !== null) {
    const { temporaryPassword, approval: decided } = decide.data;
    return (
      <TemporaryPasswordDialog
        password={temporaryPassword}
        whose={subject}
        onClose={() => onDone({ approval: decided })}
      />
    );
  }
  return (
    <Dialog
      title={`${isApproving ? 'Approve' : 'Refuse'} this request?`}
      description={
        <p>
          {kindWords[kind]}: {subject}. Asked by {requestedBy}.{' '}
          {isApproving ? effectWords[kind] : 'Nothing is changed. It can be asked for again.'} Your name is
          recorded.
        </p>
      }
      onSubmit={send}
      onClose={onClose}
      busy={decide.isPending}
      footer={
        <>
          <Button onClick={onClose} data-autofocus>
            Decide later
          </Button>
          <Button type="submit" variant={isApproving ? 'primary' : 'dangerFill'} busy={decide.isPending}>
            {decide.isPending ? 'Sending' : isApproving ? 'Approve' : 'Refuse'}
          </Button>
        </>
      }
    >
      {isApproving && (
        <ul className="list-disc rounded-md bg-sunken py-2 pr-3 pl-7 marker:text-ink-3">
          {lines.map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
      )}
      {decide.error && <ErrorState error={decide.error} />}
    </Dialog>
  );
}
