'use client';
import { ErrorState } from '@/components/feedback/error-state';
import { Button } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import { useAddPerson } from '@/lib/client/staff/mutations';
import { emptyDraft, toNewPerson } from '@/lib/client/staff/person-draft';
import { FaultSummary, PersonFields } from './person-fields';
import type { StaffResult } from './result-notice';
import { usePersonForm } from './use-person-form';

interface AddPersonDialogProps {
  onClose: () => void;
  onDone: (result: StaffResult) => void;
}

export function AddPersonDialog({ onClose, onDone }: AddPersonDialogProps) {
  const add = useAddPerson();
  const form = usePersonForm(emptyDraft, add.error, add.reset);
  const send = () => {
    if (!form.begin()) return;
    const body = toNewPerson(form.draft);
    add.mutate(body, {
      onError: form.refused,
      onSuccess: ({ approvalId }) =>
        onDone({
          title:
            approvalId === null ? `${body.name} is on the list.` : `${body.name} comes on the list then.`,
          text: 'Give a first password from the row’s menu. It is shown once.',
          approvalId,
        }),
    });
  };
  return (
    <Dialog
      title="Add a person"
      description={
        <p>
          A second administrator agrees first. After that you give a first password here, and the person sets
          an own one when signing in.
        </p>
      }
      onSubmit={send}
      onClose={onClose}
      busy={add.isPending}
      footer={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button type="submit" variant="primary" busy={add.isPending}>
            {add.isPending ? 'Asking' : 'Ask to add'}
          </Button>
        </>
      }
    >
      <FaultSummary faults={form.faults} tries={form.tries} />
      {form.general && <ErrorState error={form.general} />}
      <PersonFields draft={form.draft} faults={form.faults} isNew onChange={form.change} />
    </Dialog>
  );
}
