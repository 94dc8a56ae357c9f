'use client';
import { useSearchParams } from 'next/navigation';
import { type ReactNode, useState } from 'react';
import { ProfileConnectionNotice } from '@/components/connections/profile-connection-notice';
import { useBatchFunding } from '@/lib/client/batch-groups/funding';
import { hasPayout } from '@/lib/client/batch-groups/funding-offer';
import { actsOfGroup } from '@/lib/client/batch-groups/group-acts';
import { useBatchRows } from '@/lib/client/batch-groups/queries';
import { hrefForBatchGroup, parseRowsState } from '@/lib/client/batch-groups/rows-view';
import { useRowEdits } from '@/lib/client/batch-groups/use-row-edits';
import { useKeys } from '@/lib/client/keys/use-keys';
import { useCan } from '@/lib/client/session/session-provider';
import { replaceUrl } from '@/lib/client/url/write-url';
import type { BatchGroupDetail, BatchGroupPath } from '@/lib/contracts/batch-groups';
import type { OpenAct } from './acts/act-dialog';
import { GroupActs } from './acts/group-acts';
import { useImmediateActs } from './acts/use-immediate-acts';
import { ElsewhereProgress } from './elsewhere-progress';
import { GroupHeader } from './group-header';
import { GroupNotices } from './group-notices';
import { GroupRows } from './group-rows';
import { MoneyAlarms } from '../funding/money-alarms';
import { PayoutSummary } from '../funding/payout-summary';
import { RunProgress } from './run-progress';
import { SideColumn } from './side/side-column';
import { StepList } from './step-list';
import { Uploads } from './upload/uploads';
import { useIncoming } from './upload/use-incoming';

interface GroupRunProps {
  group: BatchGroupDetail;
  path: BatchGroupPath;
  /** What is shown is not current: why. */
  notRead: ReactNode;
}

/** A group from its file to its funding: what is done, what is to do, every row of it. */
export function GroupRun({ group, path, notRead }: GroupRunProps) {
  const mayWrite = useCan('batch-groups.write');
  const acts = actsOfGroup(group);
  const mayAdd = mayWrite && acts.addRows !== undefined;
  const rows = useBatchRows(path);
  const rowEdits = useRowEdits(path);
  const funding = useBatchFunding(path, group).data;
  // Whoever comes to add a payment says so in the address.
  const search = useSearchParams();
  const isAsked = mayAdd && search.get('add') === 'payment';
  const [chosenAct, setAct] = useState<OpenAct>();
  const act = chosenAct ?? (isAsked ? 'add-payment' : undefined);
  const openAct = (next: OpenAct | undefined) => {
    setAct(next);
    if (isAsked && next === undefined) replaceUrl(hrefForBatchGroup(path, parseRowsState(search)));
  };
  const addPayment = mayAdd ? () => setAct('add-payment') : undefined;
  useKeys(addPayment ? { a: addPayment } : {});
  const now = useImmediateActs(group, path);
  const incoming = useIncoming(mayAdd);
  const waitsFor = rowEdits.isSaved ? undefined : 'What you changed is still being saved.';
  return (
    <div className="fit-page max-wide:h-auto!">
      <GroupHeader
        group={group}
        actions={
          mayWrite && (
            <GroupActs
              acts={acts}
              group={group}
              path={path}
              now={now}
              act={act}
              onAct={openAct}
              waitsFor={waitsFor}
            />
          )
        }
      />
      <StepList group={group} before={funding?.before ?? null} />
      <div className="grid min-h-0 flex-1 grid-cols-[minmax(0,1fr)_372px] border-t border-line max-wide:grid-cols-[minmax(0,1fr)]">
        <div className="flex min-h-0 min-w-0 flex-col">
          <GroupNotices group={group} notRead={notRead} error={now.error} onCloseError={now.forget} />
          <MoneyAlarms group={group} funding={funding} />
          <ProfileConnectionNotice
            profileIds={[path.profileId]}
            isWithoutCards
            className="flex-none px-(--gutter) py-2"
          />
          {hasPayout(group, funding) ? (
            <PayoutSummary group={group} path={path} />
          ) : (
            <RunProgress group={group} />
          )}
          <ElsewhereProgress group={group} read={rows.data?.items.length} />
          <GroupRows
            group={group}
            path={path}
            rows={rows}
            rowEdits={rowEdits}
            mayChange={mayAdd}
            onAdd={mayAdd ? incoming.choose : undefined}
            onAddPayment={addPayment}
            onPause={mayWrite && acts.pause ? now.pause : undefined}
          />
        </div>
        <SideColumn group={group} path={path} />
      </div>
      {mayAdd && <Uploads group={group} path={path} incoming={incoming} />}
    </div>
  );
}
