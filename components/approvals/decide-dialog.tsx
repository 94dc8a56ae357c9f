'use client';
import { useState } from 'react';
import { ErrorState } from '@/components/feedback/error-state';
import { TemporaryPasswordDialog } from '@/components/staff/temporary-password-dialog';
import { Button } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import { TextField } from '@/components/ui/field';
import { approvalKinds } from '@/lib/catalogues/approval-kinds';
import { type Decision, useDecide } from '@/lib/client/approvals/queries';
import type { ApprovalDetail } from '@/lib/contracts/approvals';
import { wordsOfAmount } from './approval-words';
import type { Decided } from './decided-notice';

interface DecideDialogProps {
  approval: ApprovalDetail;
  decision: Decision;
  onClose: () => void;
  onDone: (decided: Decided) => void;
}
const mostLines = 12;

export function DecideDialog({ approval, decision, onClose, onDone }: DecideDialogProps) {
  const decide = useDecide(approval.id);
  const [text, setText] = useState('');
  const [isChecked, setChecked] = useState(false);
  const { kind, subject, lines, requestedBy, needed } = approval;
  const isApproving = decision === 'approve';
  const isLast = approval.approvals + 1 >= needed;
  const isMissing = !isApproving && text.trim() === '';
  const amount = wordsOfAmount(approval);
  const send = () => {
    setChecked(true);
    if (isMissing) return;
    decide.mutate(
      { decision, text: text.trim() },
      {
        onSuccess: (reply) => {
          if (reply.temporaryPassword === null) onDone({ approval: reply.approval });
        },
      },
    );
  };
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
          {approvalKinds[kind].title}: {subject}
          {amount !== undefined && `, ${amount}`}. Asked by {requestedBy}.{' '}
          {!isApproving
            ? 'Nothing is changed. It can be asked for again.'
            : isLast
              ? approvalKinds[kind].effect
              : 'One more person has to agree after you.'}{' '}
          Your name is recorded.
        </p>
      }
      onSubmit={send}
      onClose={onClose}
      busy={decide.isPending}
      footer={
        <>
          <Button onClick={onClose} data-autofocus={isApproving || undefined}>
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
          {lines.slice(0, mostLines).map((line) => (
            <li key={line}>{line}</li>
          ))}
          {lines.length > mostLines && (
            <li>And {lines.length - mostLines} more, as the request lists them.</li>
          )}
        </ul>
      )}
      <TextField
        label={isApproving ? 'Note, if there is one' : 'Why it is refused'}
        hint="Whoever asked reads it."
        error={isChecked && isMissing ? 'Say why.' : undefined}
        maxLength={300}
        value={text}
        onChange={setText}
      />
      {decide.error && <ErrorState error={decide.error} />}
    </Dialog>
  );
}
