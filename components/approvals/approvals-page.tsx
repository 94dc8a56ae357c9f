'use client';
import clsx from 'clsx';
import dynamic from 'next/dynamic';
import { useSearchParams } from 'next/navigation';
import { useState } from 'react';
import { ErrorState } from '@/components/feedback/error-state';
import { LiveMark } from '@/components/feedback/live-mark';
import { NotYours } from '@/components/feedback/not-yours';
import { PageHeader } from '@/components/ui/page';
import { ViewsBar } from '@/components/ui/views-bar';
import { hrefForApprovals, parseApprovalsState } from '@/lib/client/approvals/approvals-state';
import { type Decision, useApprovalList } from '@/lib/client/approvals/queries';
import { useCan } from '@/lib/client/session/session-provider';
import type { Approval } from '@/lib/contracts/approvals';
import { formatCount } from '@/lib/format/counts';
import { ApprovalDetail } from './approval-detail';
import { ApprovalList } from './approval-list';
import { DecidedNotice, type Decided } from './decided-notice';
import { NoApprovals } from './no-approvals';

const DecideDialog = dynamic(() => import('./decide-dialog').then((module) => module.DecideDialog), {
  ssr: false,
});

export function ApprovalsPage() {
  const mayRead = useCan('approvals.read');
  if (mayRead) return <Approvals />;
  return (
    <NotYours title="Approvals">
      Requests are decided by administrators, and by operators whom an administrator has named for it.
    </NotYours>
  );
}

function Approvals() {
  const mayDecide = useCan('approvals.decide');
  const state = parseApprovalsState(useSearchParams());
  const list = useApprovalList(state.view);
  const [deciding, setDeciding] = useState<{ approval: Approval; decision: Decision }>();
  const [decided, setDecided] = useState<Decided>();
  const items = list.data?.items;
  const shown = items?.find(({ id }) => id === state.id) ?? items?.[0];
  const isElsewhere = state.id !== '' && items !== undefined && shown?.id !== state.id;
  // Whoever has just decided it knows where it went.
  const isMissing = isElsewhere && decided?.approval.id !== state.id;
  const isOpenOnNarrow = state.id !== '' && !isElsewhere;
  const count = items === undefined ? undefined : formatCount(items.length);
  return (
    <>
      <PageHeader title="Approvals" titleInTopBar actions={<LiveMark asOf={list.data?.asOf} />} />
      <ViewsBar
        label="Requests"
        views={(['pending', 'decided'] as const).map((view) => ({
          key: view,
          label: view === 'pending' ? 'Waiting' : 'Decided',
          href: hrefForApprovals({ view, id: '' }),
          count: view === state.view ? count : undefined,
          isCurrent: view === state.view,
        }))}
      />
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
      {list.error && !items ? null : items?.length === 0 ? (
        <NoApprovals view={state.view} isMissing={isMissing} mayDecide={mayDecide} />
      ) : (
        <div className="grid flex-1 grid-cols-[384px_minmax(0,1fr)] max-wide:grid-cols-[288px_minmax(0,1fr)] max-narrow:grid-cols-[minmax(0,1fr)]">
          <ApprovalList
            items={items}
            state={state}
            shownId={shown?.id}
            className={clsx(isOpenOnNarrow && 'max-narrow:hidden')}
          />
          <div className={clsx('min-w-0', !isOpenOnNarrow && 'max-narrow:hidden')}>
            {shown && (
              <ApprovalDetail
                approval={shown}
                isAnother={isMissing}
                backHref={hrefForApprovals({ view: state.view, id: '' })}
                onDecide={mayDecide ? (decision) => setDeciding({ approval: shown, decision }) : undefined}
              />
            )}
          </div>
        </div>
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
    </>
  );
}
