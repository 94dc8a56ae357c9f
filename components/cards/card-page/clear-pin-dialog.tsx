'use client';
import { useRef } from 'react';
import { ErrorState } from '@/components/feedback/error-state';
import { Button } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import { Notice } from '@/components/ui/notice';
import { asApiError } from '@/lib/client/api-error';
import { useResetPinCount } from '@/lib/client/cards/mutations';
import { useIntentKey } from '@/lib/client/intent-key';
import type { Card, CardPath } from '@/lib/contracts/cards';
import { CardNamed } from '../status-dialogs/parts';

interface ClearPinDialogProps {
  path: CardPath;
  card: Card;
  isVirtual: boolean;
  onClose: () => void;
  onCleared: (at: string) => void;
}

export function ClearPinDialog({ path, card, isVirtual, onClose, onCleared }: ClearPinDialogProps) {
  const { mutateAsync, isPending, error } = useResetPinCount(path);
  const keyOf = useIntentKey();
  const attempt = useRef(0);
  const isSending = useRef(false);
  const isUnknown = error?.problem.certain === 'unknown';

  const clear = async () => {
    if (isSending.current) return;
    isSending.current = true;
    try {
      const { clearedAt } = await mutateAsync({ idempotencyKey: keyOf(attempt.current) });
      onCleared(clearedAt);
      onClose();
    } catch (thrown) {
      // Clearing twice does no harm, so even after an unknown outcome pressing again is a new intent.
      if (asApiError(thrown).code !== 'in_progress') attempt.current += 1;
    } finally {
      isSending.current = false;
    }
  };

  return (
    <Dialog
      title="Clear the wrong-PIN count?"
      description={
        <p>
          <CardNamed card={card} /> The count of wrong PINs goes back to none. The PIN itself stays the same.
          {!isVirtual && ' A chip that is locked stays locked: only a cash machine opens it.'}
        </p>
      }
      onSubmit={() => void clear()}
      onClose={onClose}
      busy={isPending}
      footer={
        <>
          <Button onClick={onClose} busy={isPending}>
            {isUnknown ? 'Close' : 'Leave it as it is'}
          </Button>
          <Button type="submit" variant="primary" busy={isPending}>
            {isPending ? 'Clearing' : isUnknown ? 'Clear again' : 'Clear the count'}
          </Button>
        </>
      }
    >
      {error && !isUnknown && <ErrorState error={error} />}
      {error && isUnknown && (
        <Notice tone="warn" title="We do not know whether the count was cleared.">
          Wise did not answer, and it does not tell the count, so the console cannot find out. Clearing it
          again does no harm.{' '}
          {error.requestId !== undefined && <span className="code text-ink-3">req {error.requestId}</span>}
        </Notice>
      )}
    </Dialog>
  );
}
