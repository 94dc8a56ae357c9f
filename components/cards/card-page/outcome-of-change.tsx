'use client';
import { useState } from 'react';
import { Notice } from '@/components/ui/notice';
import type { CardEvent } from '@/lib/contracts/cards';
import { findUnknownChange, wordOfChange } from './status-text';

/** A change whose outcome is unknown, and what became of it once the console has asked Wise. */
export function OutcomeOfChange({ events, status }: { events: readonly CardEvent[]; status: string }) {
  const unknown = findUnknownChange(events, status);
  const [asked, setAsked] = useState<string>();
  if (unknown && unknown.id !== asked) setAsked(unknown.id);

  if (unknown) {
    return (
      <Notice
        tone="warn"
        title={`We do not know yet whether the card was ${wordOfChange(unknown.from, unknown.to).toLowerCase()}.`}
      >
        Do not try again: the console asks Wise itself and shows the answer here.
      </Notice>
    );
  }
  const settled = events.find(({ id }) => id === asked);
  if (!settled || settled.outcome === 'running') return null;
  const word = wordOfChange(settled.from, settled.to).toLowerCase();
  const isDone = settled.outcome === 'succeeded' || settled.to === status;
  return isDone ? (
    <Notice tone="good" title={`Wise has answered: the card was ${word}.`} />
  ) : (
    <Notice tone="busy" title={`Wise has answered: the card was not ${word}.`}>
      Nothing has changed. You can do it again.
    </Notice>
  );
}
