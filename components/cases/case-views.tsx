'use client';
import { SavedViewsBar } from '@/components/views/saved-views-bar';
import {
  addressOfCases,
  type CasesState,
  type CaseView,
  caseViews,
  hrefForCases,
  parseCasesState,
} from '@/lib/client/cases/cases-state';
import { useCasesCallingYou } from '@/lib/client/cases/queries';
import { formatCount } from '@/lib/format/counts';

const names: Record<CaseView, string> = {
  open: 'All open',
  mine: 'Yours',
  waiting: 'Nobody’s',
  'second-reader': 'Second reader',
  mentions: 'Mention you',
  closed: 'Closed',
};

const formatted = (count: number | undefined) => (count === undefined ? undefined : formatCount(count));

/** Saved views, and the parts of the queue under the other filters. */
export function CaseViews({ state, total }: { state: CasesState; total: number | undefined }) {
  const calling = useCasesCallingYou();
  const isCurrentView = (view: CaseView) => view === state.view;
  const countOf = (view: CaseView) => {
    if (isCurrentView(view)) return total;
    return view === 'mentions' ? calling.data?.total || undefined : undefined;
  };
  const shown = (view: CaseView) => ({
    label: names[view],
    href: hrefForCases({ ...state, view, id: '', viewId: undefined }),
    count: formatted(countOf(view)),
  });
  return (
    <SavedViewsBar
      list="cases"
      label="Cases"
      address={addressOfCases(state)}
      all={shown('open')}
      more={(current) => {
        const isOfSaved =
          current !== undefined && isCurrentView(parseCasesState(new URLSearchParams(current.query)).view);
        return caseViews
          .filter((view) => view !== 'open')
          .map((view) => ({ key: view, ...shown(view), isCurrent: isCurrentView(view) && !isOfSaved }));
      }}
    />
  );
}
