import type { AuditQuery } from '../../contracts/audit.ts';
import { readDay } from '../url/read-day.ts';
import { hrefOf } from '../url/write-url.ts';
import { hrefWithView, type ListAddress, viewIdOf } from '../views/view-address.ts';
import { boundsOfDay } from '../../format/day-bounds.ts';

const outcomes = ['succeeded', 'failed', 'unknown'] as const;
export type AuditOutcome = (typeof outcomes)[number];
export const auditPageSize = 50;

/** All that the address says about the list. `from` and `until` are days in the reader's own zone. */
export interface AuditState {
  query: string;
  action: string;
  outcome: AuditOutcome | '';
  from: string;
  until: string;
  /** Rows older than this one. */
  cursor: string;
  /** The row whose details are open. */
  row: string;
  /** The saved view it was opened with. */
  viewId?: string | undefined;
}

const digits = (text: string | null) => (/^\d{1,19}$/.test(text ?? '') ? (text ?? '') : '');

export function parseAuditState(search: URLSearchParams): AuditState {
  return {
    query: search.get('query')?.trim().slice(0, 200) ?? '',
    action: search.get('action')?.slice(0, 80) ?? '',
    outcome: outcomes.find((known) => known === search.get('outcome')) ?? '',
    from: readDay(search, 'from'),
    until: readDay(search, 'until'),
    cursor: digits(search.get('cursor')),
    row: digits(search.get('row')),
    viewId: viewIdOf(search),
  };
}

export const hrefForAudit = (state: AuditState) => hrefWithView('/audit', queryOf(state), state.viewId);

/** A saved view begins with the newest row, none open. */
export const addressOfAudit = (state: AuditState): ListAddress<`/audit?${string}`> => ({
  query: queryOf({ ...state, cursor: '', row: '' }),
  viewId: state.viewId,
  hrefFor: (query, viewId) =>
    hrefForAudit(withFilter(parseAuditState(new URLSearchParams(query)), { viewId })),
});

const queryOf = ({ viewId: _viewId, ...filters }: AuditState): string => hrefOf('', filters).slice(1);

/** Another filter begins with the newest row again. */
export const withFilter = (state: AuditState, change: Partial<AuditState>): AuditState => ({
  ...state,
  cursor: '',
  row: '',
  ...change,
});

export const withoutFilters = (state: AuditState): AuditState =>
  withFilter(state, { query: '', action: '', outcome: '', from: '', until: '', viewId: undefined });

/** Those beside the search. */
export const countFilters = ({ action, outcome, from, until }: AuditState): number =>
  [action, outcome, from, until].filter((value) => value !== '').length;

/** What the endpoint is asked for. */
export function toAuditQuery(state: AuditState, timeZone: string): AuditQuery {
  const { query, action, outcome, from, until, cursor } = state;
  const first = boundsOfDay(from, timeZone)?.from;
  const last = boundsOfDay(until, timeZone)?.until;
  return {
    ...(query && { query }),
    ...(action && { action }),
    ...(outcome && { outcome }),
    ...(first && { from: first }),
    ...(last && { until: last }),
    ...(cursor && { cursor }),
    limit: auditPageSize,
  };
}
