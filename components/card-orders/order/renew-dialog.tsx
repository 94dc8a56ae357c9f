'use client';
import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { ErrorState } from '@/components/feedback/error-state';
import { Button } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import { Field, Select, TextField } from '@/components/ui/field';
import { Notice } from '@/components/ui/notice';
import { useAvailability, useRenewCardOrder } from '@/lib/client/card-orders/mutations';
import { hasUnusualLetters, mostEmbossed, toPlainLetters } from '@/lib/client/card-orders/order-draft';
import { useIntent } from '@/lib/client/use-intent';
import type { CardOrder, CardOrderPath } from '@/lib/contracts/card-orders';

interface RenewDialogProps {
  order: CardOrder;
  path: CardOrderPath;
  onClose: () => void;
}

/** Two steps at Wise, one here: what was begun goes on where it stopped. */
export function RenewDialog({ order, path, onClose }: RenewDialogProps) {
  const router = useRouter();
  const [requestId, setRequestId] = useState(() => crypto.randomUUID());
  const [embossedName, setEmbossedName] = useState(() => toPlainLetters(order.cardHolderName ?? ''));
  const [branchId, setBranchId] = useState('');
  const [reason, setReason] = useState('');
  const [isTried, setTried] = useState(false);
  const offered = useAvailability(order.branch === null ? path.profileId : '').data;
  const renewal = useRenewCardOrder(path, (done) => {
    if (done.newOrderId !== null) router.push(`/card-orders/${path.profileId}/${done.newOrderId}`);
  });
  const send = useIntent(renewal);
  const isCancelled = order.status === 'CANCELLED';
  const isUnknown = renewal.error?.problem.certain === 'unknown';
  const isWaiting = renewal.data?.state === 'waiting';
  const isOver = isUnknown || isWaiting;
  const name = embossedName.trim();
  const faults = {
    reason: reason.trim() === '' ? 'Say why in a few words.' : undefined,
    branch: order.branch === null && branchId === '' ? 'Choose the branch.' : undefined,
    name:
      name.length < 1 || name.length > mostEmbossed
        ? `1 to ${mostEmbossed} characters, spaces included.`
        : undefined,
  };
  const submit = async () => {
    setTried(true);
    if (faults.reason || faults.branch || faults.name) return;
    const isDone = await send({
      requestId,
      reason: reason.trim(),
      embossedName: name,
      ...(order.branch === null && { branchId }),
    });
    // What Wise refused is settled: the next try is a new order.
    if (!isDone) setRequestId((before) => (isUnknown ? before : crypto.randomUUID()));
  };
  const where = order.branch === null ? '' : `, collected at ${order.branch.name}`;
  return (
    <Dialog
      title={isCancelled ? 'Place the new order?' : 'Cancel this order and order anew?'}
      description={
        <p>
          <span className="font-label text-ink">
            {order.cardHolderName ?? `Order ${order.id}`}
            {where}.
          </span>{' '}
          {isCancelled
            ? 'The old order is cancelled and its card blocked. The same card is ordered again.'
            : 'Wise prints no card that is older than 60 days. Step 1 cancels the order, which blocks its card for good. Step 2 orders the same card again, with the same address and phone. The console goes on to step 2 by itself; if Wise refuses it, this page says so and offers it alone.'}
        </p>
      }
      onSubmit={() => void submit()}
      onClose={onClose}
      busy={renewal.isPending}
      footer={
        isOver ? (
          <Button onClick={onClose}>Close</Button>
        ) : (
          <>
            <Button onClick={onClose}>Leave it as it is</Button>
            <Button
              type="submit"
              variant={isCancelled ? 'primary' : 'dangerFill'}
              busy={renewal.isPending || renewal.data?.state === 'placed'}
            >
              {renewal.isPending
                ? 'Ordering anew'
                : isCancelled
                  ? 'Place the new order'
                  : 'Block the old card, order anew'}
            </Button>
          </>
        )
      }
    >
      {!isOver && (
        <div className="grid gap-3">
          {order.branch === null && (
            <Field label="Branch" error={isTried ? faults.branch : undefined}>
              {(parts) => (
                <Select {...parts} value={branchId} onChange={({ target }) => setBranchId(target.value)}>
                  <option value="">Choose…</option>
                  {offered?.branches.map((branch) => (
                    <option key={branch.id} value={branch.id}>
                      {branch.name}
                    </option>
                  ))}
                </Select>
              )}
            </Field>
          )}
          <TextField
            label="Name on the card"
            error={isTried ? faults.name : undefined}
            hint={
              hasUnusualLetters(embossedName)
                ? `Some letters may be missing at the printer. Plain: ${toPlainLetters(embossedName)}`
                : `${name.length} of ${mostEmbossed}`
            }
            value={embossedName}
            onChange={setEmbossedName}
          />
          <TextField
            label="Reason, kept in the audit trail"
            error={isTried ? faults.reason : undefined}
            maxLength={300}
            value={reason}
            onChange={setReason}
          />
        </div>
      )}
      {isWaiting && (
        <Notice tone="busy" title="Wise is still cancelling the old order.">
          The console places the new order by itself as soon as it is cancelled. You can leave this page.
        </Notice>
      )}
      {renewal.error && (
        <ErrorState
          error={renewal.error}
          {...(isUnknown && { title: 'We do not know yet whether the new order was placed.' })}
        />
      )}
    </Dialog>
  );
}
