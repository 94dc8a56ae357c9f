'use client';
import { useRef, useState } from 'react';
import { Dialog } from '@/components/ui/dialog';
import { Field, Select, TextField } from '@/components/ui/field';
import { CardNamed, DialogAnswers, OutcomeNotice } from './parts';
import type { ActDialogProps } from './status-dialog';
import { useStatusChange } from './use-status-change';

const reasons = ['Lost', 'Stolen', 'Never arrived', 'Damaged', 'Customer asked for it'];
const another = 'Another reason';

const instead: Record<string, string> = {
  ACTIVE: ' If it may turn up, freeze it instead.',
  FROZEN: ' If it may turn up, keep it frozen instead.',
};

/** The one act on a card that nobody can undo: a reason, and the digits typed by hand. */
export function BlockDialog({ card, onClose, onDone, returnTo }: ActDialogProps) {
  const [reason, setReason] = useState('');
  const [words, setWords] = useState('');
  const [digits, setDigits] = useState('');
  const [isChecked, setChecked] = useState(false);
  const form = useRef<HTMLDivElement>(null);
  const { send, isPending, error, isUnknown } = useStatusChange(card, 'block');

  const told = reason === another ? words.trim() : reason;
  const wrongReason = reason === '' ? 'Choose a reason.' : undefined;
  const wrongWords = reason === another && told === '' ? 'Say why in a few words.' : undefined;
  const wrongDigits =
    digits === card.lastFourDigits
      ? undefined
      : digits === ''
        ? 'Type the last four digits.'
        : 'These are not the last four digits of this card.';

  const submit = async () => {
    setChecked(true);
    const firstWrong = wrongReason ? 'reason' : wrongWords ? 'words' : wrongDigits ? 'digits' : undefined;
    if (firstWrong) {
      form.current?.querySelector<HTMLElement>(`[name=${firstWrong}]`)?.focus();
      return;
    }
    if (!(await send({ reason: told }))) return;
    onClose();
    onDone?.('block');
  };

  return (
    <Dialog
      title="Block this card for good?"
      description={
        <p>
          <CardNamed card={card} /> The card can never be used again, by anyone, and Wise cannot undo it. Only
          a new order replaces the card. Payments already authorised may still be taken; refunds still arrive.
          {instead[card.status.value]}
        </p>
      }
      onSubmit={() => void submit()}
      onClose={onClose}
      busy={isPending}
      returnTo={returnTo}
      footer={
        <DialogAnswers
          keep={card.status.value === 'FROZEN' ? 'Keep it frozen' : 'Do not block'}
          label="Block for good"
          busyLabel="Blocking"
          variant="dangerFill"
          {...{ isPending, isUnknown, onClose }}
        />
      }
    >
      {!isUnknown && (
        <div ref={form} className="grid gap-3">
          <Field label="Reason, kept in the audit trail" error={isChecked ? wrongReason : undefined}>
            {(parts) => (
              <Select
                {...parts}
                name="reason"
                required
                value={reason}
                onChange={(event) => setReason(event.target.value)}
              >
                <option value="">Choose…</option>
                {[...reasons, another].map((text) => (
                  <option key={text}>{text}</option>
                ))}
              </Select>
            )}
          </Field>
          {reason === another && (
            <TextField
              label="Which reason"
              error={isChecked ? wrongWords : undefined}
              name="words"
              required
              maxLength={300}
              value={words}
              onChange={setWords}
            />
          )}
          <TextField
            label="Type the last four digits of the card"
            error={isChecked ? wrongDigits : undefined}
            name="digits"
            required
            inputMode="numeric"
            maxLength={4}
            className="max-w-[116px] tabular"
            value={digits}
            onChange={(text) => setDigits(text.replaceAll(/\D/g, ''))}
          />
        </div>
      )}
      <OutcomeNotice error={error} done="blocked" />
    </Dialog>
  );
}
