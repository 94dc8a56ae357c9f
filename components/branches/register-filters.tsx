'use client';
import { Select } from '@/components/ui/field';
import { FilterBar } from '@/components/ui/filter-bar';
import { Found } from '@/components/ui/found';
import { SearchField } from '@/components/ui/search-field';
import {
  type BranchWithKiosks,
  hrefForRegister,
  isRegisterSort,
  isUsage,
  type RegisterSort,
  type RegisterState,
  registerSorts,
  type Usage,
  usages,
} from '@/lib/client/branches/register-state';
import { pushUrl, replaceUrl } from '@/lib/client/url/write-url';
import { countOf } from '@/lib/format/counts';

const usageWords: Record<Usage, string> = { 'in-use': 'In use', 'not-in-use': 'Not in use' };
const sortWords: Record<RegisterSort, string> = {
  name: 'By name',
  place: 'By place',
  '-kiosks': 'Most kiosks first',
};

interface RegisterFiltersProps {
  state: RegisterState;
  found: BranchWithKiosks[] | undefined;
}

export function RegisterFilters({ state, found }: RegisterFiltersProps) {
  const choose = (next: RegisterState) => pushUrl(hrefForRegister(next));
  return (
    <FilterBar
      label="Branches and kiosks"
      search={
        <SearchField
          label="Search branches and kiosks"
          placeholder="Name, place or kiosk id"
          value={state.query}
          onSearch={(query) => replaceUrl(hrefForRegister({ ...state, query }))}
        />
      }
      controls={
        <>
          <Select
            aria-label="State"
            className="wide:w-[150px]"
            value={state.usage}
            onChange={({ target }) => choose({ ...state, usage: isUsage(target.value) })}
          >
            <option value="">Every state</option>
            {usages.map((one) => (
              <option key={one} value={one}>
                {usageWords[one]}
              </option>
            ))}
          </Select>
          <Select
            aria-label="Order"
            className="wide:w-[160px]"
            value={state.sort}
            onChange={({ target }) => choose({ ...state, sort: isRegisterSort(target.value) })}
          >
            {registerSorts.map((one) => (
              <option key={one} value={one}>
                {sortWords[one]}
              </option>
            ))}
          </Select>
        </>
      }
      active={state.usage === '' ? 0 : 1}
      onClear={() => choose({ ...state, usage: '' })}
    >
      <Found>
        {found &&
          `${countOf(found.length, 'branch', 'branches')}, ${countOf(
            found.reduce((sum, { kiosks }) => sum + kiosks.length, 0),
            'kiosk',
          )} found`}
      </Found>
    </FilterBar>
  );
}
