'use client';
import { Checkbox, Select } from '@/components/ui/field';
import { FilterBar } from '@/components/ui/filter-bar';
import { Found } from '@/components/ui/found';
import { severities, severityWords } from '@/lib/catalogues/decline-desk';
import { type CasesState, countFilters, hrefForCases, isSeverity } from '@/lib/client/cases/cases-state';
import { useDeclineReasons } from '@/lib/client/declines/queries';
import { pushUrl } from '@/lib/client/url/write-url';
import { countOf } from '@/lib/format/counts';

export function CaseFilters({ state, found }: { state: CasesState; found: number | undefined }) {
  const reasons = useDeclineReasons().data?.items ?? [];
  const isListed = reasons.some(({ code }) => code === state.reason);
  const narrow = (more: Partial<CasesState>) => pushUrl(hrefForCases({ ...state, ...more, id: '' }));
  return (
    <FilterBar
      label="Cases"
      search={
        <Select
          aria-label="Reason"
          className="max-w-[240px] max-narrow:max-w-[190px]"
          value={state.reason}
          onChange={({ target }) => narrow({ reason: target.value })}
        >
          <option value="">Every reason</option>
          {state.reason !== '' && !isListed && <option value={state.reason}>{state.reason}</option>}
          {reasons
            .filter(({ code }) => code !== 'NOT_DISCLOSED')
            .map(({ code, title }) => (
              <option key={code} value={code}>
                {title}
              </option>
            ))}
        </Select>
      }
      controls={
        <>
          <Select
            aria-label="Severity"
            className="wide:w-[140px]"
            value={state.severity}
            onChange={({ target }) => narrow({ severity: isSeverity(target.value) })}
          >
            <option value="">Every severity</option>
            {severities.map((one) => (
              <option key={one} value={one}>
                {severityWords[one]}
              </option>
            ))}
          </Select>
          <Checkbox
            label="Late only"
            checked={state.overdue === 'yes'}
            onChange={({ target }) => narrow({ overdue: target.checked ? 'yes' : '' })}
          />
        </>
      }
      active={countFilters(state)}
      onClear={() => pushUrl(hrefForCases({ view: state.view }))}
    >
      <Found>{found !== undefined && countOf(found, 'found', 'found')}</Found>
    </FilterBar>
  );
}
