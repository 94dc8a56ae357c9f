'use client';
import { useId, useState } from 'react';
import { TextField } from '@/components/ui/field';
import type { ApiError } from '@/lib/client/api-error';
import { useAddBranch, useUpdateBranch } from '@/lib/client/branches/mutations';
import type { RegisteredBranch } from '@/lib/contracts/branches';
import { AddForm, EditForm } from './form-parts';
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
    <AddForm
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
      change={add}
      fields={fields}
      label="Add the branch"
    >
      <BranchFields draft={draft} error={add.error} onChange={setDraft} />
    </AddForm>
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
    <EditForm
      title={`Change ${name}`}
      description={
        <p>Its id stays {branch.id}. The time zone decides when its working day begins and ends.</p>
      }
      onSubmit={() =>
        update.mutate(
          { version, ...draft },
          { onSuccess: () => onDone({ title: `${draft.name} is changed.` }) },
        )
      }
      onClose={onClose}
      change={update}
      fields={fields}
      isSame={isSame}
    >
      <BranchFields draft={draft} error={update.error} onChange={setDraft} />
    </EditForm>
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
