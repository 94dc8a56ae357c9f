'use client';
import dynamic from 'next/dynamic';
import type { Route } from 'next';
import Link from 'next/link';
import { useState } from 'react';
import { ErrorState } from '@/components/feedback/error-state';
import { Button } from '@/components/ui/button';
import { Section } from '@/components/ui/page';
import { Bar } from '@/components/ui/skeleton';
import { hrefForLegalHolds } from '@/lib/client/legal-holds/legal-holds-state';
import { useLegalHoldsOn } from '@/lib/client/legal-holds/queries';
import { useCan } from '@/lib/client/session/session-provider';
import { useTimeZone } from '@/lib/client/time-zone/time-zone-provider';
import type { CardPath } from '@/lib/contracts/cards';
import { formatTableTime } from '@/lib/format/times';
import { reasonOf } from './hold-words';

const PlaceDialog = dynamic(() => import('./place-dialog').then((module) => module.PlaceDialog), {
  ssr: false,
});

/** Whether what is about a card must not be deleted; for compliance alone. */
export function LegalHoldSection(card: CardPath) {
  return useCan('legal-holds.read') ? <LegalHolds {...card} /> : null;
}

function LegalHolds({ cardToken, profileId }: CardPath) {
  const timeZone = useTimeZone();
  const mayPlace = useCan('legal-holds.write');
  const { data, error, isFetching, refetch } = useLegalHoldsOn(profileId, cardToken);
  const [isPlacing, setPlacing] = useState(false);
  const isOnCard = data?.items.some((hold) => hold.cardToken !== null);
  const isOnCustomer = data?.items.some((hold) => hold.cardToken === null);
  return (
    <Section
      title="Legal hold"
      end={
        mayPlace &&
        !(isOnCard && isOnCustomer) && (
          <Button size="sm" onClick={() => setPlacing(true)}>
            Place a legal hold…
          </Button>
        )
      }
    >
      {error && (
        <ErrorState
          error={error}
          title="Legal holds could not be read."
          onRetry={() => void refetch()}
          busy={isFetching}
        />
      )}
      {!data && !error && <Bar className="w-[55%] animate-late" />}
      {data?.items.length === 0 && (
        <p className="text-ink-3">None: what is about this card is deleted when its time has passed.</p>
      )}
      <ul className="grid gap-1">
        {data?.items.map((hold) => (
          <li key={hold.id} className="flex flex-wrap gap-x-3">
            <Link
              href={hrefForLegalHolds({ query: profileId }) as Route}
              prefetch={false}
              className="tabular"
            >
              {formatTableTime(hold.placedAt, timeZone)}
            </Link>
            <span>
              {hold.cardToken === null ? 'On the customer' : 'On this card'}, by {hold.placedBy}
            </span>
            <span className="min-w-0 break-words text-ink-2">{reasonOf(hold)}</span>
          </li>
        ))}
      </ul>
      {isPlacing && (
        <PlaceDialog
          on={{ profileId, cardToken }}
          taken={{ card: isOnCard === true, customer: isOnCustomer === true }}
          onClose={() => setPlacing(false)}
        />
      )}
    </Section>
  );
}
