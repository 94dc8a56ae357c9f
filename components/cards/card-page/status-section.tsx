'use client';
import { RotateCw } from 'lucide-react';
import { useState } from 'react';
import { useQueryClient } from '@tanstack/react-query';
import { ErrorState } from '@/components/feedback/error-state';
import { Freshness } from '@/components/feedback/freshness';
import { IconButton } from '@/components/ui/button';
import { Notice } from '@/components/ui/notice';
import { Section } from '@/components/ui/page';
import type { CardAction } from '@/lib/catalogues/card-actions';
import { cardKeys } from '@/lib/client/cards/keys';
import { useCard } from '@/lib/client/cards/queries';
import { useProfileFaults } from '@/lib/client/profiles/queries';
import { useTimeZone } from '@/lib/client/time-zone/time-zone-provider';
import type { Card, CardPath } from '@/lib/contracts/cards';
import { formatAge } from '@/lib/format/times';
import { HoldNotice } from '../holds/hold-notice';
import { ActRows } from './act-rows';
import { OutcomeOfChange } from './outcome-of-change';
import {
  byWhom,
  findPresentCause,
  findUnknownChange,
  formatWhen,
  meaningOf,
  wordOfChange,
} from './status-text';
import { useCardEvents } from './use-card-events';

/** What was just done, shown while the card has the status it led to. */
interface Done {
  status: string;
  title: string;
  text: string;
}
const doneTexts: Partial<Record<CardAction, Done>> = {
  activate: {
    status: 'ACTIVE',
    title: 'The card is active.',
    text: 'The customer can pay with it now.',
  },
  block: {
    status: 'BLOCKED',
    title: 'The card is blocked for good.',
    text: 'Payments already authorised may still be taken; refunds still arrive. Only a new order replaces the card.',
  },
};
const lifted = { title: 'The hold is lifted.', text: 'The card itself is as it was.' };
const liftedAndUnfrozen: Done = {
  status: 'ACTIVE',
  title: 'The hold is lifted.',
  text: 'The card is active again, and payments work.',
};

export function StatusSection({ path, card }: { path: CardPath; card: Card }) {
  const client = useQueryClient();
  const { error, isFetching } = useCard(path);
  const [fault] = useProfileFaults([path.profileId]);
  const events = useCardEvents(path);
  const timeZone = useTimeZone();
  const [done, setDone] = useState<Done>();
  const status = card.status.value;
  const cause = findPresentCause(events, status);
  const readAgain = () => void client.invalidateQueries({ queryKey: cardKeys.card(path) });
  const doneText = done?.status === status ? done : undefined;

  return (
    <Section
      id="card-status"
      title="Status"
      end={
        <>
          <Freshness at={card.readAt} source={fault ? 'kept' : card.source} />
          <IconButton label="Read again" size="xs" onClick={readAgain} aria-busy={isFetching || undefined}>
            <RotateCw />
          </IconButton>
        </>
      }
    >
      <div className="grid gap-2">
        {card.source === 'index' && !fault && (
          <Notice
            tone="warn"
            title={
              // The page may be older than its own HTML by the time it is taken over.
              <span suppressHydrationWarning>
                Wise did not answer. This copy is {formatAge(card.readAt)} old.
              </span>
            }
          >
            The card may have changed since. Read it again before you act on it.
          </Notice>
        )}
        {error && <ErrorState error={error} title="The card could not be read again." onRetry={readAgain} />}
        {doneText && (
          <Notice tone="good" title={doneText.title}>
            {doneText.text}
          </Notice>
        )}
        <HoldNotice path={path} card={card} />
        <OutcomeOfChange events={events} status={status} />
        <p className="max-w-[68ch] text-ink-2">
          {cause && (
            <>
              {wordOfChange(cause.from, cause.to)} {formatWhen(cause.at, timeZone)} {byWhom(cause)}
              {cause.reason !== null && cause.kind === 'status' && <>, “{cause.reason}”</>}.{' '}
            </>
          )}
          {meaningOf(status)}
        </p>
      </div>
      {fault ? (
        <p className="mt-2 text-ink-3">
          Not offered: any change of the status, while Wise cannot be asked for it.
        </p>
      ) : (
        <ActRows
          card={card}
          asking={findUnknownChange(events, status)?.to}
          onDone={(act) => setDone(doneTexts[act])}
          onLifted={(isUnfrozen) => setDone(isUnfrozen ? liftedAndUnfrozen : { ...lifted, status })}
        />
      )}
    </Section>
  );
}
