'use client';
import { useState } from 'react';
import { ErrorState } from '@/components/feedback/error-state';
import { Button } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import { TextField } from '@/components/ui/field';
import { nameOfType, readTypedAmount } from '@/lib/client/balances/balances-state';
import { useTopUpBalance } from '@/lib/client/balances/queries';
import { useIntent } from '@/lib/client/use-intent';
import type { Balance } from '@/lib/contracts/batch-funding';
import { formatMoney } from '@/lib/format/money';

interface TopUpDialogProps {
  profileId: string;
  balance: Balance;
  /** What is missing in it. */
  suggested?: string | undefined;
  onClose: () => void;
}

export function TopUpDialog({ profileId, balance, suggested = '', onClose }: TopUpDialogProps) {
  const { available, currency, id } = balance;
  const [typed, setTyped] = useState(suggested);
  const [isTried, setTried] = useState(false);
  const adding = useTopUpBalance(profileId, id);
  const add = useIntent(adding);
  const amount = readTypedAmount(typed);
  const send = async () => {
    setTried(true);
    if (amount !== undefined && (await add({ amount }))) onClose();
  };
  return (
    <Dialog
      title={`Add money to the ${currency} ${nameOfType(balance).toLowerCase()}?`}
      description={
        <p>
          Simulated money, to try things out. It holds {formatMoney(available, currency)} now. On production
          there is no such button.
        </p>
      }
      onSubmit={() => void send()}
      onClose={onClose}
      busy={adding.isPending}
      footer={
        <>
          <Button onClick={onClose}>Leave it as it is</Button>
          <Button type="submit" variant="primary" busy={adding.isPending}>
            {adding.isPending
              ? 'Asking Wise'
              : amount === undefined
                ? 'Add money'
                : `Add ${formatMoney(amount, currency)}`}
          </Button>
        </>
      }
    >
      <TextField
        label={`Amount in ${currency}`}
        error={isTried && amount === undefined ? 'An amount such as 1,240.50.' : undefined}
        inputMode="decimal"
        value={typed}
        onChange={setTyped}
      />
      {adding.error && <ErrorState error={adding.error} />}
    </Dialog>
  );
}
