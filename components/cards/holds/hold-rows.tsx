'use client';
import dynamic from 'next/dynamic';
import { useState } from 'react';
import { Button } from '@/components/ui/button';
import { Deed } from '@/components/ui/page';
import { canBeHeld } from '@/lib/catalogues/card-holds';
import { useKeys } from '@/lib/client/keys/use-keys';
import { useCan, useSession } from '@/lib/client/session/session-provider';
import type { Card } from '@/lib/contracts/cards';
import type { HoldAct } from './hold-dialog';

const HoldDialog = dynamic(() => import('./hold-dialog').then((module) => module.HoldDialog), { ssr: false });

const rows: Record<HoldAct, { name: string; button: string }> = {
  place: { name: 'Hold until reviewed', button: 'Hold…' },
  change: { name: 'Set the next review', button: 'Change review date…' },
  lift: { name: 'Lift the hold', button: 'Lift hold…' },
};

const heldMeans: Record<string, string> = {
  ACTIVE: 'Freezes it.',
  FROZEN: 'Keeps it frozen.',
  INACTIVE: 'Keeps it from being activated.',
};

interface HoldRowsProps {
  card: Card;
  /** Why nothing can be asked of Wise just now. */
  notNow: string | undefined;
  onLifted: (isUnfrozen: boolean) => void;
}

/**
 * What can be done about holds. On a card held by somebody else a hold of one's own is offered as on any other: whether it
 * is would tell whose the other is.
 */
export function HoldRows({ card, notNow, onLifted }: HoldRowsProps) {
  const { role } = useSession();
  const mayHold = useCan('cards.hold');
  const [open, setOpen] = useState<{ act: HoldAct; card: Card }>();
  const isYours = card.hold?.isYours === true;
  const offered: HoldAct[] = !mayHold
    ? []
    : isYours
      ? ['lift', 'change']
      : canBeHeld(card.status.value)
        ? ['place']
        : [];
  const ask = (act: HoldAct) => setOpen({ act, card });
  useKeys({
    h: () => {
      const [act] = offered;
      if (act && notNow === undefined) ask(act);
    },
  });
  const texts: Record<HoldAct, string> = {
    place: `${heldMeans[card.status.value] ?? ''} ${role === 'compliance' ? 'Only compliance can lift it.' : 'Only you can lift it until the day of its review.'}`,
    change: 'The card stays as it is, and the hold with it.',
    lift: 'Ends the review. It asks whether to unfreeze the card as well.',
  };
  return (
    <>
      {offered.map((act) => (
        <Deed
          key={act}
          title={rows[act].name}
          action={
            <Button size="sm" notNow={act === 'change' ? undefined : notNow} onClick={() => ask(act)}>
              {rows[act].button}
            </Button>
          }
        >
          {texts[act]}
        </Deed>
      ))}
      {open && (
        <HoldDialog
          {...open}
          onClose={() => setOpen(undefined)}
          onLifted={onLifted}
          returnTo={() => document.querySelector<HTMLElement>('[data-acts] button')}
        />
      )}
    </>
  );
}
