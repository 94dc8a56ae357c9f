'use client';
import { useState } from 'react';
import { ErrorState } from '@/components/feedback/error-state';
import { Button } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import { useDiscardBatchGroup } from '@/lib/client/batch-groups/mutations';
import { totalRows } from '@/lib/client/batch-groups/rows-view';
import { countOf } from '@/lib/format/counts';
import type { ActDialogProps } from './act-dialog';
import { isTypedName, TypedName } from './typed-name';

export function DiscardDialog({ group, path, onClose }: ActDialogProps) {
  const { name, rows, version } = group;
  const [typed, setTyped] = useState('');
  const [isTried, setTried] = useState(false);
  const discarding = useDiscardBatchGroup(path);
  const isSame = isTypedName(typed, name);
  const send = () => {
    setTried(true);
    if (isSame && !discarding.isPending) discarding.mutate({ version }, { onSuccess: onClose });
  };
  return (
    <Dialog
      title={`Throw “${name}” away?`}
      description={
        <p>
          {countOf(totalRows(rows), 'row')} and what was mended in them can no longer be sent. Nothing of the
          group is at Wise, so nothing is cancelled there. This cannot be undone.
        </p>
      }
      onSubmit={send}
      onClose={onClose}
      busy={discarding.isPending}
      footer={
        <>
          <Button onClick={onClose}>Keep the group</Button>
          <Button type="submit" variant="dangerFill" busy={discarding.isPending}>
            {discarding.isPending ? 'Throwing it away' : 'Throw it away'}
          </Button>
        </>
      }
    >
      <TypedName name={name} typed={typed} isTried={isTried} onType={setTyped} />
      {discarding.error && <ErrorState error={discarding.error} />}
    </Dialog>
  );
}
