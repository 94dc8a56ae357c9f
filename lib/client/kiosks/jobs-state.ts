import { faultPlaces, type FaultPlace } from '../../catalogues/kiosk-errors/kiosk-error.ts';
import { type PrintJobFilterState, printJobFilterStates } from '../../catalogues/printing.ts';
import type { QueryOf } from '../../contracts/define-endpoint.ts';
import type { listPrintJobs } from '../../contracts/print-jobs.ts';
import { hrefOf } from '../url/write-url.ts';

export type JobFilters = Omit<NonNullable<QueryOf<typeof listPrintJobs>>, 'cursor' | 'limit'>;

/** All that the address says of the list of jobs; empty: not narrowed by it. Days are UTC’s, both included. */
export interface JobsState {
  branch: string;
  kiosk: string;
  state: PrintJobFilterState | '';
  family: FaultPlace | '';
  from: string;
  to: string;
}

const dayOf = (text: string | null) => (text !== null && /^\d{4}-\d{2}-\d{2}$/.test(text) ? text : '');

/** What the server could not be asked for is left out. */
export const parseJobsState = (search: URLSearchParams): JobsState => ({
  branch: search.get('branch')?.slice(0, 60) ?? '',
  kiosk: /^[\w-]{1,40}$/.exec(search.get('kiosk') ?? '')?.[0] ?? '',
  state: printJobFilterStates.find((known) => known === search.get('state')) ?? '',
  family: faultPlaces.find((known) => known === search.get('family')) ?? '',
  from: dayOf(search.get('from')),
  to: dayOf(search.get('to')),
});

export const hrefForJobs = (state: Partial<JobsState>): `/kiosks/jobs?${string}` =>
  `/kiosks/jobs?${hrefOf('', { ...state }).slice(1)}`;

export const toJobFilters = ({ branch, family, from, kiosk, state, to }: JobsState): JobFilters => ({
  ...(branch !== '' && { branchId: branch }),
  ...(kiosk !== '' && { kioskId: kiosk }),
  ...(state !== '' && { state }),
  ...(family !== '' && { family }),
  ...(from !== '' && { from }),
  ...(to !== '' && { to }),
});

/** Those beside where it was printed. */
export const countJobFilters = ({ family, from, state, to }: JobsState): number =>
  [state, family, from, to].filter((value) => value !== '').length;
