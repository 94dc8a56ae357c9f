import { type Severity, severities } from '../../catalogues/decline-desk.ts';
import { hrefOf } from '../url/write-url.ts';

export const caseViews = ['open', 'mine', 'waiting', 'closed'] as const;
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
}

export const isSeverity = (text: string | null): Severity | '' =>
  severities.find((severity) => severity === text) ?? '';

export const parseCasesState = (search: URLSearchParams): CasesState => ({
  view: caseViews.find((view) => view === search.get('view')) ?? 'open',
  severity: isSeverity(search.get('severity')),
  overdue: search.get('overdue') === 'yes' ? 'yes' : '',
  reason: search.get('reason')?.slice(0, 100) ?? '',
  ruleId: /^[0-9a-f-]{36}$/.exec(search.get('ruleId') ?? '')?.[0] ?? '',
  id: search.get('id')?.slice(0, 60) ?? '',
});

export const hrefForCases = ({
  view = 'open',
  severity = '',
  overdue = '',
  reason = '',
  ruleId = '',
  id = '',
}: Partial<CasesState>): string =>
  hrefOf('/declines/cases', { view: view === 'open' ? '' : view, severity, overdue, reason, ruleId, id });

/** How many filters narrow the view. */
export const countFilters = ({ overdue, reason, ruleId, severity }: CasesState): number =>
  [overdue, reason, ruleId, severity].filter((one) => one !== '').length;

/** What the list is asked for. */
export const queryOfCases = ({ overdue, reason, ruleId, severity, view }: CasesState) => ({
  ...(view === 'open' && { state: ['waiting' as const, 'taken' as const] }),
  ...(view === 'mine' && { state: ['taken' as const], assignee: 'me' as const }),
  ...(view === 'waiting' && { state: ['waiting' as const] }),
  ...(view === 'closed' && { state: ['closed' as const], sort: '-due' as const }),
  ...(severity !== '' && { severity: [severity] }),
  ...(overdue !== '' && { overdue }),
  ...(reason !== '' && { reason: [reason] }),
  ...(ruleId !== '' && { ruleId }),
  limit: 50,
});
