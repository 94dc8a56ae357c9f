'use client';
import { useEffect, useRef, useState } from 'react';
import { ErrorState } from '@/components/feedback/error-state';
import { Field, Select, TextField } from '@/components/ui/field';
import { useAddDebitAccount } from '@/lib/client/batch-groups/direct-debits';
import { useIntent } from '@/lib/client/use-intent';
import type { DirectDebitAccount, DirectDebitCurrency } from '@/lib/contracts/direct-debits';
import { digitsTyped, faultOfDebitedAccount, faultOfRoutingNumber } from '@/lib/format/routing-numbers';

const accountTypes = { CHECKING: 'Checking', SAVINGS: 'Savings' } as const;
type AccountType = keyof typeof accountTypes;
const isAccountType = (value: string): value is AccountType => Object.hasOwn(accountTypes, value);

interface Draft {
  routing: string;
  account: string;
  accountType: AccountType;
}
const empty: Draft = { routing: '', account: '', accountType: 'CHECKING' };

/** What is typed lives until it is sent or the dialog goes back, and nowhere else. */
export function useNewDebitAccount(
  profileId: string,
  currency: DirectDebitCurrency,
  onAdded: (account: DirectDebitAccount) => void,
) {
  const [draft, setDraft] = useState(empty);
  const [isTried, setTried] = useState(false);
  const adding = useAddDebitAccount(profileId, currency);
  const forget = () => {
    setDraft(empty);
    setTried(false);
    adding.reset();
  };
  const add = useIntent({
    mutateAsync: async (intent: Parameters<typeof adding.mutateAsync>[0]) => {
      const added = await adding.mutateAsync(intent);
      forget();
      onAdded(added);
    },
  });
  const routingNumber = digitsTyped(draft.routing);
  const accountNumber = digitsTyped(draft.account);
  const faults = {
    routing: faultOfRoutingNumber(currency, routingNumber),
    account: faultOfDebitedAccount(accountNumber),
  };
  return {
    currency,
    draft,
    setDraft,
    faults: isTried ? faults : { routing: undefined, account: undefined },
    error: adding.error,
    isPending: adding.isPending,
    forget,
    send: async () => {
      setTried(true);
      if (faults.routing !== undefined || faults.account !== undefined) return;
      await add({ currency, routingNumber, accountNumber, accountType: draft.accountType });
    },
  };
}

const digits = { inputMode: 'numeric', autoComplete: 'off', spellCheck: false, maxLength: 24 } as const;

export function NewDebitAccountFields({
  form: { currency, draft, error, faults, setDraft },
}: {
  form: ReturnType<typeof useNewDebitAccount>;
}) {
  const first = useRef<HTMLInputElement>(null);
  // It takes the place of what held the focus.
  useEffect(() => first.current?.focus(), []);
  return (
    <>
      <TextField
        label="Routing number"
        hint={currency === 'USD' ? '9 digits' : '8 or 9 digits: institution and transit number'}
        error={faults.routing}
        {...digits}
        ref={first}
        value={draft.routing}
        onChange={(text) => setDraft({ ...draft, routing: text })}
      />
      <TextField
        label="Account number"
        hint="4 to 17 digits"
        error={faults.account}
        {...digits}
        value={draft.account}
        onChange={(text) => setDraft({ ...draft, account: text })}
      />
      <Field label="Kind of account">
        {(parts) => (
          <Select
            {...parts}
            value={draft.accountType}
            onChange={({ target }) => {
              if (isAccountType(target.value)) setDraft({ ...draft, accountType: target.value });
            }}
          >
            {Object.entries(accountTypes).map(([value, label]) => (
              <option key={value} value={value}>
                {label}
              </option>
            ))}
          </Select>
        )}
      </Field>
      {error && <ErrorState error={error} />}
    </>
  );
}
