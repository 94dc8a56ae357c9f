'use client';
import { useState } from 'react';
import { ErrorState } from '@/components/feedback/error-state';
import { Button } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import { TextField } from '@/components/ui/field';
import { useCancelBatchGroup } from '@/lib/client/batch-groups/funding';
import { useIntent } from '@/lib/client/use-intent';
import type { BatchGroupDetail, BatchGroupPath } from '@/lib/contracts/batch-groups';
import { countOf } from '@/lib/format/counts';
import { isTypedName, TypedName } from '../group/acts/typed-name';

interface CancelDialogProps {
  group: BatchGroupDetail;
  path: BatchGroupPath;
  onClose: () => void;
}

const longestReason = 300;

export function CancelDialog({ group, path, onClose }: CancelDialogProps) {
  const [{ name, rows }] = useState(group);
  const [typed, setTyped] = useState('');
  const [reason, setReason] = useState('');
  const [isTried, setTried] = useState(false);
  const cancelling = useCancelBatchGroup(path);
  const cancel = useIntent(cancelling);
  const isSame = isTypedName(typed, name);
  const why = reason.trim();
  const send = async () => {
    setTried(true);
    if (isSame && why !== '' && (await cancel({ name, reason: why }))) onClose();
  };
  return (
    <Dialog
      title={`Cancel “${name}”?`}
      description={
        <p>
          Cancels {countOf(rows.inGroup, 'transfer')} at Wise. Final: nobody can undo it, and the group can no
          longer be funded. No money has moved.
        </p>
      }
      onSubmit={() => void send()}
      onClose={onClose}
      busy={cancelling.isPending}
      footer={
        <>
          <Button onClick={onClose}>Keep the group</Button>
          <Button type="submit" variant="dangerFill" busy={cancelling.isPending}>
            {cancelling.isPending ? 'Asking Wise' : `Cancel ${countOf(rows.inGroup, 'transfer')}`}
          </Button>
        </>
      }
    >
      <TypedName name={name} typed={typed} isTried={isTried} onType={setTyped} />
      <TextField
        label="Reason, kept in the audit trail"
        error={isTried && why === '' ? 'Say why it is cancelled.' : undefined}
        maxLength={longestReason}
        value={reason}
        onChange={setReason}
      />
      {cancelling.error && <ErrorState error={cancelling.error} />}
    </Dialog>
  );
}
