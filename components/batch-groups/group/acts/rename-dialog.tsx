'use client';
import { useState } from 'react';
import { ErrorState } from '@/components/feedback/error-state';
import { Button } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import { TextField } from '@/components/ui/field';
import { faultOfName } from '@/lib/client/batch-groups/group-draft';
import { useRenameBatchGroup } from '@/lib/client/batch-groups/mutations';
import { batchGroupNameLength } from '@/lib/contracts/wise/batch-groups';
import type { ActDialogProps } from './act-dialog';

export function RenameDialog({ group, path, onClose }: ActDialogProps) {
  const [name, setName] = useState(group.name);
  const renaming = useRenameBatchGroup(path);
  const fault = faultOfName(name);
  const send = () => {
    if (fault !== undefined || renaming.isPending) return;
    if (name.trim() === group.name) onClose();
    else renaming.mutate({ name: name.trim(), version: group.version }, { onSuccess: onClose });
  };
  return (
    <Dialog
      title="Rename the group"
      description={<p>Wise learns the name with the first row that is sent, and knows no other after it.</p>}
      onSubmit={send}
      onClose={onClose}
      busy={renaming.isPending}
      footer={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button type="submit" variant="primary" busy={renaming.isPending}>
            {renaming.isPending ? 'Renaming' : 'Rename'}
          </Button>
        </>
      }
    >
      <TextField
        label="Name"
        error={fault}
        hint={`${name.length} of ${batchGroupNameLength}.`}
        value={name}
        onChange={setName}
      />
      {renaming.error && <ErrorState error={renaming.error} />}
    </Dialog>
  );
}
