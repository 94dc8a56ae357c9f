'use client';
import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { ErrorState } from '@/components/feedback/error-state';
import { Dialog } from '@/components/ui/dialog';
import { TextField } from '@/components/ui/field';
import { useStartBulkChange } from '@/lib/client/bulk/queries';
import { useIntent } from '@/lib/client/use-intent';
import type { IndexedCard } from '@/lib/contracts/cards';
import { countOf } from '@/lib/format/counts';
import { DialogAnswers } from '../status-dialogs/parts';
import type { BulkAct } from './acts-of-selection';

const words = {
  freeze: {
    verb: 'Freeze',
    keep: 'Keep them as they are',
    then: 'New payments are declined until somebody unfreezes each card. Payments already authorised still go through, and refunds still arrive.',
    status: 'FROZEN',
  },
  unfreeze: {
    verb: 'Unfreeze',
    keep: 'Keep them frozen',
    then: 'Payments work again at once, with the spending permissions each card has.',
    status: 'ACTIVE',
  },
} as const;

interface BulkDialogProps {
  act: Exclude<BulkAct, 'block'>;
  cards: readonly Pick<IndexedCard, 'profileId' | 'token'>[];
  /** "8 can be frozen: 1 is blocked" */
  rest?: string;
  onDone: () => void;
  onClose: () => void;
}

export function BulkDialog({ act, cards, rest, onDone, onClose }: BulkDialogProps) {
  const text = words[act];
  const router = useRouter();
  const [reason, setReason] = useState('');
  const [isEmpty, setEmpty] = useState(false);
  const start = useStartBulkChange(({ bulkId }) => {
    onDone();
    if (bulkId !== null) router.push(`/cards/bulk/${bulkId}`);
  });
  const send = useIntent(start);
  const isUnknown = start.error?.problem.certain === 'unknown';

  const submit = () => {
    if (reason.trim() === '') {
      setEmpty(true);
      return;
    }
    void send({
      cards: cards.map(({ profileId, token }) => ({ profileId, cardToken: token })),
      status: text.status,
      reason: reason.trim(),
    });
  };

  return (
    <Dialog
      title={`${text.verb} ${countOf(cards.length, 'card')}?`}
      description={
        <>
          {rest !== undefined && <p className="mb-1.5">{rest}.</p>}
          <p>{text.then} It goes on when you leave the page, and each card has its own result.</p>
        </>
      }
      onSubmit={submit}
      onClose={onClose}
      busy={start.isPending}
      footer={
        <DialogAnswers
          keep={text.keep}
          label={`${text.verb} ${countOf(cards.length, 'card')}`}
          busyLabel="Starting"
          isPending={start.isPending}
          {...{ isUnknown, onClose }}
        />
      }
    >
      <TextField
        label="Reason, kept in each card’s history"
        error={isEmpty && reason.trim() === '' ? 'Say why.' : undefined}
        maxLength={300}
        value={reason}
        onChange={setReason}
      />
      {start.error && <ErrorState error={start.error} />}
    </Dialog>
  );
}
