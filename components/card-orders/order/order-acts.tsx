'use client';
import dynamic from 'next/dynamic';
import { usePathname, useSearchParams } from 'next/navigation';
import { useState } from 'react';
import { Button } from '@/components/ui/button';
import { Deed, Section } from '@/components/ui/page';
import { cancelling } from '@/lib/catalogues/card-orders';
import { lookOfCardOrderStatus } from '@/lib/catalogues/statuses';
import { useCan } from '@/lib/client/session/session-provider';
import { replaceUrl } from '@/lib/client/url/write-url';
import type { CardOrder, CardOrderPath } from '@/lib/contracts/card-orders';
import { isToRenew } from './renewal-state';

const loadCancel = () => import('./cancel-dialog').then((module) => module.CancelDialog);
const CancelDialog = dynamic(loadCancel, { ssr: false });
const loadRenew = () => import('./renew-dialog').then((module) => module.RenewDialog);
const RenewDialog = dynamic(loadRenew, { ssr: false });

/** What can be done with the order; what cannot, and why, in one closing sentence. */
export function OrderActs({ order, path }: { order: CardOrder; path: CardOrderPath }) {
  const mayWrite = useCan('card-orders.write');
  const pathname = usePathname();
  const isSentHere = useSearchParams().get('act') === 'renew';
  const [open, setOpen] = useState<'cancel' | 'renew' | undefined>(
    isSentHere && isToRenew(order) ? 'renew' : undefined,
  );
  const what = cancelling(order.status);
  const close = () => {
    setOpen(undefined);
    if (isSentHere) replaceUrl(pathname);
  };
  if (!mayWrite) return null;
  const word = lookOfCardOrderStatus(order.status).word.toLowerCase();
  return (
    <Section title="What can be done">
      {isToRenew(order) && (
        <Deed
          title="Order it anew"
          action={
            <Button
              size="sm"
              variant="primary"
              onPointerEnter={() => void loadRenew()}
              onClick={() => setOpen('renew')}
            >
              Order anew…
            </Button>
          }
        >
          {order.status === 'CANCELLED'
            ? 'The old order is cancelled and its card blocked. Places the new order.'
            : 'Cancels this order, which blocks its card for good, and orders the same card again for collection.'}
        </Deed>
      )}
      {what && (
        <Deed
          title="Cancel the order"
          action={
            <Button
              size="sm"
              variant="danger"
              onPointerEnter={() => void loadCancel()}
              onClick={() => setOpen('cancel')}
            >
              Cancel…
            </Button>
          }
        >
          {what.blocksCard
            ? 'No card is delivered any more, and the card is blocked for good. One that is in the post still arrives.'
            : 'No card is made. Nothing is blocked: there is no card yet.'}
          {order.renewal?.state === 'waiting' && ' The new order that was to follow is not placed either.'}
        </Deed>
      )}
      {!what && <p className="text-ink-2">Not offered: Cancel, because the order is {word}.</p>}
      {open === 'cancel' && <CancelDialog order={order} path={path} onClose={close} />}
      {open === 'renew' && <RenewDialog order={order} path={path} onClose={close} />}
    </Section>
  );
}
