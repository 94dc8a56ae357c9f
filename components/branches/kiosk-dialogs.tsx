'use client';
import { useState } from 'react';
import { Field, Select, TextField } from '@/components/ui/field';
import { kioskIdAdvice, kioskIdForm } from '@/lib/catalogues/kiosks';
import type { ApiError } from '@/lib/client/api-error';
import { useAddKiosk, useUpdateKiosk } from '@/lib/client/branches/mutations';
import { useBranches } from '@/lib/client/branches/queries';
import type { Kiosk } from '@/lib/contracts/branches';
import { AddForm, EditForm } from './form-parts';
import type { RegisterDialogProps } from './register-dialog';

interface Draft {
  branchId: string;
  place: string;
  note: string;
}

const fields = ['id', 'branchId', 'place', 'note'];

export function AddKioskDialog({ branchId, onClose, onDone }: RegisterDialogProps & { branchId: string }) {
  const add = useAddKiosk();
  const [id, setId] = useState('');
  const [draft, setDraft] = useState<Draft>({ branchId, place: '', note: '' });
  const [isTried, setTried] = useState(false);
  const wrongId = isTried && !kioskIdForm.test(id) ? kioskIdAdvice : undefined;
  const send = () => {
    setTried(true);
    if (!kioskIdForm.test(id)) return;
    add.mutate(
      { id, ...draft },
      {
        onSuccess: (kiosk) =>
          onDone({
            title: `${kiosk.id} is in the register.`,
            text: `Cards can be sent to it as soon as Wise knows it as a kiosk of ${kiosk.branchName}.`,
          }),
      },
    );
  };
  return (
    <AddForm
      title="Add a kiosk"
      description={
        <p>
          Under the id that Wise gave it. Wise answers that it does not know the kiosk if a digit is wrong.
        </p>
      }
      onSubmit={send}
      onClose={onClose}
      change={add}
      fields={fields}
      label="Add the kiosk"
    >
      <TextField
        name="id"
        label="Kiosk id"
        hint="It cannot be changed later."
        maxLength={20}
        error={wrongId ?? add.error?.fieldError('id')}
        value={id}
        onChange={(value) => setId(value.trim().toUpperCase())}
      />
      <KioskFields draft={draft} error={add.error} onChange={setDraft} />
    </AddForm>
  );
}

export function EditKioskDialog({ kiosk, onClose, onDone }: RegisterDialogProps & { kiosk: Kiosk }) {
  const update = useUpdateKiosk(kiosk.id);
  const { branchId, place, note, version } = kiosk;
  const [draft, setDraft] = useState<Draft>({ branchId, place, note });
  const isSame = draft.branchId === branchId && draft.place === place && draft.note === note;
  return (
    <EditForm
      title={`Change ${kiosk.id}`}
      description={<p>Jobs it has printed stay with the branch where they were printed.</p>}
      onSubmit={() =>
        update.mutate(
          { version, ...draft },
          { onSuccess: () => onDone({ title: `${kiosk.id} is changed.` }) },
        )
      }
      onClose={onClose}
      change={update}
      fields={fields}
      isSame={isSame}
    >
      <KioskFields draft={draft} error={update.error} onChange={setDraft} />
    </EditForm>
  );
}

interface KioskFieldsProps {
  draft: Draft;
  error: ApiError | null;
  onChange: (draft: Draft) => void;
}

function KioskFields({ draft, error, onChange }: KioskFieldsProps) {
  const branches = useBranches();
  return (
    <>
      <Field label="Branch" error={error?.fieldError('branchId')}>
        {(parts) => (
          <Select
            {...parts}
            name="branchId"
            value={draft.branchId}
            onChange={({ target }) => onChange({ ...draft, branchId: target.value })}
          >
            {branches.data?.items.map(({ id, name }) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
          </Select>
        )}
      </Field>
      <TextField
        name="place"
        label="Place"
        hint="Where in the branch it stands, like Counter 1."
        maxLength={160}
        error={error?.fieldError('place')}
        value={draft.place}
        onChange={(place) => onChange({ ...draft, place })}
      />
      <TextField
        name="note"
        label="Note"
        hint="For those who print there. Names and numbers of customers do not belong here."
        maxLength={300}
        error={error?.fieldError('note')}
        value={draft.note}
        onChange={(note) => onChange({ ...draft, note })}
      />
    </>
  );
}
