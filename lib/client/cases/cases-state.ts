import { type CaseState, type Severity, severities } from '../../catalogues/decline-desk.ts';
import { hrefOf } from '../url/write-url.ts';
import { hrefWithView, type ListAddress, viewIdOf } from '../views/view-address.ts';

export const caseViews = ['open', 'mine', 'waiting', 'second-reader', 'mentions', 'closed'] as const;
export type CaseView = (typeof caseViews)[number];

/** All that the address says. */
export interface CasesState {
  view: CaseView;
  severity: Severity | '';
  overdue: 'yes' | '';
  reason: string;
  ruleId: string;
  /** The case that is open; empty: the first one where both stand side by side. */
  id: string;
  /** The saved view it was opened with. */
  viewId?: string | undefined;
}

export const isSeverity = (text: string | null): Severity | '' =>
  severities.find((severity) => severity === text) ?? '';

export const parseCasesState = (search: URLSearchParams): CasesState => ({
  // Addresses from before views could be saved say it where the saved view stands now.
  view: caseViews.find((view) => view === (search.get('show') ?? search.get('view'))) ?? 'open',
  severity: isSeverity(search.get('severity')),
  overdue: search.get('overdue') === 'yes' ? 'yes' : '',
  reason: search.get('reason')?.slice(0, 100) ?? '',
  ruleId: /^[0-9a-f-]{36}$/.exec(search.get('ruleId') ?? '')?.[0] ?? '',
  id: search.get('id')?.slice(0, 60) ?? '',
  viewId: viewIdOf(search),
});

/** All of the address but the saved view and what is open: what a saved view holds. */
const queryOf = ({ overdue, reason, ruleId, severity, view }: CasesState): string =>
  hrefOf('', { show: view === 'open' ? '' : view, severity, overdue, reason, ruleId }).slice(1);

export function hrefForCases(some: Partial<CasesState>): `/declines/cases?${string}` {
  const state = { ...parseCasesState(new URLSearchParams()), ...some };
  const href = hrefWithView('/declines/cases', queryOf(state), state.viewId);
  return state.id === '' ? href : `${href}&${new URLSearchParams({ id: state.id })}`;
}

export const addressOfCases = (state: CasesState): ListAddress<`/declines/cases?${string}`> => ({
  query: queryOf(state),
  viewId: state.viewId,
  hrefFor: (query, viewId) => hrefForCases({ ...parseCasesState(new URLSearchParams(query)), viewId }),
});

/** How many filters narrow the view. */
export const countFilters = ({ overdue, reason, ruleId, severity }: CasesState): number =>
  [overdue, reason, ruleId, severity].filter((one) => one !== '').length;

const openOnes: { state: CaseState[] } = { state: ['waiting', 'taken', 'second-reader'] };

/** What the list and its file are asked for. */
export const filtersOfCases = ({ overdue, reason, ruleId, severity, view }: CasesState) => ({
  ...(view === 'open' && openOnes),
  ...(view === 'mine' && { state: ['taken' as const], assignee: 'me' as const }),
  ...(view === 'waiting' && { state: ['waiting' as const] }),
  ...(view === 'second-reader' && { state: ['second-reader' as const] }),
  ...(view === 'mentions' && { ...openOnes, mentions: 'me' as const }),
  ...(view === 'closed' && { state: ['closed' as const, 'merged' as const], sort: '-due' as const }),
  ...(severity !== '' && { severity: [severity] }),
  ...(overdue !== '' && { overdue }),
  ...(reason !== '' && { reason: [reason] }),
  ...(ruleId !== '' && { ruleId }),
});
export const queryOfCases = (state: CasesState) => ({ ...filtersOfCases(state), limit: 50 });
