'use client';
import { ChevronLeft, ChevronRight, Download } from 'lucide-react';
import { Button, IconButton } from '@/components/ui/button';
import { DayField } from '@/components/ui/day-field';
import { Select } from '@/components/ui/field';
import { SearchField } from '@/components/ui/search-field';
import { plasticKinds, plasticRules } from '@/lib/catalogues/plastic';
import { useBranches } from '@/lib/client/branches/queries';
import { hrefForPlastic, isPlasticKind, type PlasticState } from '@/lib/client/plastic/plastic-state';
import { hrefOf, pushUrl, replaceUrl } from '@/lib/client/url/write-url';
import { exportPlastic, type PlasticDay } from '@/lib/contracts/plastic';
import { addDays } from '@/lib/format/times';

/** Which branch, which day, which rows. */
export function DayBar({ state, day }: { state: PlasticState; day: PlasticDay | undefined }) {
  const branches = useBranches();
  const choose = (next: Partial<PlasticState>) => pushUrl(hrefForPlastic({ ...state, ...next }));
  const shown = day?.day ?? state.day;
  const isToday = day !== undefined && shown >= day.today;
  return (
    <div
      role="search"
      aria-label="Plastic"
      data-print="no"
      className="flex flex-none flex-wrap items-center gap-1.5 border-y border-line px-(--gutter) py-2"
    >
      <Select
        aria-label="Branch"
        className="w-[170px]"
        value={day?.branch.id ?? state.branch}
        onChange={({ target }) => choose({ branch: target.value })}
      >
        {branches.data?.items.map(({ id, name }) => (
          <option key={id} value={id}>
            {name}
          </option>
        ))}
      </Select>
      <div className="flex items-center gap-1.5">
        <IconButton
          label="The day before"
          size="sm"
          onClick={() => shown && choose({ day: addDays(shown, -1) })}
        >
          <ChevronLeft />
        </IconButton>
        <DayField
          label="Day"
          value={shown}
          {...(day && { max: day.today })}
          onChange={(next) => choose({ day: next })}
        />
        <IconButton
          label="The day after"
          size="sm"
          disabled={isToday}
          onClick={() => shown && choose({ day: addDays(shown, 1) })}
        >
          <ChevronRight />
        </IconButton>
      </div>
      <div className="max-narrow:basis-full">
        <SearchField
          label="Search the rows"
          placeholder="Kiosk, note or name"
          value={state.query}
          onSearch={(query) => replaceUrl(hrefForPlastic({ ...state, query }))}
        />
      </div>
      <Select
        aria-label="Kind"
        className="w-[170px]"
        value={state.kind}
        onChange={({ target }) => choose({ kind: isPlasticKind(target.value) })}
      >
        <option value="">Every kind</option>
        {plasticKinds.map((kind) => (
          <option key={kind} value={kind}>
            {plasticRules[kind].name}
          </option>
        ))}
      </Select>
      {day && (
        <Button
          size="sm"
          icon={<Download />}
          className="ml-auto"
          onClick={() =>
            window.location.assign(
              hrefOf(exportPlastic.path, { branchId: day.branch.id, month: day.day.slice(0, 7) }),
            )
          }
        >
          Month as CSV
        </Button>
      )}
    </div>
  );
}
