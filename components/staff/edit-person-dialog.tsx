'use client';
import { ErrorState } from '@/components/feedback/error-state';
import { Button } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import { useUpdatePerson } from '@/lib/client/staff/mutations';
import { changesRights, draftOf, toPersonChange } from '@/lib/client/staff/person-draft';
import type { StaffMember } from '@/lib/contracts/staff';
import { FaultSummary, PersonFields } from './person-fields';
import type { StaffResult } from './result-notice';
import { usePersonForm } from './use-person-form';

interface EditPersonDialogProps {
  person: StaffMember;
  onClose: () => void;
  onDone: (result: StaffResult) => void;
}

export function EditPersonDialog({ person, onClose, onDone }: EditPersonDialogProps) {
  const update = useUpdatePerson(person.id);
  const form = usePersonForm(draftOf(person), update.error, update.reset);
  const change = toPersonChange(person, form.draft);
  const asks = change !== undefined && changesRights(change);
  const send = () => {
    if (!change || !form.begin()) return;
    update.mutate(change, {
      onError: form.refused,
      onSuccess: ({ approvalId }) =>
        onDone({
          title:
            approvalId === null ? `${person.name} is changed.` : `The change to ${person.name} is asked for.`,
          text: 'All sessions of this person are ended.',
          approvalId,
        }),
    });
  };
  return (
    <Dialog
      title={`Change ${person.name}`}
      description={<p>{person.email}. Role, branches, flags and limits wait for a second administrator.</p>}
      onSubmit={send}
      onClose={onClose}
      busy={update.isPending}
      footer={
        <>
          <Button onClick={onClose}>Leave as it is</Button>
          <Button
            type="submit"
            variant="primary"
            busy={update.isPending}
            notNow={change ? undefined : 'Nothing is changed yet'}
          >
            {update.isPending ? 'Sending' : asks ? 'Ask for the change' : 'Change'}
          </Button>
        </>
      }
    >
      <FaultSummary faults={form.faults} tries={form.tries} />
      {form.general && <ErrorState error={form.general} />}
      <PersonFields draft={form.draft} faults={form.faults} isNew={false} onChange={form.change} />
    </Dialog>
  );
}
