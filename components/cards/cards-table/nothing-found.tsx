import { CreditCard, SearchX } from 'lucide-react';
import { EmptyState } from '@/components/feedback/empty-state';
import { Button } from '@/components/ui/button';
import { type CardListState, countFilters, withoutFilters, withQuery } from '@/lib/client/cards/list-state';
import { useOwnBranches } from '@/lib/client/session/use-own-branches';
import { onlyCardsOf, whyBranchIsEmpty } from '../branch-words';

const words = ['No', 'One', 'Two', 'Three', 'Four', 'Five'];

interface NothingFoundProps {
  state: CardListState;
  onChoose: (next: CardListState) => void;
}

export function NothingFound({ state, onChoose }: NothingFoundProps) {
  const { query } = state.filters;
  const ownBranches = useOwnBranches();
  const filters = countFilters(withQuery(state, ''));
  if (!query && filters === 0) {
    return (
      <EmptyState icon={<CreditCard />} title="No cards yet">
        {ownBranches === undefined
          ? 'The console lists a card once it has read it from Wise. An administrator sees on the overview which profiles are connected.'
          : whyBranchIsEmpty(ownBranches)}
      </EmptyState>
    );
  }
  return (
    <EmptyState
      icon={<SearchX />}
      title={query ? `No card matches “${query}”` : 'No card matches these filters'}
      action={
        <div className="flex flex-wrap gap-2">
          <Button size="sm" onClick={() => onChoose(withoutFilters(state))}>
            {filters === 0 ? 'Show all cards' : 'Clear filters'}
          </Button>
          {query && filters > 0 && (
            <Button size="sm" onClick={() => onChoose(withQuery(withoutFilters(state), query))}>
              Search all cards
            </Button>
          )}
        </div>
      }
    >
      {ownBranches !== undefined && `${onlyCardsOf(ownBranches)} `}
      {filters === 0
        ? 'Try the last four digits alone, a part of the name, or the whole token.'
        : `${words[filters] ?? filters} ${filters === 1 ? 'filter is' : 'filters are'} on.`}
    </EmptyState>
  );
}
