'use client';
import dynamic from 'next/dynamic';
import { useState } from 'react';
import { Button } from '@/components/ui/button';
import { Notice } from '@/components/ui/notice';
import { Section } from '@/components/ui/page';
import { useProfileFaults } from '@/lib/client/profiles/queries';
import { useCan } from '@/lib/client/session/session-provider';
import { useTimeZone } from '@/lib/client/time-zone/time-zone-provider';
import type { Card, CardPath } from '@/lib/contracts/cards';
import { formatCardType } from '@/lib/format/card-numbers';
import { formatDetailTime } from '@/lib/format/times';
import { byWhom, formatWhen } from './status-text';
import { useCardEvents } from './use-card-events';

const ClearPinDialog = dynamic(() => import('./clear-pin-dialog').then((module) => module.ClearPinDialog), {
  ssr: false,
});

/** Wise keeps two counts of wrong PINs. The online one is cleared here; the chip's own only a cash machine reaches. */
export function PinSection({ path, card }: { path: CardPath; card: Card }) {
  const mayClear = useCan('pin-count.reset');
  const timeZone = useTimeZone();
  const [isAsking, setAsking] = useState(false);
  const [clearedAt, setClearedAt] = useState<string>();
  const [fault] = useProfileFaults([path.profileId]);
  const isVirtual = formatCardType(card.cardProgram.cardType) === 'virtual';
  const last = useCardEvents(path).find(
    ({ kind, outcome }) => kind === 'pin-count' && outcome === 'succeeded',
  );

  return (
    <Section
      id="pin-count"
      title="Wrong-PIN count"
      end={last && <span>{`Last cleared ${formatWhen(last.at, timeZone)} ${byWhom(last)}`}</span>}
    >
      {clearedAt !== undefined && (
        <Notice
          className="mb-2"
          tone="good"
          title={
            <>
              The count is clear since{' '}
              <time dateTime={clearedAt}>{formatDetailTime(clearedAt, timeZone)}</time>.
            </>
          }
        >
          The PIN is the same as before. The customer can pay with it again.
        </Notice>
      )}
      <div className="grid grid-cols-[minmax(0,1fr)_auto] items-center gap-x-4 gap-y-2 max-narrow:grid-cols-[minmax(0,1fr)]">
        <div className="max-w-[68ch] text-ink-2">
          <p>
            Wise does not tell the count. After more than 3 wrong PINs, payments with PIN are declined until
            it is cleared.
          </p>
          {isVirtual ? (
            <p className="mt-1">
              This card is virtual and has no chip, so only this count can stand in the way.
            </p>
          ) : (
            <dl className="mt-1 grid gap-1">
              <div>
                <dt className="inline font-label text-ink">Declined for too many wrong PINs: </dt>
                <dd className="inline">clear the count here.</dd>
              </div>
              <div>
                <dt className="inline font-label text-ink">The chip itself is locked: </dt>
                <dd className="inline">
                  the customer chooses “PIN services” at a cash machine. Where no machine offers it, the card
                  has to be replaced.
                </dd>
              </div>
            </dl>
          )}
        </div>
        <Button
          size="sm"
          className="max-narrow:justify-self-start"
          onClick={() => setAsking(true)}
          notNow={
            fault
              ? 'Wise cannot be asked for this profile now.'
              : mayClear
                ? undefined
                : 'Your role does not include it.'
          }
        >
          Clear wrong-PIN count…
        </Button>
      </div>
      {!mayClear && <p className="mt-1 text-meta text-ink-3">Your role does not include clearing it.</p>}
      {isAsking && (
        <ClearPinDialog
          path={path}
          card={card}
          isVirtual={isVirtual}
          onClose={() => setAsking(false)}
          onCleared={setClearedAt}
        />
      )}
    </Section>
  );
}
