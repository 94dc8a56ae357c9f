'use client';
import { useId, useState } from 'react';
import { ErrorState } from '@/components/feedback/error-state';
import { Button } from '@/components/ui/button';
import { TextField } from '@/components/ui/field';
import { useFindPayee } from '@/lib/client/batch-groups/payments';
import type { BatchGroupPath } from '@/lib/contracts/batch-groups';
import type { KnownPayee as Payee } from '@/lib/contracts/batch-payments';

interface KnownPayeeProps {
  path: BatchGroupPath;
  payee: Payee | undefined;
  error: string | undefined;
  onChoose: (payee: Payee | undefined) => void;
}

/** A recipient the profile has at Wise: by id or by the whole account. A name is no proof of an account. */
export function KnownPayee({ path, payee, error, onChoose }: KnownPayeeProps) {
  const id = useId();
  const [text, setText] = useState('');
  const finding = useFindPayee(path);
  const items = finding.data?.items;
  const find = () => {
    if (text.trim() === '' || finding.isPending) return;
    finding.mutate(text.trim(), {
      onSuccess: ({ items: found }) => onChoose(found.length === 1 ? found[0] : undefined),
    });
  };
  return (
    <div className="grid gap-2">
      <div className="grid grid-cols-[minmax(0,1fr)_auto] items-start gap-2">
        <TextField
          label="Recipient id, or the whole account"
          error={error}
          hint="An IBAN, a sort code with the account number, or an e-mail address. Names find nobody."
          spellCheck={false}
          maxLength={200}
          value={text}
          onChange={setText}
          onKeyDown={(event) => {
            if (event.key !== 'Enter' || event.nativeEvent.isComposing) return;
            event.preventDefault();
            find();
          }}
        />
        <Button className="mt-[25px]" busy={finding.isPending} onClick={find}>
          {finding.isPending ? 'Looking' : 'Find'}
        </Button>
      </div>
      {finding.error && <ErrorState error={finding.error} />}
      <div role="status">
        {items?.length === 0 && (
          <p className="text-ink-2">
            This profile has no active recipient with that id or account. Add the payee as a new one.
          </p>
        )}
      </div>
      {items !== undefined && items.length > 0 && (
        <fieldset className="rounded-md border border-line">
          <legend className="sr-only">Who was found</legend>
          {items.map((item) => (
            <label
              key={item.id}
              className="flex min-h-11 cursor-pointer items-center gap-2.5 border-t border-line-soft px-2.5 py-1 first-of-type:border-t-0 hover:bg-hover has-checked:bg-selected"
            >
              <input
                type="radio"
                name={`${id}-payee`}
                checked={payee?.id === item.id}
                onChange={() => onChoose(item)}
                className="size-4 flex-none accent-accent"
              />
              <span className="min-w-0 flex-1">
                <span className="block truncate font-strong">{item.name}</span>
                <span className="block truncate text-meta text-ink-2">
                  {item.currency} · {item.account ?? item.type}
                </span>
              </span>
              <span className="code text-ink-3">{item.id}</span>
            </label>
          ))}
        </fieldset>
      )}
    </div>
  );
}
