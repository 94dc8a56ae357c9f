import { ReceiptText } from 'lucide-react';
import { EmptyState } from '@/components/feedback/empty-state';
import { Button } from '@/components/ui/button';
import { useOwnBranches } from '@/lib/client/session/use-own-branches';
import { type ArchiveState, isNarrowed, withoutFilters } from '@/lib/client/transactions/archive-state';

interface NothingFoundProps {
  state: ArchiveState;
  onChoose: (next: ArchiveState) => void;
}

export function NothingFound({ state, onChoose }: NothingFoundProps) {
  const ownBranches = useOwnBranches();
  if (isNarrowed(state))
    return (
      <EmptyState
        icon={<ReceiptText />}
        title={state.query ? `No transaction matches “${state.query}”.` : 'No transaction is like that.'}
        action={<Button onClick={() => onChoose(withoutFilters(state))}>Show all transactions</Button>}
      >
        Try the beginning of a word of the merchant’s name, the last four digits, or the whole id.
        {ownBranches !== undefined && ' Only cards of your branches are searched.'}
      </EmptyState>
    );
  return (
    <EmptyState icon={<ReceiptText />} title="No transaction is kept yet.">
      {ownBranches === undefined
        ? 'They appear here as soon as Wise tells of one. Those of the last 90 days are read card by card.'
        : `Those of cards that are collected at ${ownBranches} appear here.`}
    </EmptyState>
  );
}
