'use client';
import { useRouter } from 'next/navigation';
import { RevealSection } from '@/components/cards/reveal/reveal-section';
import { ProductionLine } from '@/components/kiosks/production-line';
import { ProfileConnectionNotice } from '@/components/connections/profile-connection-notice';
import { LegalHoldSection } from '@/components/legal-holds/legal-hold-section';
import { LatestDecline } from '@/components/transactions/latest-decline';
import { RecentTransactions } from '@/components/transactions/recent-transactions';
import { DetailBody } from '@/components/ui/page';
import { asApiError } from '@/lib/client/api-error';
import { useListPlace } from '@/lib/client/cards/list-place';
import { useCard } from '@/lib/client/cards/queries';
import { useKeys } from '@/lib/client/keys/use-keys';
import type { CardPath } from '@/lib/contracts/cards';
import { CardFacts, CardHeader } from './card-header';
import { HandOverSection } from '../hand-over/hand-over-section';
import { CardTimeline } from './card-timeline';
import { CardMissing, CardPending, CardUnread } from './page-states';
import { PinSection } from './pin-section';
import { SpendingPermissionsPanel } from './spending-permissions-panel';
import { StatusSection } from './status-section';

const notThere = new Set(['not_found', 'validation_failed']);

export function CardPage({ profileId, cardToken }: CardPath) {
  const path = { profileId, cardToken };
  const { data: card, error, refetch, isFetching } = useCard(path);
  const place = useListPlace(cardToken);
  const router = useRouter();
  useKeys({
    Escape: () => router.push(place?.href ?? '/cards'),
    p: () => focusOn('[data-spending-permissions] [role=switch]'),
    t: () => focusOn('[data-timeline]'),
  });

  if (error && notThere.has(asApiError(error).code)) return <CardMissing />;
  if (!card) {
    return error ? (
      <CardUnread error={error} onRetry={() => void refetch()} busy={isFetching} />
    ) : (
      <CardPending />
    );
  }
  const hasData = card.status.value !== 'PURGED';
  return (
    <>
      <CardHeader card={card} place={place} />
      <CardFacts card={card} />
      <ProfileConnectionNotice profileIds={[profileId]} asOf={card.readAt} className="px-(--gutter) pb-3" />
      <DetailBody side={<CardTimeline path={path} card={card} />} sideLabel="Timeline">
        <HandOverSection path={path} card={card} />
        <StatusSection path={path} card={card} />
        {!card.cardProgram.cardType.startsWith('VIRTUAL') && (
          <ProductionLine path={path} cardHolderName={card.cardHolderName} />
        )}
        {hasData && <SpendingPermissionsPanel path={path} card={card} />}
        <LatestDecline path={path} />
        {hasData && <PinSection path={path} card={card} />}
        {hasData && <RevealSection path={path} card={card} />}
        <RecentTransactions path={path} />
        <LegalHoldSection {...path} />
      </DetailBody>
    </>
  );
}

function focusOn(selector: string) {
  document.querySelector<HTMLElement>(selector)?.focus();
}
