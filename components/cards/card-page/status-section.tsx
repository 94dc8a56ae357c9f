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
import { useTimeZone } from '@/lib/client/time-zone/time-zone-provider';
import type { Card, CardPath } from '@/lib/contracts/cards';
import { formatAge } from '@/lib/format/times';
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

const doneTexts: Partial<Record<CardAction, { title: string; text: string }>> = {
  activate: { title: 'The card is active.', text: 'The customer can pay with it now.' },
  block: {
    title: 'The card is blocked for good.',
    text: 'Payments already authorised may still be taken; refunds still arrive. Only a new order replaces the card.',
  },
};

export function StatusSection({ path, card }: { path: CardPath; card: Card }) {
  const client = useQueryClient();
  const { error, isFetching } = useCard(path);
  const events = useCardEvents(path);
  const timeZone = useTimeZone();
  const [done, setDone] = useState<{ act: CardAction; status: string }>();
  const status = card.status.value;
  const cause = findPresentCause(events, status);
  const readAgain = () => void client.invalidateQueries({ queryKey: cardKeys.card(path) });
  const doneText = done && done.status === status ? doneTexts[done.act] : undefined;

  return (
    <Section
      id="card-status"
      title="Status"
      end={
        <>
          <Freshness at={card.readAt} source={card.source} />
          <IconButton label="Read again" size="xs" onClick={readAgain} aria-busy={isFetching || undefined}>
            <RotateCw />
          </IconButton>
        </>
      }
    >
      <div className="grid gap-2">
        {card.source === 'index' && (
          <Notice tone="warn" title={`Wise did not answer. This copy is ${formatAge(card.readAt)} old.`}>
            The card may have changed since. Read it again before you act on it.
          </Notice>
        )}
        {error && <ErrorState error={error} title="The card could not be read again." onRetry={readAgain} />}
        {doneText && (
          <Notice tone="good" title={doneText.title}>
            {doneText.text}
          </Notice>
        )}
        <OutcomeOfChange events={events} status={status} />
        <p className="max-w-[68ch] text-ink-2">
          {cause && (
            <>
              {wordOfChange(cause.from, cause.to)} {formatWhen(cause.at, timeZone)} {byWhom(cause)}
              {cause.reason !== null && <>, “{cause.reason}”</>}.{' '}
            </>
          )}
          {meaningOf(status)}
        </p>
      </div>
      <ActRows
        card={card}
        asking={findUnknownChange(events, status)?.to}
        onDone={(act) => setDone({ act, status: act === 'block' ? 'BLOCKED' : 'ACTIVE' })}
      />
    </Section>
  );
}
