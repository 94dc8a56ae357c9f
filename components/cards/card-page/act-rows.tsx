'use client';
import dynamic from 'next/dynamic';
import { Fragment, useState } from 'react';
import { Button, type ButtonVariant } from '@/components/ui/button';
import { Deed } from '@/components/ui/page';
import type { CardAction } from '@/lib/catalogues/card-actions';
import { useKeys } from '@/lib/client/keys/use-keys';
import { useSession } from '@/lib/client/session/session-provider';
import type { Card } from '@/lib/contracts/cards';
import { actsOn, type NotOffered } from '../status-dialogs/offered-acts';

const StatusDialog = dynamic(
  () => import('../status-dialogs/status-dialog').then((module) => module.StatusDialog),
  { ssr: false },
);

const rows: Record<CardAction, { name: string; then: string; button: string; variant: ButtonVariant }> = {
  activate: {
    name: 'Activate',
    then: 'Payments work at once. Only when the card is in the customer’s hand.',
    button: 'Activate…',
    variant: 'primary',
  },
  unfreeze: {
    name: 'Unfreeze',
    then: 'Payments work again at once, with the spending permissions below.',
    button: 'Unfreeze…',
    variant: 'primary',
  },
  freeze: {
    name: 'Freeze',
    then: 'New payments are declined until it is unfrozen. Payments already authorised still go through; refunds still arrive.',
    button: 'Freeze…',
    variant: 'secondary',
  },
  block: {
    name: 'Block for good',
    then: 'Cannot be undone by anyone. Only a new order replaces the card.',
    button: 'Block…',
    variant: 'danger',
  },
};

/** What can be done about the status, each with its consequence; then, in one sentence, what cannot and why. */
export function ActRows({ card, onDone }: { card: Card; onDone: (act: CardAction) => void }) {
  const { consolePermissions } = useSession();
  const [open, setOpen] = useState<{ act: CardAction; card: Card }>();
  const { offered, notOffered } = actsOn(card.status.value, consolePermissions);
  const ask = (act: CardAction) => setOpen({ act, card });
  useKeys({
    f: () => {
      const act = offered.find((one) => one === 'freeze' || one === 'unfreeze');
      if (act) ask(act);
    },
  });
  return (
    <div className="mt-1.5" data-acts>
      {offered.map((act) => (
        <Deed
          key={act}
          title={rows[act].name}
          action={
            <Button size="sm" variant={rows[act].variant} onClick={() => ask(act)}>
              {rows[act].button}
            </Button>
          }
        >
          {rows[act].then}
        </Deed>
      ))}
      {notOffered.length > 0 && (
        <Deed>
          <span className="text-ink-3">
            <NotOfferedSentence notOffered={notOffered} />
          </span>
        </Deed>
      )}
      {open && (
        <StatusDialog
          {...open}
          onClose={() => setOpen(undefined)}
          onDone={onDone}
          returnTo={() =>
            document.querySelector<HTMLElement>('[data-acts] button') ??
            document.querySelector<HTMLElement>('#card-status button')
          }
        />
      )}
    </div>
  );
}

function NotOfferedSentence({ notOffered }: { notOffered: NotOffered[] }) {
  return (
    <>
      Not offered:{' '}
      {notOffered.map(({ actions, why }) => (
        <Fragment key={why}>
          {actions.map((act, index) => (
            <Fragment key={act}>
              {index > 0 && (index === actions.length - 1 ? ' and ' : ', ')}
              <b className="font-[560]">{rows[act].name}</b>
            </Fragment>
          ))}
          , {why}.{' '}
        </Fragment>
      ))}
    </>
  );
}
