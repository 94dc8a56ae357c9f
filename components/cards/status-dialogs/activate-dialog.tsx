'use client';
import { useId, useState } from 'react';
import { Dialog } from '@/components/ui/dialog';
import { Checkbox } from '@/components/ui/field';
import { CardNamed, DialogAnswers, OutcomeNotice } from './parts';
import type { ActDialogProps } from './status-dialog';
import { useStatusChange } from './use-status-change';

/** A card caught in the post is activated by whoever calls: the question is asked, and its answer is recorded. */
export function ActivateDialog({ card, onClose, onDone, returnTo }: ActDialogProps) {
  const [isInHand, setInHand] = useState(false);
  const [isMissing, setMissing] = useState(false);
  const id = useId();
  const { send, isPending, error, isUnknown } = useStatusChange(card, 'activate');

  const submit = async () => {
    if (!isInHand) {
      setMissing(true);
      document.getElementById(id)?.focus();
      return;
    }
    if (!(await send({ cardInHand: true }))) return;
    onClose();
    onDone?.('activate');
  };

  return (
    <Dialog
      title="Activate this card?"
      description={
        <>
          <p>
            <CardNamed card={card} /> Payments work at once. It cannot be made inactive again, only frozen or
            blocked.
          </p>
          {card.unlockSpendingPermissions === 'WITH_FIRST_CHIP_AND_PIN_TRANSACTION' && (
            <p className="mt-1.5">
              It does not unlock everything: contactless and magnetic stripe usually stay locked until the
              customer has paid once with chip and PIN.
            </p>
          )}
        </>
      }
      onSubmit={() => void submit()}
      onClose={onClose}
      busy={isPending}
      returnTo={returnTo}
      footer={
        <DialogAnswers
          keep="Leave it inactive"
          label="Activate"
          busyLabel="Activating"
          {...{ isPending, isUnknown, onClose }}
        />
      }
    >
      {!isUnknown && (
        <fieldset className="grid gap-[5px]">
          <legend className="mb-[5px] font-label">Is the card in the customer’s hand?</legend>
          <Checkbox
            id={id}
            checked={isInHand}
            onChange={(event) => {
              setInHand(event.target.checked);
              setMissing(false);
            }}
            aria-invalid={isMissing || undefined}
            aria-describedby={`${id}-why`}
            label="Yes, the customer holds it now"
            hint="A card lost in the post is activated by whoever found it. Your answer is kept in the audit trail."
          />
          <span id={`${id}-why`} aria-live="polite" className="text-meta text-bad empty:hidden">
            {isMissing ? 'Ask, and tick it. Without it the card stays as it is.' : ''}
          </span>
        </fieldset>
      )}
      <OutcomeNotice error={error} done="activated" />
    </Dialog>
  );
}
