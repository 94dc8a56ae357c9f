import { Stamp } from 'lucide-react';
import { EmptyState } from '@/components/feedback/empty-state';
import { UrlLink } from '@/components/ui/url-link';
import { type ApprovalsState, hrefForApprovals } from '@/lib/client/approvals/approvals-state';
import type { ApprovalsView } from '@/lib/contracts/approvals';

const words: Record<ApprovalsView, { title: string; text: string; other: ApprovalsView; act: string }> = {
  waiting: {
    title: 'Nothing waits for a decision of yours',
    text: 'When somebody asks for something that you may decide on, it comes here and on your overview.',
    other: 'pending',
    act: 'See all that waits',
  },
  pending: {
    title: 'Nothing waits for a decision',
    text: 'When somebody asks for something that takes two people, it comes here.',
    other: 'decided',
    act: 'See what was decided',
  },
  mine: {
    title: 'You have asked for nothing',
    text: 'What you ask a second person for comes here, with what became of it.',
    other: 'pending',
    act: 'See all that waits',
  },
  decided: {
    title: 'Nothing was decided yet',
    text: 'Every decision comes here with who made it.',
    other: 'pending',
    act: 'See what waits',
  },
};

/** @param isNarrowed a search or a kind leaves nothing of a view that holds something */
export function NoApprovals({ state, isNarrowed }: { state: ApprovalsState; isNarrowed: boolean }) {
  const { act, other, text, title } = words[state.view];
  const link = (view: ApprovalsView, label: string) => (
    <UrlLink href={hrefForApprovals({ view })} className="inline-flex min-h-6 items-center">
      {label}
    </UrlLink>
  );
  if (isNarrowed)
    return (
      <EmptyState
        icon={<Stamp />}
        title="No request matches"
        action={link(state.view, 'Show the whole view')}
      >
        Search and kind narrow this view.
      </EmptyState>
    );
  return (
    <EmptyState icon={<Stamp />} title={title} action={link(other, act)}>
      {text}
    </EmptyState>
  );
}
