'use client';
import { useState } from 'react';
import { ErrorState } from '@/components/feedback/error-state';
import { Button } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import { TextField } from '@/components/ui/field';
import { Notice } from '@/components/ui/notice';
import { cancelling } from '@/lib/catalogues/card-orders';
import { useCancelCardOrder } from '@/lib/client/card-orders/mutations';
import { useIntent } from '@/lib/client/use-intent';
import type { CardOrder, CardOrderPath } from '@/lib/contracts/card-orders';

interface OrderDialogProps {
  order: CardOrder;
  path: CardOrderPath;
  onClose: () => void;
}

/** Where the card goes with the order this cannot be undone, so the order's number is typed by hand. */
export function CancelDialog({ order, path, onClose }: OrderDialogProps) {
  const [typed, setTyped] = useState('');
  const [reason, setReason] = useState('');
  const [isTried, setTried] = useState(false);
  const cancellation = useCancelCardOrder(path);
  const send = useIntent(cancellation);
  const blocksCard = cancelling(order.status)?.blocksCard ?? false;
  const isUnknown = cancellation.error?.problem.certain === 'unknown';
  const isSent = cancellation.isSuccess;
  const submit = async () => {
    setTried(true);
    if (typed.trim() !== order.id || reason.trim() === '') return;
    await send({ status: 'CANCELLED', reason: reason.trim() });
  };
  const isOver = isSent || isUnknown;
  return (
    <Dialog
      title="Cancel this card order?"
      description={
        <p>
          <span className="font-label text-ink">
            Order {order.id}
            {order.cardHolderName !== null && `, ${order.cardHolderName}`}.
          </span>{' '}
          {blocksCard
            ? 'Its card is blocked for good: nobody can undo that, and a new card has to be ordered. A card that is in the post still arrives; tell the customer that it cannot be used.'
            : 'No card is made. A new order can be placed at any time.'}
        </p>
      }
      onSubmit={() => void submit()}
      onClose={onClose}
      busy={cancellation.isPending}
      footer={
        isOver ? (
          <Button onClick={onClose}>Close</Button>
        ) : (
          <>
            <Button onClick={onClose}>Keep the order</Button>
            <Button type="submit" variant="dangerFill" busy={cancellation.isPending}>
              {cancellation.isPending
                ? 'Cancelling'
                : blocksCard
                  ? 'Cancel and block for good'
                  : 'Cancel the order'}
            </Button>
          </>
        )
      }
    >
      {!isOver && (
        <div className="grid gap-3">
          <TextField
            label="Reason, kept in the audit trail"
            error={isTried && reason.trim() === '' ? 'Say why in a few words.' : undefined}
            maxLength={300}
            value={reason}
            onChange={setReason}
          />
          <TextField
            label="Type the number of the order"
            hint={order.id}
            error={isTried && typed.trim() !== order.id ? `Type ${order.id}.` : undefined}
            className="code max-w-[180px]"
            inputMode="numeric"
            value={typed}
            onChange={setTyped}
          />
        </div>
      )}
      {isSent && (
        <Notice tone="busy" title="Wise has taken it and cancels in a moment.">
          The page shows it as soon as it is so.
        </Notice>
      )}
      {cancellation.error && (
        <ErrorState
          error={cancellation.error}
          {...(isUnknown && { title: 'We do not know yet whether the order was cancelled.' })}
        />
      )}
    </Dialog>
  );
}
