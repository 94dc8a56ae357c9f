'use client';
import dynamic from 'next/dynamic';
import { Fragment, useState } from 'react';
import { Button, type ButtonVariant } from '@/components/ui/button';
import { Deed } from '@/components/ui/page';
import { type CardAction, cardActions } from '@/lib/catalogues/card-actions';
import { useKeys } from '@/lib/client/keys/use-keys';
import { useSession } from '@/lib/client/session/session-provider';
import type { Card } from '@/lib/contracts/cards';
import { HoldRows } from '../holds/hold-rows';
import { actsOn, type NotOffered } from '../status-dialogs/offered-acts';

const StatusDialog = dynamic(
  () => import('../status-dialogs/status-dialog').then((module) => module.StatusDialog),
  { ssr: false },
);

const isAsking = 'The console is asking Wise whether it was done.';
const freezeOnly =
  'New payments are declined until an operator or compliance unfreezes it. Payments already authorised still go through; refunds still arrive.';
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

interface ActRowsProps {
  card: Card;
  /** The status that was asked for without an answer: nobody asks for it again before Wise has told. */
  asking: string | null | undefined;
  onDone: (act: CardAction) => void;
  onLifted: (isUnfrozen: boolean) => void;
}

/** What can be done about the status, each with its consequence; then, in one sentence, what cannot and why. */
export function ActRows({ card, asking, onDone, onLifted }: ActRowsProps) {
  const { consolePermissions } = useSession();
  const [open, setOpen] = useState<{ act: CardAction; card: Card }>();
  const { offered, notOffered } = actsOn(card.status.value, consolePermissions, card.hold, card.ownBranch);
  const mayUnfreeze = consolePermissions.includes('cards.unfreeze');
  const notNow = (act: CardAction) => (cardActions[act].to === asking ? isAsking : undefined);
  const ask = (act: CardAction) => setOpen({ act, card });
  useKeys({
    f: () => {
      const act = offered.find((one) => one === 'freeze' || one === 'unfreeze');
      if (act && notNow(act) === undefined) ask(act);
    },
  });
  const row = (act: CardAction) => (
    <Deed
      key={act}
      title={rows[act].name}
      action={
        <Button size="sm" variant={rows[act].variant} notNow={notNow(act)} onClick={() => ask(act)}>
          {rows[act].button}
        </Button>
      }
    >
      {act === 'freeze' && !mayUnfreeze ? freezeOnly : rows[act].then}
    </Deed>
  );
  return (
    <div className="mt-1.5" data-acts data-print="no">
      {offered.filter((act) => act !== 'block').map(row)}
      <HoldRows card={card} notNow={asking ? isAsking : undefined} onLifted={onLifted} />
      {offered.filter((act) => act === 'block').map(row)}
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
