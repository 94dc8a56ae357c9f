'use client';
import { Button } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import type { CardOrder } from '@/lib/contracts/card-orders';

interface BeforePinDialogProps {
  order: CardOrder;
  isSet: boolean;
  onClose: () => void;
  onGo: () => void;
}

/** For the member of staff, before the screen is turned. */
export function BeforePinDialog({ order, isSet, onClose, onGo }: BeforePinDialogProps) {
  return (
    <Dialog
      title="Have the customer choose the PIN?"
      description={
        <p>
          For the card of {order.cardHolderName ?? 'this order'}, order {order.id}. Wise makes the card with
          this PIN{isSet && ', in place of the one that is set'}. That it was chosen, when and before whom is
          on record.
        </p>
      }
      onClose={onClose}
      footer={
        <>
          <Button onClick={onClose}>Not now</Button>
          <Button variant="primary" data-autofocus onClick={onGo}>
            Open the pad
          </Button>
        </>
      }
    >
      <p className="font-label">Turn the screen to the customer. Look away while they type.</p>
    </Dialog>
  );
}
