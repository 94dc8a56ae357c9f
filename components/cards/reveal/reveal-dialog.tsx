'use client';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { Button } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import { Notice } from '@/components/ui/notice';
import type { RevealedThing } from '@/lib/catalogues/reveals';
import { cardKeys } from '@/lib/client/cards/keys';
import type { Revealed } from '@/lib/client/reveals/reveal';
import { revealsKey } from '@/lib/client/reveals/queries';
import type { Card, CardPath } from '@/lib/contracts/cards';
import { CardNamed } from '../status-dialogs/parts';
import { PinReveal } from './pin-reveal';
import { RevealForm } from './reveal-form';
import { RevealedDigits } from './revealed-digits';
import { isLookedAt } from './use-shown-for';

interface RevealDialogProps {
  what: RevealedThing;
  path: CardPath;
  card: Card;
  onClose: () => void;
}

/** Asks why and who, then shows; what was shown is gone from the page once it is hidden. */
export function RevealDialog({ what, path, card, onClose }: RevealDialogProps) {
  const client = useQueryClient();
  const [shown, setShown] = useState<Revealed | 'hidden'>();
  const tellPage = () => {
    void client.invalidateQueries({ queryKey: revealsKey(path) });
    void client.invalidateQueries({ queryKey: cardKeys.history(path) });
    void client.invalidateQueries({ queryKey: ['approvals'] });
  };
  const name = what === 'pin' ? 'PIN' : 'card number';

  const show = (revealed: Revealed) => setShown(isLookedAt() ? revealed : 'hidden');

  if (shown === undefined && what === 'pin')
    return <PinReveal path={path} card={card} onClose={onClose} onShown={show} onSettled={tellPage} />;
  if (shown === undefined)
    return <RevealForm what={what} card={card} onClose={onClose} onShown={show} onSettled={tellPage} />;
  return (
    <Dialog
      title={shown === 'hidden' ? `The ${name} is hidden` : what === 'pin' ? 'PIN' : 'Card details'}
      description={
        <p>
          <CardNamed card={card} />
        </p>
      }
      onClose={onClose}
      footer={
        shown === 'hidden' ? (
          <Button ref={(button) => button?.focus()} onClick={onClose}>
            Close
          </Button>
        ) : undefined
      }
    >
      {shown === 'hidden' ? (
        <Notice tone="good" title="Nothing of it is left on this page.">
          To see it again, ask again: each time counts and is on record.
        </Notice>
      ) : (
        <RevealedDigits path={path} revealed={shown} onHide={() => setShown('hidden')} />
      )}
    </Dialog>
  );
}
