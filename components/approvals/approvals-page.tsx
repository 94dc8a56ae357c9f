'use client';
import dynamic from 'next/dynamic';
import { useSearchParams } from 'next/navigation';
import { useState } from 'react';
import { ErrorState } from '@/components/feedback/error-state';
import { LiveMark } from '@/components/feedback/live-mark';
import { NotYours } from '@/components/feedback/not-yours';
import { ShownOne } from '@/components/feedback/shown-one';
import { PageHeader } from '@/components/ui/page';
import { Split } from '@/components/ui/split';
import { ViewsBar } from '@/components/ui/views-bar';
import {
  approvalsViews,
  findApprovals,
  hrefForApprovals,
  parseApprovalsState,
} from '@/lib/client/approvals/approvals-state';
import { type Decision, useApproval, useApprovalList } from '@/lib/client/approvals/queries';
import { useCan } from '@/lib/client/session/session-provider';
import type { ApprovalDetail as Detail, ApprovalsView } from '@/lib/contracts/approvals';
import { formatCount } from '@/lib/format/counts';
import { ApprovalDetail } from './approval-detail';
import { ApprovalFilters } from './approval-filters';
import { ApprovalList } from './approval-list';
import { type Decided, DecidedNotice } from './decided-notice';
import { NoApprovals } from './no-approvals';

const DecideDialog = dynamic(() => import('./decide-dialog').then((module) => module.DecideDialog), {
  ssr: false,
});
const WithdrawDialog = dynamic(() => import('./withdraw-dialog').then((module) => module.WithdrawDialog), {
  ssr: false,
});
const viewNames: Record<ApprovalsView, string> = {
  waiting: 'Waiting for you',
  pending: 'All waiting',
  mine: 'Asked by you',
  decided: 'Decided',
};

export function ApprovalsPage() {
  const mayRead = useCan('approvals.read');
  if (mayRead) return <Approvals />;
  return (
    <NotYours title="Approvals">
      Requests are decided by administrators, and by people whom administrators have named for it.
    </NotYours>
  );
}

function Approvals() {
  const mayDecide = useCan('approvals.decide');
  const state = parseApprovalsState(useSearchParams(), mayDecide);
  const list = useApprovalList(state.view);
  const [deciding, setDeciding] = useState<{ approval: Detail; decision: Decision }>();
  const [withdrawing, setWithdrawing] = useState<Detail>();
  const [decided, setDecided] = useState<Decided>();
  const items = list.data && findApprovals(list.data.items, state);
  // Whatever the address names is shown, also once it has left this view.
  const shownId = state.id || items?.[0]?.id;
  const shown = useApproval(shownId);
  const isNarrowed = state.query !== '' || state.kind !== '';
  const isOpenOnNarrow = state.id !== '';
  const backHref = hrefForApprovals({ ...state, id: '' });
  return (
    <div className="fit-page">
      <PageHeader title="Approvals" titleInTopBar actions={<LiveMark asOf={list.data?.asOf} />} />
      <ViewsBar
        label="Requests"
        views={approvalsViews
          .filter((view) => mayDecide || view !== 'waiting')
          .map((view) => ({
            key: view,
            label: viewNames[view],
            href: hrefForApprovals({ view }),
            count: view === state.view && list.data ? formatCount(list.data.items.length) : undefined,
            isCurrent: view === state.view,
          }))}
      />
      <ApprovalFilters state={state} found={items?.length} />
      {decided && <DecidedNotice decided={decided} onClose={() => setDecided(undefined)} />}
      {list.error && (
        <ErrorState
          className="mx-(--gutter) my-3"
          error={list.error}
          title={items ? 'The requests could not be read again.' : 'The requests could not be read.'}
          onRetry={() => void list.refetch()}
          busy={list.isFetching}
        />
      )}
      {list.error && !items ? null : items?.length === 0 && state.id === '' ? (
        <NoApprovals state={state} isNarrowed={isNarrowed} />
      ) : (
        <Split
          isOpenOnNarrow={isOpenOnNarrow}
          list={<ApprovalList items={items} state={state} shownId={shownId} />}
        >
          <ShownOne read={shown} noun="request" back={{ href: backHref, label: 'All requests' }}>
            {(approval) => (
              <ApprovalDetail
                approval={approval}
                backHref={backHref}
                onDecide={(decision) => setDeciding({ approval, decision })}
                onWithdraw={() => setWithdrawing(approval)}
              />
            )}
          </ShownOne>
        </Split>
      )}
      {deciding && (
        <DecideDialog
          {...deciding}
          onClose={() => setDeciding(undefined)}
          onDone={(next) => {
            setDeciding(undefined);
            setDecided(next);
          }}
        />
      )}
      {withdrawing && <WithdrawDialog approval={withdrawing} onClose={() => setWithdrawing(undefined)} />}
    </div>
  );
}
