'use client';
import type { Route } from 'next';
import { useRouter } from 'next/navigation';
import * as Tabs from 'radix-ui/tabs';
import { useState } from 'react';
import { ErrorState } from '@/components/feedback/error-state';
import { ProfileChoice } from '@/components/profiles/profile-choice';
import { Button } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import { TextField } from '@/components/ui/field';
import { Notice } from '@/components/ui/notice';
import { tabClass } from '@/components/ui/tabs';
import {
  emptyGroup,
  faultsOfGroup,
  type GroupDraft,
  type GroupField,
  toGroupBody,
} from '@/lib/client/batch-groups/group-draft';
import { useCreateBatchGroup } from '@/lib/client/batch-groups/mutations';
import { hrefForBatchGroup } from '@/lib/client/batch-groups/rows-view';
import { useIntentKey } from '@/lib/client/intent-key';
import { NewGroupFields } from './new-group-fields';

const isWay = (value: string): value is GroupDraft['way'] => value === 'here' || value === 'elsewhere';

/** Nothing is made at Wise by it: a new group gets there with its first row. */
export function NewGroupDialog({ onClose }: { onClose: () => void }) {
  const router = useRouter();
  const creation = useCreateBatchGroup();
  const [draft, setDraft] = useState<GroupDraft>(emptyGroup);
  const [isTried, setTried] = useState(false);
  const keyOf = useIntentKey();
  const faults: Partial<Record<GroupField, string>> = isTried ? faultsOfGroup(draft) : {};
  const isNameTaken = creation.error?.code === 'batch_name_repeated';
  const change = (next: Partial<GroupDraft>) => {
    setDraft({ ...draft, ...next });
    if (creation.error) creation.reset();
  };
  const send = (sameName = false) => {
    setTried(true);
    if (creation.isPending || Object.keys(faultsOfGroup(draft)).length > 0) return;
    const body = toGroupBody(draft, sameName);
    creation.mutate(
      { body, idempotencyKey: keyOf({ body, failures: creation.failureCount }) },
      {
        onSuccess: ({ id, profileId }) =>
          router.push(hrefForBatchGroup({ profileId, batchGroupId: id }) as Route),
      },
    );
  };
  const profile = (
    <ProfileChoice
      profileId={draft.profileId}
      error={faults.profileId}
      onChoose={(profileId) => change({ profileId })}
    />
  );
  return (
    <Dialog
      width="wide"
      title="New batch group"
      description={<p>Up to 1,000 payments that are funded at once. Nothing is sent to Wise yet.</p>}
      onSubmit={() => send()}
      onClose={onClose}
      busy={creation.isPending || creation.isSuccess}
      footer={
        <>
          <Button onClick={onClose}>Cancel</Button>
          {isNameTaken ? (
            <Button busy={creation.isPending} onClick={() => send(true)}>
              Use this name all the same
            </Button>
          ) : (
            <Button type="submit" variant="primary" busy={creation.isPending || creation.isSuccess}>
              {draft.way === 'here'
                ? creation.isPending
                  ? 'Making the group'
                  : 'Make the group'
                : creation.isPending
                  ? 'Asking Wise'
                  : 'Add to the register'}
            </Button>
          )}
        </>
      }
    >
      <Tabs.Root
        value={draft.way}
        onValueChange={(way) => {
          if (!isWay(way)) return;
          setTried(false);
          change({ way });
        }}
        className="grid min-w-0 gap-3"
      >
        <Tabs.List aria-label="How the group is made" className="-mx-2.5 flex border-b border-line">
          <Tabs.Trigger value="here" className={tabClass}>
            New
          </Tabs.Trigger>
          <Tabs.Trigger value="elsewhere" className={tabClass}>
            Made elsewhere
          </Tabs.Trigger>
        </Tabs.List>
        <Tabs.Content value="here" tabIndex={-1} className="grid min-w-0 gap-3">
          {profile}
          <NewGroupFields draft={draft} faults={faults} onChange={change} />
        </Tabs.Content>
        <Tabs.Content value="elsewhere" tabIndex={-1} className="grid min-w-0 gap-3">
          {profile}
          <TextField
            label="Wise’s id of the group"
            error={faults.wiseId}
            hint="A group that was made over the API by another program. It can be followed, approved and funded here."
            className="code"
            spellCheck={false}
            value={draft.wiseId}
            onChange={(text) => change({ wiseId: text })}
          />
        </Tabs.Content>
      </Tabs.Root>
      {creation.error &&
        (isNameTaken ? (
          <Notice tone="warn" title={`${creation.error.problem.title}.`}>
            {creation.error.problem.detail} {creation.error.problem.advice}
          </Notice>
        ) : (
          <ErrorState error={creation.error} />
        ))}
    </Dialog>
  );
}
