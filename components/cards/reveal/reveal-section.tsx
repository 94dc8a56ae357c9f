'use client';
import dynamic from 'next/dynamic';
import { useState } from 'react';
import { ErrorState } from '@/components/feedback/error-state';
import { Button } from '@/components/ui/button';
import { Deed, Section } from '@/components/ui/page';
import { canBeRevealed, type RevealedThing } from '@/lib/catalogues/reveals';
import { useKeys } from '@/lib/client/keys/use-keys';
import { useProfileFaults } from '@/lib/client/profiles/queries';
import { useCardReveals } from '@/lib/client/reveals/queries';
import { useCan } from '@/lib/client/session/session-provider';
import { useTimeZone } from '@/lib/client/time-zone/time-zone-provider';
import type { Card, CardPath } from '@/lib/contracts/cards';
import type { CardReveals } from '@/lib/contracts/sensitive-details';
import { formatWhen } from '../card-page/status-text';
import { RevealList } from './reveal-list';

const RevealDialog = dynamic(() => import('./reveal-dialog').then((module) => module.RevealDialog), {
  ssr: false,
});

/** Card number and PIN: who may see them, who has, and how many more may be shown. */
export function RevealSection({ path, card }: { path: CardPath; card: Card }) {
  const mayReveal = useCan('sensitive-details.reveal');
  const mayRevealPin = useCan('pin.reveal');
  const { data: reveals, error, refetch, isFetching } = useCardReveals(path);
  const timeZone = useTimeZone();
  const waitedForPrintAt = reveals?.waitedForPrintAt ?? null;
  const [asked, setAsked] = useState<RevealedThing>();
  const [fault] = useProfileFaults([path.profileId]);
  const notNow = fault ? 'Wise cannot be asked for this profile now.' : whyNotNow(card, mayReveal, reveals);
  const pinOff = reveals?.showsPins === false ? 'This installation shows no PINs.' : undefined;
  useKeys({ r: () => notNow === undefined && setAsked('details') });

  return (
    <Section
      id="card-reveals"
      title="Card number and PIN"
      end={reveals && mayReveal && <RevealLimits reveals={reveals} />}
    >
      <div data-print="no">
        <Deed
          title="Card number, expiry and CVV"
          action={
            <Button size="sm" notNow={notNow} onClick={() => setAsked('details')}>
              Reveal…
            </Button>
          }
        >
          {notNow ?? 'Shown to you alone for 30 seconds. Who, when and why is on record.'}
          {waitedForPrintAt !== null && (
            <>
              {' '}
              Its kiosk had not printed it yet when asked{' '}
              <time dateTime={waitedForPrintAt}>{formatWhen(waitedForPrintAt, timeZone)}</time>; it is shown
              once it is printed.
            </>
          )}
        </Deed>
        {mayRevealPin && (
          <Deed
            title="PIN"
            action={
              <Button size="sm" notNow={notNow ?? pinOff} onClick={() => setAsked('pin')}>
                Reveal PIN…
              </Button>
            }
          >
            {pinOff ??
              'A second person agrees first. Never read it out on the telephone. “PIN services” at a cash machine changes it.'}
          </Deed>
        )}
      </div>
      {error && (
        <ErrorState
          error={error}
          title="Who saw this card’s details could not be read."
          onRetry={() => void refetch()}
          busy={isFetching}
        />
      )}
      {reveals && <RevealList items={reveals.items} />}
      {asked && (
        <RevealDialog key={asked} what={asked} path={path} card={card} onClose={() => setAsked(undefined)} />
      )}
    </Section>
  );
}

function whyNotNow(card: Card, mayReveal: boolean, reveals: CardReveals | undefined): string | undefined {
  if (!mayReveal) return 'Only staff with the right to reveal see them.';
  if (!canBeRevealed(card.status.value)) return 'Wise shows them of active and frozen cards only.';
  const { ofCard, yours } = reveals?.limits ?? {};
  if (yours && yours.used >= yours.most)
    return `You were shown ${yours.most} within 24 hours, which is the limit.`;
  if (ofCard && ofCard.used >= ofCard.most)
    return `This card was shown ${ofCard.most} times within 30 days, which is the limit.`;
  return undefined;
}

function RevealLimits({ reveals: { limits } }: { reveals: CardReveals }) {
  const { ofCard, yours } = limits;
  return (
    <span>{`${ofCard.used} of ${ofCard.most} in 30 days for this card, ${yours.used} of ${yours.most} in 24 hours for you`}</span>
  );
}
