'use client';
import { useState } from 'react';
import { ErrorState } from '@/components/feedback/error-state';
import { Button } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import { Checkbox, Field, Select } from '@/components/ui/field';
import { type IdentityCheck, identityCheckNames, identityChecks } from '@/lib/catalogues/hand-overs';
import { useHandCardOver } from '@/lib/client/hand-overs/queries';
import type { Card, CardPath } from '@/lib/contracts/cards';

interface HandOverDialogProps {
  path: CardPath;
  card: Card;
  onClose: () => void;
}

export function HandOverDialog({ path, card, onClose }: HandOverDialogProps) {
  const hand = useHandCardOver(path);
  const [check, setCheck] = useState<IdentityCheck>();
  const [isCompared, setCompared] = useState(false);
  const [isTried, setTried] = useState(false);
  const holder = card.cardHolderName ?? `the holder of the card ending ${card.lastFourDigits}`;
  const send = () => {
    setTried(true);
    if (!check || !isCompared) return;
    hand.mutate({ identityCheckedBy: check, nameCompared: true }, { onSuccess: onClose });
  };
  return (
    <Dialog
      title={`Hand the card to ${holder}?`}
      description={
        <p>
          Card ending {card.lastFourDigits}. You record that it is in the holder’s hand now. It cannot be
          taken back; after that you can activate the card, and freeze it while it is active.
        </p>
      }
      onSubmit={send}
      onClose={onClose}
      busy={hand.isPending}
      footer={
        <>
          <Button onClick={onClose}>Keep the card here</Button>
          <Button type="submit" variant="primary" busy={hand.isPending}>
            {hand.isPending ? 'Recording' : 'It is handed over'}
          </Button>
        </>
      }
    >
      {hand.error && <ErrorState error={hand.error} />}
      <Field
        label="Identity checked by"
        hint="Only what kind of document it was. Its number is written down nowhere."
        error={isTried && !check ? 'Choose how the identity was checked.' : undefined}
      >
        {(parts) => (
          <Select
            {...parts}
            name="identityCheckedBy"
            value={check ?? ''}
            onChange={({ target }) => setCheck(identityChecks.find((one) => one === target.value))}
          >
            <option value="">Choose…</option>
            {identityChecks.map((one) => (
              <option key={one} value={one}>
                {identityCheckNames[one]}
              </option>
            ))}
          </Select>
        )}
      </Field>
      <Checkbox
        checked={isCompared}
        onChange={({ target }) => setCompared(target.checked)}
        aria-invalid={(isTried && !isCompared) || undefined}
        label={`The person at the counter is ${holder}`}
        hint="Name and face compared. If in doubt, keep the card."
      />
    </Dialog>
  );
}
