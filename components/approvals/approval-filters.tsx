'use client';
import { Select } from '@/components/ui/field';
import { FilterBar } from '@/components/ui/filter-bar';
import { Found } from '@/components/ui/found';
import { SearchField } from '@/components/ui/search-field';
import { approvalKindNames, approvalKinds } from '@/lib/catalogues/approval-kinds';
import {
  type ApprovalsState,
  hrefForApprovals,
  isApprovalKind,
} from '@/lib/client/approvals/approvals-state';
import { useCan } from '@/lib/client/session/session-provider';
import { pushUrl, replaceUrl } from '@/lib/client/url/write-url';
import { countOf } from '@/lib/format/counts';

interface ApprovalFiltersProps {
  state: ApprovalsState;
  found: number | undefined;
}

export function ApprovalFilters({ state, found }: ApprovalFiltersProps) {
  const isOfDesk = useCan('cases.rules');
  const kinds = approvalKindNames.filter((kind) => isOfDesk || approvalKinds[kind].group !== 'desk');
  return (
    <FilterBar
      label="Requests"
      search={
        <SearchField
          label="Search requests"
          placeholder="Person, card or kind"
          value={state.query}
          onSearch={(query) => replaceUrl(hrefForApprovals({ ...state, query, id: '' }))}
        />
      }
      controls={
        <Select
          aria-label="Kind"
          className="wide:w-[200px]"
          value={state.kind}
          onChange={({ target }) =>
            pushUrl(hrefForApprovals({ ...state, kind: isApprovalKind(target.value), id: '' }))
          }
        >
          <option value="">Every kind</option>
          {kinds.map((kind) => (
            <option key={kind} value={kind}>
              {approvalKinds[kind].title}
            </option>
          ))}
        </Select>
      }
      active={state.kind === '' ? 0 : 1}
      onClear={() => pushUrl(hrefForApprovals({ ...state, kind: '', id: '' }))}
    >
      <Found>{found !== undefined && countOf(found, 'found', 'found')}</Found>
    </FilterBar>
  );
}
