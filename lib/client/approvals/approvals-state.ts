import { hrefOf } from '../url/write-url.ts';

export type ApprovalsView = 'pending' | 'decided';

/** All that the address says. */
export interface ApprovalsState {
  view: ApprovalsView;
  /** The request that is open; empty: the first one where both stand side by side. */
  id: string;
}

export const parseApprovalsState = (search: URLSearchParams): ApprovalsState => ({
  view: search.get('view') === 'decided' ? 'decided' : 'pending',
  id: search.get('id')?.slice(0, 60) ?? '',
});

export const hrefForApprovals = ({ view, id }: ApprovalsState): string =>
  hrefOf('/approvals', { view: view === 'decided' ? view : undefined, id });
