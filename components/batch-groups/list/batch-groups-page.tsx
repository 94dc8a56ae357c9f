'use client';
import { Layers, Plus } from 'lucide-react';
import dynamic from 'next/dynamic';
import { useSearchParams } from 'next/navigation';
import { useState } from 'react';
import { EndlessTable } from '@/components/data-table/endless-table';
import { EmptyState } from '@/components/feedback/empty-state';
import { LiveMark } from '@/components/feedback/live-mark';
import { NotYours } from '@/components/feedback/not-yours';
import { Button } from '@/components/ui/button';
import { PageHeader } from '@/components/ui/page';
import { SavedViewsBar } from '@/components/views/saved-views-bar';
import {
  addressOfBatchGroups,
  type BatchGroupsState,
  hrefForBatchGroups,
  isNarrowed,
  parseBatchGroupsState,
  toBatchGroupFilters,
  withoutFilters,
} from '@/lib/client/batch-groups/list-state';
import { useBatchGroupList } from '@/lib/client/batch-groups/queries';
import { useKeys } from '@/lib/client/keys/use-keys';
import { useCan } from '@/lib/client/session/session-provider';
import { pushUrl, replaceUrl } from '@/lib/client/url/write-url';
import { GroupFilters } from './group-filters';
import { GroupHead, GroupRow, groupColumns } from './group-rows';

const loadDialog = () => import('./new-group-dialog').then((module) => module.NewGroupDialog);
const NewGroupDialog = dynamic(loadDialog, { ssr: false });

export function BatchGroupsPage() {
  const mayRead = useCan('batch-groups.read');
  if (mayRead) return <BatchGroups />;
  return (
    <NotYours title="Batch groups">
      Payments in batches are prepared by operations. A branch hands out cards.
    </NotYours>
  );
}

function BatchGroups() {
  const mayWrite = useCan('batch-groups.write');
  const search = useSearchParams();
  const state = parseBatchGroupsState(search);
  const list = useBatchGroupList(toBatchGroupFilters(state));
  const [isMaking, setMaking] = useState(false);
  const head = list.data?.pages[0];
  const choose = (next: BatchGroupsState) => pushUrl(hrefForBatchGroups(next));
  // Whoever comes to make one says so in the address.
  const isAsked = search.has('new');
  const closeDialog = () => {
    setMaking(false);
    if (isAsked) replaceUrl(hrefForBatchGroups(state));
  };
  useKeys(mayWrite ? { n: () => setMaking(true) } : {});
  const newGroup = mayWrite && (
    <Button
      variant="primary"
      icon={<Plus />}
      onPointerEnter={() => void loadDialog()}
      onClick={() => setMaking(true)}
    >
      New group…
    </Button>
  );
  return (
    <div className="fit-page">
      <PageHeader
        title="Batch groups"
        titleInTopBar
        actions={
          <>
            <span className="max-narrow:hidden">
              <LiveMark asOf={head?.asOf} />
            </span>
            {newGroup}
          </>
        }
      />
      <SavedViewsBar
        list="batch-groups"
        label="Views of batch groups"
        address={addressOfBatchGroups(state)}
        all={{ label: 'All groups', href: hrefForBatchGroups(withoutFilters(state)) }}
      />
      <GroupFilters
        state={state}
        found={head?.total}
        onChoose={choose}
        onType={(next) => replaceUrl(hrefForBatchGroups(next))}
      />
      <EndlessTable
        label="Batch groups"
        list={list}
        head={<GroupHead state={state} onChoose={choose} />}
        columns={groupColumns}
        row={(group, index) => <GroupRow key={group.id} group={group} index={index} />}
        nothingFound={
          isNarrowed(state) ? (
            <EmptyState
              icon={<Layers />}
              title={
                state.query ? `No batch group matches “${state.query}”.` : 'No batch group is like that.'
              }
              action={<Button onClick={() => choose(withoutFilters(state))}>Show all batch groups</Button>}
            >
              Try a part of its name, its profile, or the beginning of Wise’s id.
            </EmptyState>
          ) : (
            <EmptyState icon={<Layers />} title="There is no batch group yet." action={newGroup}>
              {mayWrite
                ? 'A group is paid at once: give it a name, then drop in a file with a row for each payment.'
                : 'Operators make them. What they send appears here.'}
            </EmptyState>
          )
        }
      />
      {mayWrite && (isMaking || isAsked) && <NewGroupDialog onClose={closeDialog} />}
    </div>
  );
}
