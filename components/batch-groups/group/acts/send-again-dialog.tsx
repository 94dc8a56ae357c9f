'use client';
import type { Route } from 'next';
import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { ErrorState } from '@/components/feedback/error-state';
import { Button } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import { Field, Input } from '@/components/ui/field';
import { Notice } from '@/components/ui/notice';
import { faultOfName } from '@/lib/client/batch-groups/group-draft';
import { useSendReturnedAgain } from '@/lib/client/batch-groups/payouts';
import { linesOfLeftOut, nameForReturned, type Returned } from '@/lib/client/batch-groups/returned';
import { hrefForBatchGroup } from '@/lib/client/batch-groups/rows-view';
import { useIntentKey } from '@/lib/client/intent-key';
import { batchGroupNameLength } from '@/lib/contracts/wise/batch-groups';
import { countOf } from '@/lib/format/counts';
import type { ActDialogProps } from './act-dialog';

/** Makes a group and sends nothing: the rows are checked, approved and funded there like any others. */
export function SendAgainDialog({ group, path, returned, onClose }: ActDialogProps & { returned: Returned }) {
  const router = useRouter();
  const [name, setName] = useState(() => nameForReturned(group.name, group.continuedIn.length));
  const [{ back, leftOut }] = useState(returned);
  const sending = useSendReturnedAgain(path);
  const keyOf = useIntentKey();
  const fault = faultOfName(name);
  const isNameTaken = sending.error?.code === 'batch_name_repeated';
  const send = (sameName = false) => {
    if (fault !== undefined || sending.isPending || sending.isSuccess) return;
    const body = { name: name.trim(), ...(sameName && { sameName: true }) };
    sending.mutate(
      { body, idempotencyKey: keyOf({ body, failures: sending.failureCount }) },
      {
        onSuccess: ({ group: { id, profileId } }) =>
          router.push(hrefForBatchGroup({ profileId, batchGroupId: id }) as Route),
      },
    );
  };
  const isBusy = sending.isPending || sending.isSuccess;
  return (
    <Dialog
      title={
        back.length > 0 ? `Send ${countOf(back.length, 'returned row')} again?` : 'Send returned rows again?'
      }
      description={
        <p>
          A new group is made of the rows whose money is back, with the same payees and amounts. They are
          checked anew. Nothing is sent to Wise yet, and each row can be mended first.
        </p>
      }
      onSubmit={() => send()}
      onClose={onClose}
      busy={isBusy}
      footer={
        <>
          <Button onClick={onClose}>Leave them</Button>
          {isNameTaken ? (
            <Button busy={isBusy} onClick={() => send(true)}>
              Use this name all the same
            </Button>
          ) : (
            <Button type="submit" variant="primary" busy={isBusy}>
              {isBusy ? 'Asking Wise' : 'Make the group'}
            </Button>
          )}
        </>
      }
    >
      <Field
        label="Name of the new group"
        error={fault}
        hint={`${name.length} of ${batchGroupNameLength}. Approvers know the group by it.`}
      >
        {(parts) => (
          <Input
            {...parts}
            autoComplete="off"
            value={name}
            onChange={({ target }) => {
              setName(target.value);
              if (sending.error) sending.reset();
            }}
          />
        )}
      </Field>
      {leftOut.length > 0 && (
        <div>
          <p className="font-strong">Not among them</p>
          <ul className="text-ink-2">
            {linesOfLeftOut(leftOut).map((line) => (
              <li key={line}>{line}.</li>
            ))}
          </ul>
        </div>
      )}
      {sending.error &&
        (isNameTaken ? (
          <Notice tone="warn" title={`${sending.error.problem.title}.`}>
            {sending.error.problem.detail} {sending.error.problem.advice}
          </Notice>
        ) : (
          <ErrorState error={sending.error} />
        ))}
    </Dialog>
  );
}
