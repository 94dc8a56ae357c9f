'use client';
import { ProfileBoxes } from '@/components/profiles/profile-boxes';
import { ChipFilterBar } from '@/components/ui/chip-filter-bar';
import { FilterChip } from '@/components/ui/filter-chip';
import { SearchField } from '@/components/ui/search-field';
import { type BalancesState, hrefForBalances, mostProfiles } from '@/lib/client/balances/balances-state';
import { pushUrl, replaceUrl } from '@/lib/client/url/write-url';
import { countOf } from '@/lib/format/counts';

interface BalanceFiltersProps {
  state: BalancesState;
  nameOf: (profileId: string) => string;
  found: number | undefined;
}

export function BalanceFilters({ state, nameOf, found }: BalanceFiltersProps) {
  const { profileId } = state;
  const choose = (ids: readonly string[]) => pushUrl(hrefForBalances({ ...state, profileId: ids }));
  return (
    <ChipFilterBar
      label="Balances"
      search={
        <SearchField
          label="Search balances"
          placeholder="Profile, currency, jar, amount"
          value={state.query}
          onSearch={(query) => replaceUrl(hrefForBalances({ ...state, query }))}
        />
      }
      chips={
        profileId.length > 0 && (
          <FilterChip field="Profile" values={profileId.map(nameOf)} onRemove={() => choose([])} />
        )
      }
      active={profileId.length > 0 ? 1 : 0}
      panel={() => (
        <div className="grid gap-3">
          <ProfileBoxes
            chosen={profileId}
            onToggle={(id, isOn) =>
              choose(isOn ? [...profileId, id].slice(-mostProfiles) : profileId.filter((one) => one !== id))
            }
          />
          <p className="text-meta text-ink-3">Up to {mostProfiles}: Wise is asked for each.</p>
        </div>
      )}
      found={found === undefined ? undefined : countOf(found, 'balance')}
    />
  );
}
