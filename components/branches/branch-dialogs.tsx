'use client';
import { useId, useState } from 'react';
import { Dialog } from '@/components/ui/dialog';
import type { ApiError } from '@/lib/client/api-error';
import { useAddBranch, useUpdateBranch } from '@/lib/client/branches/mutations';
import type { RegisteredBranch } from '@/lib/contracts/branches';
import { FormAnswers, GeneralFault, TextField } from './form-parts';
import type { RegisterDialogProps } from './register-dialog';

interface Draft {
  name: string;
  place: string;
  timeZone: string;
}

const fields = ['name', 'place', 'timeZone'];

export function AddBranchDialog({ onClose, onDone }: RegisterDialogProps) {
  const add = useAddBranch();
  const [draft, setDraft] = useState<Draft>({ name: '', place: '', timeZone: 'Europe/London' });
  return (
    <Dialog
      title="Add a branch"
      description={<p>A card can then be ordered for collection there. Give it kiosks and a manager next.</p>}
      onSubmit={() =>
        add.mutate(draft, {
          onSuccess: ({ name }) =>
            onDone({
              title: `${name} is in the register.`,
              text: 'It has no kiosk yet, so nothing can be printed there.',
            }),
        })
      }
      onClose={onClose}
      busy={add.isPending}
      footer={
        <FormAnswers
          keep="Cancel"
          label="Add the branch"
          busyLabel="Adding"
          isPending={add.isPending}
          onClose={onClose}
        />
      }
    >
      <GeneralFault error={add.error} fields={fields} />
      <BranchFields draft={draft} error={add.error} onChange={setDraft} />
    </Dialog>
  );
}

export function EditBranchDialog({
  branch,
  onClose,
  onDone,
}: RegisterDialogProps & { branch: RegisteredBranch }) {
  const update = useUpdateBranch(branch.id);
  const { name, place, timeZone, version } = branch;
  const [draft, setDraft] = useState<Draft>({ name, place, timeZone });
  const isSame = draft.name === name && draft.place === place && draft.timeZone === timeZone;
  return (
    <Dialog
      title={`Change ${name}`}
      description={
        <p>Its id stays {branch.id}. The time zone decides when its working day begins and ends.</p>
      }
      onSubmit={() =>
        !isSame &&
        update.mutate(
          { version, ...draft },
          { onSuccess: () => onDone({ title: `${draft.name} is changed.` }) },
        )
      }
      onClose={onClose}
      busy={update.isPending}
      footer={
        <FormAnswers
          keep="Leave as it is"
          label="Change"
          busyLabel="Changing"
          isPending={update.isPending}
          notNow={isSame ? 'Nothing is changed yet' : undefined}
          onClose={onClose}
        />
      }
    >
      <GeneralFault error={update.error} fields={fields} />
      <BranchFields draft={draft} error={update.error} onChange={setDraft} />
    </Dialog>
  );
}

interface BranchFieldsProps {
  draft: Draft;
  error: ApiError | null;
  onChange: (draft: Draft) => void;
}

function BranchFields({ draft, error, onChange }: BranchFieldsProps) {
  const zones = useId();
  return (
    <>
      <TextField
        name="name"
        label="Name"
        maxLength={80}
        error={error?.fieldError('name')}
        value={draft.name}
        onChange={(name) => onChange({ ...draft, name })}
      />
      <TextField
        name="place"
        label="Place"
        hint="Street and house number."
        maxLength={160}
        error={error?.fieldError('place')}
        value={draft.place}
        onChange={(place) => onChange({ ...draft, place })}
      />
      <TextField
        name="timeZone"
        label="Time zone"
        hint="Like Europe/London."
        maxLength={60}
        error={error?.fieldError('timeZone')}
        value={draft.timeZone}
        list={zones}
        onChange={(timeZone) => onChange({ ...draft, timeZone })}
      />
      <datalist id={zones}>
        {Intl.supportedValuesOf('timeZone').map((zone) => (
          <option key={zone} value={zone} />
        ))}
      </datalist>
    </>
  );
}
