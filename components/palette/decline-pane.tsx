'use client';
import Link from 'next/link';
import { useEffect, useState } from 'react';
import { CardNumber } from '@/components/cards/card-number';
import { CardStatusMark } from '@/components/cards/card-status';
import { ReasonFacts } from '@/components/declines/reason-facts';
import { ErrorState } from '@/components/feedback/error-state';
import { DeclineControl } from '@/components/transactions/decline-control';
import { Sum } from '@/components/transactions/sum';
import { transactionHref } from '@/components/transactions/transaction-rows';
import { Bar } from '@/components/ui/skeleton';
import { useTimeZone } from '@/lib/client/time-zone/time-zone-provider';
import { useLatestDecline } from '@/lib/client/transactions/queries';
import type { CardPath, IndexedCard } from '@/lib/contracts/cards';
import { formatDetailTime } from '@/lib/format/times';

/** Stepping over rows asks nothing of Wise. */
const restMs = 250;

interface DeclinePaneProps {
  card: IndexedCard;
  /** Read at once: nobody has stepped here on the way to another. */
  isSure: boolean;
}

/** The card's last declined payment and what to do about it. */
export function DeclinePane({ card, isSure }: DeclinePaneProps) {
  const rested = useRested(card.token);
  return (
    <>
      <p className="flex flex-wrap items-center gap-x-2">
        <span className="font-label">{card.cardHolderName ?? 'No name'}</span>
        <CardNumber lastFourDigits={card.lastFourDigits} />
        <CardStatusMark status={card.status.value} isHeld={card.hold !== null} />
      </p>
      {isSure || rested ? (
        <LatestDecline path={{ profileId: card.profileId, cardToken: card.token }} />
      ) : (
        <Pending />
      )}
    </>
  );
}

function useRested(token: string): boolean {
  const [rested, setRested] = useState<string>();
  useEffect(() => {
    const timer = setTimeout(() => setRested(token), restMs);
    return () => clearTimeout(timer);
  }, [token]);
  return rested === token;
}

function LatestDecline({ path }: { path: CardPath }) {
  const timeZone = useTimeZone();
  const { data, error, refetch, isFetching } = useLatestDecline(path);
  if (!data)
    return error ? (
      <ErrorState
        className="mt-2"
        error={error}
        title="The last decline could not be read."
        onRetry={() => void refetch()}
        busy={isFetching}
      />
    ) : (
      <Pending />
    );
  const { transaction } = data;
  if (!transaction?.decline)
    return <p className="mt-1 text-ink-2">No payment was declined in the last 90 days.</p>;
  const { decline, merchant, creationTime, transactionAmount, id } = transaction;
  return (
    <div role="status">
      <h3 className="mt-2">Last decline: {decline.reason.title}</h3>
      <p className="mb-2 text-ink-2">
        <Sum money={transactionAmount} /> at {merchant.name ?? 'a shop without a name'},{' '}
        <time dateTime={creationTime}>{formatDetailTime(creationTime, timeZone)}</time>
        {decline.wentThrough && '. It went through at the second try'}
      </p>
      <ReasonFacts
        isBrief
        reason={decline.reason}
        mend={
          decline.control && <DeclineControl path={path} control={decline.control} isOnCardPage={false} />
        }
      />
      <p className="mt-2">
        <Link href={transactionHref(path.profileId, id)} prefetch={false}>
          Open the transaction
        </Link>
      </p>
    </div>
  );
}

function Pending() {
  return (
    <div aria-busy="true" className="mt-3 grid animate-late gap-4">
      <span className="sr-only">Reading the last decline</span>
      <Bar className="w-[70%]" />
      <Bar className="w-[88%]" />
      <Bar className="w-[52%]" />
    </div>
  );
}
