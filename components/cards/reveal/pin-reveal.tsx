'use client';
import { useState } from 'react';
import { ErrorState } from '@/components/feedback/error-state';
import { Button } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import { Bar } from '@/components/ui/skeleton';
import { usePinApproval } from '@/lib/client/reveals/pin-approval';
import type { Revealed } from '@/lib/client/reveals/reveal';
import type { Card, CardPath } from '@/lib/contracts/cards';
import { AskForPin } from './ask-for-pin';
import { PinWaits } from './pin-waits';
import { type Approved, RevealForm } from './reveal-form';

interface PinRevealProps {
  path: CardPath;
  card: Card;
  onClose: () => void;
  onShown: (revealed: Revealed) => void;
  onSettled: () => void;
}

/** Asks a second person, waits for the answer, then shows; each step as the request stands, also after coming back. */
export function PinReveal({ path, card, onClose, onShown, onSettled }: PinRevealProps) {
  const { data, error, refetch, isFetching } = usePinApproval(path);
  /** What is being used stays: the moment it is used it is none any more. */
  const [inUse, setInUse] = useState<Approved>();
  const [isAgain, setAgain] = useState(false);
  if (!data)
    return (
      <Dialog
        title="Reveal the PIN?"
        onClose={onClose}
        footer={<Button onClick={onClose}>Keep it hidden</Button>}
      >
        {error ? (
          <ErrorState error={error} onRetry={() => void refetch()} busy={isFetching} />
        ) : (
          <Bar className="w-[60%]" />
        )}
      </Dialog>
    );
  const { approval } = data;
  if (approval?.state === 'pending' && !inUse)
    return <PinWaits approval={approval} card={card} onClose={onClose} />;
  // What has run out is not offered: it would be refused.
  const until = approval?.state === 'approved' ? approval.usableUntil : null;
  const isGood = until !== null && Date.parse(until) > Date.parse(data.asOf) && !isAgain;
  const approved =
    inUse ??
    (approval && isGood ? { ...approval, by: approval.decidedBy ?? 'A second person', until } : undefined);
  if (approved)
    return (
      <RevealForm
        what="pin"
        card={card}
        approved={approved}
        onBegin={() => setInUse(approved)}
        onClose={onClose}
        onShown={onShown}
        onSettled={onSettled}
        onNotApproved={() => {
          setInUse(undefined);
          setAgain(true);
        }}
      />
    );
  return (
    <AskForPin path={path} card={card} last={approval} onAsked={() => setAgain(false)} onClose={onClose} />
  );
}
