'use client';
import dynamic from 'next/dynamic';
import { useState } from 'react';
import { ErrorState } from '@/components/feedback/error-state';
import { Button } from '@/components/ui/button';
import { Deed, Section } from '@/components/ui/page';
import { identityCheckTexts } from '@/lib/catalogues/hand-overs';
import { useHandOver } from '@/lib/client/hand-overs/queries';
import { useCan } from '@/lib/client/session/session-provider';
import { useTimeZone } from '@/lib/client/time-zone/time-zone-provider';
import type { Card, CardPath } from '@/lib/contracts/cards';
import type { HandOverState } from '@/lib/contracts/hand-overs';
import { formatDetailTime } from '@/lib/format/times';

const HandOverDialog = dynamic(() => import('./hand-over-dialog').then((module) => module.HandOverDialog), {
  ssr: false,
});

/** Of a card that is collected at a branch; the others have none. */
export function HandOverSection({ path, card }: { path: CardPath; card: Card }) {
  const { data, error, refetch, isFetching } = useHandOver(path);
  if (error && !data) {
    return (
      <Section title="Collection">
        <ErrorState
          error={error}
          title="Where the card is collected could not be read."
          onRetry={() => void refetch()}
          busy={isFetching}
        />
      </Section>
    );
  }
  if (!data?.branch) return null;
  return (
    <Section title={`Collection at ${data.branch.name}`}>
      {data.handOver ? <Done handOver={data.handOver} /> : <Due path={path} card={card} state={data} />}
    </Section>
  );
}

function Done({ handOver }: { handOver: NonNullable<HandOverState['handOver']> }) {
  const timeZone = useTimeZone();
  return (
    <p className="max-w-[68ch] text-ink-2">
      Handed over on{' '}
      <time dateTime={handOver.collectedAt}>{formatDetailTime(handOver.collectedAt, timeZone)}</time> by{' '}
      {handOver.handedOverBy} at {handOver.branchName}. {identityCheckTexts[handOver.identityCheckedBy]}.
    </p>
  );
}

function Due({ path, card, state }: { path: CardPath; card: Card; state: HandOverState }) {
  const mayHandOver = useCan('hand-overs.write');
  const [isOpen, setOpen] = useState(false);
  const whyNot = wordsOf(state, card);
  if (!mayHandOver) {
    return <p className="text-ink-2">{whyNot ?? 'Printed, and not handed over yet. The branch does it.'}</p>;
  }
  return (
    <>
      <Deed
        title="Hand over"
        action={
          <Button size="sm" variant="primary" notNow={whyNot} onClick={() => setOpen(true)}>
            Hand over…
          </Button>
        }
      >
        {whyNot ??
          'Compare the name with a document first. You can activate the card then; name and phone number are not shown here afterwards.'}
      </Deed>
      {isOpen && <HandOverDialog path={path} card={card} onClose={() => setOpen(false)} />}
    </>
  );
}

function wordsOf({ whyNot }: HandOverState, card: Card): string | undefined {
  if (whyNot === 'not-printed') return 'Not printed yet: it can be handed over once its print is done.';
  const isUsable = card.status.value === 'INACTIVE' || card.status.value === 'ACTIVE';
  if (whyNot === 'not-usable' || !isUsable)
    return 'Not to be handed over: the card cannot be used in this status.';
  return undefined;
}
