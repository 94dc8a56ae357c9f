import { Stamp } from 'lucide-react';
import { EmptyState } from '@/components/feedback/empty-state';
import { UrlLink } from '@/components/ui/url-link';
import { type ApprovalsView, hrefForApprovals } from '@/lib/client/approvals/approvals-state';

interface NoApprovalsProps {
  view: ApprovalsView;
  /** The address names a request that is not here. */
  isMissing: boolean;
  mayDecide: boolean;
}

export function NoApprovals({ view, isMissing, mayDecide }: NoApprovalsProps) {
  const other = (
    <UrlLink
      href={hrefForApprovals({ view: view === 'pending' ? 'decided' : 'pending', id: '' })}
      className="inline-flex min-h-6 items-center"
    >
      {view === 'pending' ? 'See what was decided' : 'See what waits'}
    </UrlLink>
  );
  if (view === 'decided') {
    return (
      <EmptyState icon={<Stamp />} title="Nothing was decided yet" action={other}>
        Every decision comes here with who made it.
      </EmptyState>
    );
  }
  return (
    <EmptyState
      icon={<Stamp />}
      title={isMissing ? 'The request you came for is decided' : 'Nothing waits for a decision'}
      action={other}
    >
      {mayDecide
        ? 'When somebody asks for a change that takes two people, it comes here and on your overview.'
        : 'When somebody asks for a change that takes two people, it comes here.'}
    </EmptyState>
  );
}
