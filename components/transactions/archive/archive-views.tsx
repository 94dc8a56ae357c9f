'use client';
import { SavedViewsBar } from '@/components/views/saved-views-bar';
import { transactionStates, valuesIn } from '@/lib/catalogues/statuses';
import { addressOfArchive, type ArchiveState, hrefForArchive } from '@/lib/client/transactions/archive-state';

const states = valuesIn(transactionStates).filter((state) => state !== 'UNKNOWN');

/** Saved views, and the states under the other filters. */
export function ArchiveViews({ state }: { state: ArchiveState }) {
  const chosen = state.state.join();
  return (
    <SavedViewsBar
      list="transactions"
      label="Views of transactions"
      address={addressOfArchive(state)}
      all={{ label: 'All transactions', href: hrefForArchive({ ...state, state: [], open: undefined }) }}
      more={(current) => {
        const isOfSaved =
          current !== undefined && new URLSearchParams(current.query).getAll('state').join() === chosen;
        return states.map((one) => ({
          key: one,
          label: transactionStates[one].word,
          href: hrefForArchive({ ...state, state: [one], open: undefined }),
          isCurrent: chosen === one && !isOfSaved,
        }));
      }}
    />
  );
}
