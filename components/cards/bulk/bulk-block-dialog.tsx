'use client';
import Link from 'next/link';
import { useState } from 'react';
import { ErrorState } from '@/components/feedback/error-state';
import { Button } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import { TextField } from '@/components/ui/field';
import { Notice } from '@/components/ui/notice';
import { useStartBulkChange } from '@/lib/client/bulk/queries';
import { useIntent } from '@/lib/client/use-intent';
import type { IndexedCard } from '@/lib/contracts/cards';
import { countOf } from '@/lib/format/counts';
import { DialogAnswers } from '../status-dialogs/parts';

interface BulkBlockDialogProps {
  cards: readonly Pick<IndexedCard, 'profileId' | 'token'>[];
  /** "8 can be blocked: 1 is blocked" */
  rest?: string;
  onClose: (hasAsked: boolean) => void;
}

/** Nobody blocks many cards alone: what is typed here is asked of another person. */
export function BulkBlockDialog({ cards, rest, onClose }: BulkBlockDialogProps) {
  const [reason, setReason] = useState('');
  const [typed, setTyped] = useState('');
  const [isChecked, setChecked] = useState(false);
  const [approvalId, setApprovalId] = useState<string | null>(null);
  const start = useStartBulkChange((started) => setApprovalId(started.approvalId));
  const send = useIntent(start);
  const count = String(cards.length);
  const howMany = countOf(cards.length, 'card');
  const noReason = reason.trim() === '';
  const isWrong = typed.replaceAll(',', '').trim() !== count;

  const submit = () => {
    setChecked(true);
    if (noReason || isWrong) return;
    void send({
      cards: cards.map(({ profileId, token }) => ({ profileId, cardToken: token })),
      status: 'BLOCKED',
      reason: reason.trim(),
    });
  };

  if (approvalId !== null)
    return (
      <Dialog
        title="Waits for a second person"
        onClose={() => onClose(true)}
        footer={
          <Button ref={(button) => button?.focus()} onClick={() => onClose(true)}>
            Close
          </Button>
        }
      >
        <Notice tone="busy" title={`${howMany} will be blocked once somebody agrees.`}>
          Until then every card stays as it is.{' '}
          <Link prefetch={false} href={{ pathname: '/approvals', query: { view: 'mine', id: approvalId } }}>
            See the request
          </Link>
        </Notice>
      </Dialog>
    );
  return (
    <Dialog
      title={`Block ${howMany} for ever?`}
      description={
        <>
          {rest !== undefined && <p className="mb-1.5">{rest}.</p>}
          <p>
            A blocked card can never be used again, by anyone, and Wise cannot undo it. A second person must
            agree to exactly these cards first; then they are blocked one after the other.
          </p>
        </>
      }
      onSubmit={submit}
      onClose={() => onClose(false)}
      busy={start.isPending}
      footer={
        <DialogAnswers
          keep="Do not block"
          label={`Ask to block ${howMany}`}
          busyLabel="Asking"
          variant="dangerFill"
          isPending={start.isPending}
          isUnknown={start.error?.problem.certain === 'unknown'}
          onClose={() => onClose(false)}
        />
      }
    >
      <TextField
        label="Reason, for the second person and each card’s history"
        error={isChecked && noReason ? 'Say why.' : undefined}
        maxLength={300}
        value={reason}
        onChange={setReason}
      />
      <TextField
        label={`Type the number of cards, ${count}`}
        error={isChecked && isWrong ? `This is not ${count}.` : undefined}
        inputMode="numeric"
        maxLength={6}
        className="max-w-[116px] tabular"
        value={typed}
        onChange={setTyped}
      />
      {start.error && <ErrorState error={start.error} />}
    </Dialog>
  );
}
