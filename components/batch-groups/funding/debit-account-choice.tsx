import { useEffect, useId, useRef } from 'react';
import { ErrorState } from '@/components/feedback/error-state';
import { Button } from '@/components/ui/button';
import type { useDebitAccounts } from '@/lib/client/batch-groups/direct-debits';
import type { DirectDebitAccount } from '@/lib/contracts/direct-debits';

interface DebitAccountChoiceProps {
  accounts: ReturnType<typeof useDebitAccounts>;
  accountId: string | undefined;
  error: string | undefined;
  /** It comes in place of what held the focus. */
  takesFocus: boolean;
  onChoose: (accountId: string) => void;
  onAdd: () => void;
}

/** Which account is debited: by its last four digits, never by more. */
export function DebitAccountChoice({
  accounts,
  accountId,
  error,
  takesFocus,
  onChoose,
  onAdd,
}: DebitAccountChoiceProps) {
  const id = useId();
  const set = useRef<HTMLFieldSetElement>(null);
  useEffect(() => {
    if (takesFocus) set.current?.querySelector<HTMLElement>('input:checked, input, button')?.focus();
  }, [takesFocus]);
  return (
    <fieldset
      ref={set}
      className="grid min-w-0 gap-[5px]"
      aria-describedby={error === undefined ? undefined : `${id}-fault`}
    >
      <legend className="mb-[5px] font-label">Account to debit</legend>
      {accounts.data && accounts.data.items.length > 0 && (
        <div className="max-h-[148px] overflow-y-auto rounded-md border border-line-control">
          {accounts.data.items.map((account) => (
            <label
              key={account.id}
              className="flex min-h-8 cursor-pointer items-center gap-2.5 border-t border-line-soft px-2.5 py-1 first:border-t-0 hover:bg-hover has-checked:bg-selected"
            >
              <input
                type="radio"
                name={`${id}-account`}
                value={account.id}
                checked={account.id === accountId}
                onChange={() => onChoose(account.id)}
                className="size-4 flex-none accent-accent"
              />
              <span className="min-w-0 flex-1">
                <span className="tabular" aria-hidden="true">
                  {dots(account)}
                </span>
                <span className="sr-only">Account ending {account.lastFour ?? 'not told'}</span>
                <span className="block text-meta text-ink-3">{factsOf(account)}</span>
              </span>
            </label>
          ))}
        </div>
      )}
      {accounts.data?.items.length === 0 && <p className="text-ink-2">No account has been added yet.</p>}
      {accounts.isPending && (
        <p className="text-ink-2" role="status">
          Reading the accounts
        </p>
      )}
      {accounts.error && (
        <ErrorState
          error={accounts.error}
          title="The accounts could not be read."
          onRetry={() => void accounts.refetch()}
          busy={accounts.isFetching}
        />
      )}
      <div className="flex flex-wrap items-center justify-between gap-2">
        <span id={`${id}-fault`} aria-live="polite" className="text-meta text-bad">
          {error}
        </span>
        {accounts.data && (
          <Button size="sm" onClick={onAdd}>
            Add an account…
          </Button>
        )}
      </div>
    </fieldset>
  );
}

const dots = ({ lastFour }: DirectDebitAccount): string => `•••• ${lastFour ?? '????'}`;

const kinds: Record<string, string> = { CHECKING: 'Checking', SAVINGS: 'Savings' };
const factsOf = ({ accountType, routingNumber, type }: DirectDebitAccount): string =>
  [
    ...(accountType === null ? [] : [kinds[accountType] ?? accountType]),
    type,
    ...(routingNumber === null ? [] : [`routing number ${routingNumber}`]),
  ].join(' · ');
