import { type ApprovalKindName, approvalKindNames, approvalKinds } from '../../catalogues/approval-kinds.ts';
import type { Approval, ApprovalsView } from '../../contracts/approvals.ts';
import { hrefOf } from '../url/write-url.ts';

export const approvalsViews: readonly ApprovalsView[] = ['waiting', 'pending', 'mine', 'decided'];

/** All that the address says. */
export interface ApprovalsState {
  view: ApprovalsView;
  query: string;
  kind: ApprovalKindName | '';
  /** The request that is open; empty: the first one where both stand side by side. */
  id: string;
}

export const isApprovalKind = (text: string | null): ApprovalKindName | '' =>
  approvalKindNames.find((kind) => kind === text) ?? '';

/** @param mayDecide for whom nothing ever waits, the list of all that waits comes first */
export const parseApprovalsState = (search: URLSearchParams, mayDecide: boolean): ApprovalsState => ({
  view: approvalsViews.find((view) => view === search.get('view')) ?? (mayDecide ? 'waiting' : 'pending'),
  query: search.get('query')?.trim().slice(0, 200) ?? '',
  kind: isApprovalKind(search.get('kind')),
  id: search.get('id')?.slice(0, 60) ?? '',
});

export const hrefForApprovals = ({ view, query = '', kind = '', id = '' }: Partial<ApprovalsState>): string =>
  hrefOf('/approvals', { view, query, kind, id });

/** By what it is about, who asks and what for: the whole view is on the page already. */
export function findApprovals(
  approvals: readonly Approval[],
  { kind, query }: Pick<ApprovalsState, 'kind' | 'query'>,
): Approval[] {
  const wanted = query.toLowerCase();
  return approvals.filter(
    (one) =>
      (kind === '' || one.kind === kind) &&
      [one.subject, one.requestedBy, one.decidedBy ?? '', approvalKinds[one.kind].title].some((text) =>
        text.toLowerCase().includes(wanted),
      ),
  );
}
