'use client';
import { useState } from 'react';
import { ErrorState } from '@/components/feedback/error-state';
import { Button } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import { Notice } from '@/components/ui/notice';
import { useAskForPin } from '@/lib/client/reveals/pin-approval';
import type { PinApproval } from '@/lib/contracts/approvals';
import type { Card, CardPath } from '@/lib/contracts/cards';
import { CardNamed } from '../status-dialogs/parts';
import { emptyWhy, toWhy, WhyFields } from './why-fields';

interface AskForPinProps {
  path: CardPath;
  card: Card;
  /** The one before, of which nothing came. */
  last: PinApproval | null;
  onAsked: () => void;
  onClose: () => void;
}

export function AskForPin({ path, card, last, onAsked, onClose }: AskForPinProps) {
  const ask = useAskForPin(path);
  const [why, setWhy] = useState(emptyWhy);
  const [isChecked, setChecked] = useState(false);
  const ticketFault = ask.error?.fieldError('ticket');
  const submit = () => {
    setChecked(true);
    const given = toWhy(why);
    if (given) ask.mutate(given, { onSuccess: onAsked });
  };
  return (
    <Dialog
      title="Ask for a second person?"
      description={
        <p>
          <CardNamed card={card} /> A PIN is shown only once somebody else agrees. They learn how the card
          ends, the reason and the ticket, never the PIN.
        </p>
      }
      onSubmit={submit}
      onClose={onClose}
      busy={ask.isPending}
      footer={
        <>
          <Button onClick={onClose} busy={ask.isPending}>
            Keep it hidden
          </Button>
          <Button type="submit" variant="primary" busy={ask.isPending}>
            {ask.isPending ? 'Asking' : 'Ask for a second person'}
          </Button>
        </>
      }
    >
      {last && <WhatCameOfIt last={last} />}
      <WhyFields why={why} onChange={setWhy} isChecked={isChecked} ticketFault={ticketFault} />
      {ask.error && !ticketFault && <ErrorState error={ask.error} />}
    </Dialog>
  );
}

function WhatCameOfIt({ last: { decidedBy, decisions, state } }: { last: PinApproval }) {
  if (state === 'refused') {
    const why = decisions.at(-1)?.note ?? null;
    return (
      <Notice tone="bad" title={`${decidedBy ?? 'A second person'} refused.`}>
        {why === null ? 'Nothing was shown.' : `“${why}”`}
      </Notice>
    );
  }
  if (state === 'withdrawn') return null;
  return (
    <Notice tone="warn" title="The last request has run out.">
      Nothing was shown. Ask anew.
    </Notice>
  );
}
