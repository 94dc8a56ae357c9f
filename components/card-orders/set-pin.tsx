'use client';
import { useQueryClient } from '@tanstack/react-query';
import dynamic from 'next/dynamic';
import { useState } from 'react';
import { ErrorState } from '@/components/feedback/error-state';
import { Button } from '@/components/ui/button';
import { Notice } from '@/components/ui/notice';
import { Deed, Section } from '@/components/ui/page';
import { isPinSet } from '@/lib/catalogues/card-orders';
import { cardOrderKeys } from '@/lib/client/card-orders/keys';
import { useCan } from '@/lib/client/session/session-provider';
import type { CardOrder, CardOrderPath } from '@/lib/contracts/card-orders';
import type { PinPadEnd } from './pin-pad';

const BeforePinDialog = dynamic(
  () => import('./before-pin-dialog').then((module) => module.BeforePinDialog),
  {
    ssr: false,
  },
);
const PinPad = dynamic(() => import('./pin-pad').then((module) => module.PinPad), { ssr: false });

/** Where the pad returns the focus to. */
export const setPinButtonId = 'set-pin';

/** The PIN that the customer chooses for a card on order. */
export function SetPin({ order, path }: { order: CardOrder; path: CardOrderPath }) {
  const client = useQueryClient();
  const maySet = useCan('card-orders.preset-pin');
  const [open, setOpen] = useState<'before' | 'pad'>();
  const [end, setEnd] = useState<PinPadEnd>();
  const isSet = isPinSet(order.requirements);
  const close = (next: PinPadEnd) => {
    setOpen(undefined);
    setEnd(next);
    void client.invalidateQueries({ queryKey: cardOrderKeys.one(path) });
  };
  const notNow = maySet ? reasons[order.noPin ?? 'none'] : 'Only operators have PINs set.';
  return (
    <Section title="PIN">
      <Deed
        title={isSet ? 'The customer has chosen a PIN' : 'The customer chooses the PIN'}
        action={
          <Button
            id={setPinButtonId}
            size="sm"
            notNow={notNow}
            onClick={() => {
              setEnd(undefined);
              setOpen('before');
            }}
          >
            {isSet ? 'Set another PIN…' : 'Set the PIN…'}
          </Button>
        }
      >
        {notNow ??
          'Typed twice by the customer on this screen. It goes to Wise encrypted; nobody here can read it, now or later.'}
      </Deed>
      <Ended end={end} />
      {open === 'before' && (
        <BeforePinDialog
          order={order}
          isSet={isSet}
          onClose={() => setOpen(undefined)}
          onGo={() => setOpen('pad')}
        />
      )}
      {open === 'pad' && <PinPad path={path} onEnd={close} />}
    </Section>
  );
}

const reasons = {
  'past-it': 'Wise takes a PIN only until the card is made. At a cash machine “PIN services” changes it.',
  'not-asked-for': 'Wise asks for no PIN on this order and makes one itself.',
  none: undefined,
} as const;

function Ended({ end }: { end: PinPadEnd | undefined }) {
  if (end === undefined || end.is === 'cancelled' || end.is === 'set') return null;
  if (end.is === 'left')
    return (
      <Notice tone="warn" title="The pad closed by itself. Nothing was sent.">
        It closes when the window is left, and after a minute without a press.
      </Notice>
    );
  if (end.error.code === 'outcome_unknown')
    return (
      <Notice tone="warn" title="We do not know yet whether the PIN was set.">
        “PIN chosen by the customer” below says it, read from Wise just now. While it is not done, it can be
        set again.
      </Notice>
    );
  return <ErrorState error={end.error} />;
}
