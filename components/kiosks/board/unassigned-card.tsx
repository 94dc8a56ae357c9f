'use client';
import { useState } from 'react';
import { ErrorState } from '@/components/feedback/error-state';
import { Button } from '@/components/ui/button';
import { Field, Input } from '@/components/ui/field';
import { Section } from '@/components/ui/page';
import { useTakeCard } from '@/lib/client/kiosks/queries';
import type { CardToSend } from '../send/send-dialog';

interface UnassignedCardProps {
  branch: { id: string; name: string };
  onFound: (card: CardToSend) => void;
}

/** A customer is here whose order names no branch: found by exact words only. */
export function UnassignedCard({ branch, onFound }: UnassignedCardProps) {
  const [orderId, setOrderId] = useState('');
  const [cardHolderName, setName] = useState('');
  const [lastFourDigits, setDigits] = useState('');
  const take = useTakeCard();
  const byOrder = /^\d+$/.test(orderId.trim());
  const byName = cardHolderName.trim().length > 2 && /^\d{4}$/.test(lastFourDigits);
  const submit = () => {
    if (!byOrder && !byName) return;
    take.mutate(
      byOrder
        ? { branchId: branch.id, orderId: orderId.trim() }
        : { branchId: branch.id, cardHolderName: cardHolderName.trim(), lastFourDigits },
      { onSuccess: onFound },
    );
  };
  return (
    <Section title="A card that names no branch">
      <form
        noValidate
        className="grid gap-3"
        onSubmit={(event) => {
          event.preventDefault();
          submit();
        }}
      >
        <p className="max-w-[68ch] text-ink-2">
          Type the order’s number, or the holder’s whole name and the last four digits. The card becomes{' '}
          {branch.name}’s, and the look-up is recorded.
        </p>
        <div className="flex flex-wrap items-end gap-3">
          <Field label="Order number" className="w-[150px]">
            {(parts) => (
              <Input
                {...parts}
                inputMode="numeric"
                autoComplete="off"
                value={orderId}
                onChange={({ target }) => setOrderId(target.value)}
              />
            )}
          </Field>
          <Field label="or whole name" className="w-[220px]">
            {(parts) => (
              <Input
                {...parts}
                autoComplete="off"
                value={cardHolderName}
                onChange={({ target }) => setName(target.value)}
              />
            )}
          </Field>
          <Field label="and last four" className="w-[110px]">
            {(parts) => (
              <Input
                {...parts}
                inputMode="numeric"
                maxLength={4}
                autoComplete="off"
                value={lastFourDigits}
                onChange={({ target }) => setDigits(target.value)}
              />
            )}
          </Field>
          <Button
            type="submit"
            busy={take.isPending}
            notNow={byOrder || byName ? undefined : 'Type an order number, or name and last four digits.'}
          >
            Find it…
          </Button>
        </div>
        {take.error && <ErrorState error={take.error} />}
      </form>
    </Section>
  );
}
