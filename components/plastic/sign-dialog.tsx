'use client';
import { useState } from 'react';
import { FormAnswers, GeneralFault } from '@/components/branches/form-parts';
import { Dialog } from '@/components/ui/dialog';
import { TextField } from '@/components/ui/field';
import { useSignPlasticDay } from '@/lib/client/plastic/queries';
import type { PlasticDay } from '@/lib/contracts/plastic';
import { formatDay } from '@/lib/format/times';
import { known, signed } from './words';

export function SignDialog({ day, onClose }: { day: PlasticDay; onClose: () => void }) {
  const sign = useSignPlasticDay();
  const [note, setNote] = useState('');
  const [isTried, setTried] = useState(false);
  const { branch, countedAtClose, differenceAtClose, differenceAtOpen, needsNote } = day;
  const isMissing = needsNote && note.trim() === '';
  const off = [
    differenceAtOpen && `${signed(differenceAtOpen)} at opening`,
    differenceAtClose && `${signed(differenceAtClose)} at closing`,
  ].filter(Boolean);
  const send = () => {
    setTried(true);
    if (!isMissing) sign.mutate({ branchId: branch.id, day: day.day, note }, { onSuccess: onClose });
  };
  return (
    <Dialog
      title={`Sign ${formatDay(day.day)} at ${branch.name}?`}
      description={
        <p>
          {known(countedAtClose)} blanks were counted at closing
          {off.length === 0 ? ', as must be there' : `. The day is off: ${off.join(', ')}`}. Your name stands
          under it; a row that is written down later takes both names away.
        </p>
      }
      onSubmit={send}
      onClose={onClose}
      busy={sign.isPending}
      footer={
        <FormAnswers
          keep="Do not sign"
          label="Sign"
          busyLabel="Signing"
          isPending={sign.isPending}
          onClose={onClose}
        />
      }
    >
      <GeneralFault error={sign.error} fields={['note']} />
      {off.length > 0 && (
        <TextField
          name="note"
          label={needsNote ? 'What explains the difference' : 'Note'}
          hint="Names and numbers of customers do not belong here."
          maxLength={300}
          error={isTried && isMissing ? 'Say why the day is off.' : sign.error?.fieldError('note')}
          value={note}
          onChange={setNote}
        />
      )}
    </Dialog>
  );
}
