import { CreditCard } from 'lucide-react';
import { EmptyState } from '@/components/feedback/empty-state';
import { ErrorState } from '@/components/feedback/error-state';
import { ButtonLink } from '@/components/ui/button';
import { DetailBody, PageHeader } from '@/components/ui/page';
import { Bar } from '@/components/ui/skeleton';
import { useOwnBranches } from '@/lib/client/session/use-own-branches';
import { onlyCardsOf } from '../branch-words';

const crumbs = [{ label: 'Cards', href: '/cards' as const }, { label: 'Card' }];

/** Another profile's card, an unknown one and one of another branch read alike. */
export function CardMissing() {
  const ownBranches = useOwnBranches();
  return (
    <>
      <PageHeader crumbs={crumbs} title="No card here" />
      <EmptyState
        icon={<CreditCard />}
        title="There is no such card, or it is not yours to see"
        action={
          <ButtonLink href="/cards" className="mt-1.5">
            Find a card
          </ButtonLink>
        }
      >
        {ownBranches !== undefined && `${onlyCardsOf(ownBranches)} `}
        Check the token, or search for the holder or the last four digits.
      </EmptyState>
    </>
  );
}

export function CardUnread({ error, onRetry, busy }: { error: Error; onRetry: () => void; busy: boolean }) {
  return (
    <>
      <PageHeader crumbs={crumbs} title="Card" />
      <ErrorState
        className="mx-(--gutter)"
        error={error}
        title="This card could not be read."
        onRetry={onRetry}
        busy={busy}
      />
    </>
  );
}

export function CardPending() {
  return (
    <div aria-busy="true" className="flex flex-1 flex-col">
      <PageHeader crumbs={crumbs} title={<span className="sr-only">Reading the card</span>} />
      <div className="flex animate-late flex-wrap gap-x-7 gap-y-3 px-(--gutter) pb-4">
        {['w-36', 'w-32', 'w-12', 'w-10', 'w-28', 'w-24'].map((width) => (
          <div key={width} className="grid gap-2">
            <Bar className="w-12" />
            <Bar className={width} />
          </div>
        ))}
      </div>
      <DetailBody side={<PendingLines />} sideLabel="Timeline">
        <PendingLines />
      </DetailBody>
    </div>
  );
}

export function PendingLines() {
  return (
    <div aria-hidden="true" className="grid animate-late gap-4 py-5">
      {['w-[38%]', 'w-[72%]', 'w-[64%]', 'w-[52%]', 'w-[68%]'].map((width) => (
        <Bar key={width} className={width} />
      ))}
    </div>
  );
}
