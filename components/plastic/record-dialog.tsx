'use client';
import { useState } from 'react';
import { FormAnswers, GeneralFault } from '@/components/branches/form-parts';
import { Dialog } from '@/components/ui/dialog';
import { Field, Select, TextField } from '@/components/ui/field';
import { faultOfMovement, type PlasticKind, plasticKinds, plasticRules } from '@/lib/catalogues/plastic';
import { useRecordPlastic } from '@/lib/client/plastic/queries';
import { useIntent } from '@/lib/client/use-intent';
import type { PlasticDay } from '@/lib/contracts/plastic';
import { formatDay } from '@/lib/format/times';

/** The kind that the day wants next. */
const nextKind = ({ countedAtOpen, toDestroy }: PlasticDay): PlasticKind =>
  countedAtOpen === null ? 'counted-at-open' : toDestroy > 0 ? 'destroyed' : 'blanks-in';

const fields = ['kind', 'quantity', 'kioskId', 'witnessId', 'note', 'day'];

export function RecordDialog({ day, onClose }: { day: PlasticDay; onClose: () => void }) {
  const record = useRecordPlastic();
  const send = useIntent(record);
  const [kind, setKind] = useState(() => nextKind(day));
  const [quantity, setQuantity] = useState('');
  const [kioskId, setKioskId] = useState('');
  const [witnessId, setWitnessId] = useState('');
  const [note, setNote] = useState('');
  const [isTried, setTried] = useState(false);
  const rule = plasticRules[kind];
  const isNumber = /^[-−]?\d+$/.test(quantity.trim());
  const number = isNumber ? Number(quantity.trim().replace('−', '-')) : Number.NaN;
  const own = faultOfMovement({ kind, quantity: number, note: note.trim(), hasWitness: witnessId !== '' });
  const faultOf = (field: string) =>
    isTried && own?.field === field ? own.message : record.error?.fieldError(field);

  const submit = async () => {
    setTried(true);
    if (own) return;
    const isDone = await send({
      branchId: day.branch.id,
      day: day.day,
      kind,
      quantity: number,
      note,
      ...(kioskId && { kioskId }),
      ...(witnessId && { witnessId }),
    });
    if (isDone) onClose();
  };

  return (
    <Dialog
      title={`Write down for ${formatDay(day.day)}`}
      description={
        <p>
          {day.branch.name}. Nothing here can be changed or deleted: a mistake is put right by a further row
          with a minus.
        </p>
      }
      onSubmit={() => void submit()}
      onClose={onClose}
      busy={record.isPending}
      footer={
        <FormAnswers
          keep="Cancel"
          label="Write it down"
          busyLabel="Writing"
          isPending={record.isPending}
          onClose={onClose}
        />
      }
    >
      <GeneralFault error={record.error} fields={fields} />
      <Field label="What" hint={rule.then} error={faultOf('kind') ?? faultOf('day')}>
        {(parts) => (
          <Select
            {...parts}
            name="kind"
            value={kind}
            onChange={({ target }) => setKind(plasticKinds.find((one) => one === target.value) ?? kind)}
          >
            {plasticKinds.map((one) => (
              <option key={one} value={one}>
                {plasticRules[one].name}
              </option>
            ))}
          </Select>
        )}
      </Field>
      <TextField
        label="Cards"
        error={faultOf('quantity')}
        name="quantity"
        inputMode={rule.mayBeNegative ? 'text' : 'numeric'}
        maxLength={7}
        value={quantity}
        onChange={setQuantity}
      />
      <Field label="Where" error={faultOf('kioskId')}>
        {(parts) => (
          <Select
            {...parts}
            name="kioskId"
            value={kioskId}
            onChange={({ target }) => setKioskId(target.value)}
          >
            <option value="">In no kiosk: the safe</option>
            {day.kiosks.map(({ id, place }) => (
              <option key={id} value={id}>
                {id}, {place}
              </option>
            ))}
          </Select>
        )}
      </Field>
      <Field
        label={rule.needsWitness ? 'Who stood by' : 'Who stood by, if anybody'}
        hint="A manager of this branch or an administrator, never yourself."
        error={faultOf('witnessId')}
      >
        {(parts) => (
          <Select
            {...parts}
            name="witnessId"
            value={witnessId}
            onChange={({ target }) => setWitnessId(target.value)}
          >
            <option value="">{rule.needsWitness ? 'Choose…' : 'Nobody'}</option>
            {day.witnesses.map(({ id, name }) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
          </Select>
        )}
      </Field>
      <TextField
        name="note"
        label="Note"
        hint="Names and numbers of customers do not belong here."
        maxLength={300}
        error={faultOf('note')}
        value={note}
        onChange={setNote}
      />
    </Dialog>
  );
}
