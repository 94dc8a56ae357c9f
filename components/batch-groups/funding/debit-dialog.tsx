'use client';
import { useState } from 'react';
import { ErrorState } from '@/components/feedback/error-state';
import { Button } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import { KeyValues } from '@/components/ui/facts';
import { TextField } from '@/components/ui/field';
import { Money } from '@/components/ui/money';
import { useDebitAccounts, usePayByDirectDebit } from '@/lib/client/batch-groups/direct-debits';
import { usePayingIntent } from '@/lib/client/batch-groups/use-paying-intent';
import type { BeforeFunding } from '@/lib/contracts/batch-before-funding';
import type { BatchGroupDetail, BatchGroupPath } from '@/lib/contracts/batch-groups';
import type { DirectDebitCurrency } from '@/lib/contracts/direct-debits';
import { countOf, formatCount } from '@/lib/format/counts';
import { formatMoney } from '@/lib/format/money';
import { DebitAccountChoice } from './debit-account-choice';
import { EndedQuotes } from './ended-quotes';
import { NewDebitAccountFields, useNewDebitAccount } from './new-debit-account';

interface DebitDialogProps {
  group: BatchGroupDetail;
  path: BatchGroupPath;
  currency: DirectDebitCurrency;
  total: string;
  before: BeforeFunding | null;
  /** Whether the account is debited is not known. */
  onLost: () => void;
  onClose: () => void;
}

/** Wise: what the bank statement says has at most this many characters. */
const longestReference = 10;

export function DebitDialog({ path, currency, onLost, onClose, ...seen }: DebitDialogProps) {
  // What the person reads is what is agreed to, whatever is read behind the dialog.
  const [{ before, group, total }] = useState(seen);
  /** Before, while and after another account is added. */
  const [step, setStep] = useState<'choose' | 'add' | 'back'>('choose');
  const [chosen, setChosen] = useState<string>();
  const [reference, setReference] = useState('');
  const [isTried, setTried] = useState(false);
  const accounts = useDebitAccounts(path.profileId, currency);
  const newAccount = useNewDebitAccount(path.profileId, currency, ({ id }) => {
    setChosen(id);
    setStep('back');
  });
  const paying = usePayByDirectDebit(path);
  const pay = usePayingIntent(paying, { onLost, onClose });
  const { name, profileName, rows, sourceCurrency, totals } = group;
  const known = accounts.data?.items ?? [];
  // The only one there is needs no choosing.
  const accountId =
    known.find(({ id }) => id === chosen)?.id ?? (known.length === 1 ? known[0]?.id : undefined);
  const typed = reference.trim();
  const sum = formatMoney(total, sourceCurrency);
  const send = async () => {
    setTried(true);
    if (accountId === undefined) return;
    const body = { accountId, total, ...(typed !== '' && { reference: typed }) };
    if (await pay(body)) onClose();
  };
  if (step === 'add') {
    const goBack = () => {
      newAccount.forget();
      setStep('back');
    };
    return (
      <Dialog
        title={`Add a ${currency} account for direct debits`}
        description={
          <p>
            An account of {profileName} at a bank in {currency === 'USD' ? 'the United States' : 'Canada'}.
            Its number goes to Wise; this console keeps none of it and shows its last four digits.
          </p>
        }
        width="wide"
        onSubmit={() => void newAccount.send()}
        onClose={goBack}
        busy={newAccount.isPending}
        footer={
          <>
            <Button onClick={goBack}>Back to the payment</Button>
            <Button type="submit" variant="primary" busy={newAccount.isPending}>
              {newAccount.isPending ? 'Asking Wise' : 'Add the account'}
            </Button>
          </>
        }
      >
        <NewDebitAccountFields form={newAccount} />
      </Dialog>
    );
  }
  return (
    <Dialog
      title={`Pay “${name}” by direct debit?`}
      description={
        <p>
          Wise debits {sum} from the account and pays {countOf(rows.inGroup, 'transfer')} once the money is
          there: that takes days. Cannot be undone, and no other way is open from then on. The bank can take
          the money back weeks later, when payees have been paid.
        </p>
      }
      width="wide"
      onSubmit={() => void send()}
      onClose={onClose}
      busy={paying.isPending}
      footer={
        <>
          <Button onClick={onClose}>Do not pay yet</Button>
          <Button type="submit" variant="dangerFill" busy={paying.isPending}>
            {paying.isPending ? 'Asking Wise' : `Debit ${sum}`}
          </Button>
        </>
      }
    >
      <DebitAccountChoice
        accounts={accounts}
        accountId={accountId}
        error={
          isTried && accountId === undefined && accounts.data ? 'Choose the account to debit.' : undefined
        }
        onChoose={setChosen}
        takesFocus={step === 'back'}
        onAdd={() => setStep('add')}
      />
      <TextField
        label="Reference on the bank statement"
        hint={`${typed.length} of ${longestReference} characters. Wise makes one where it is empty.`}
        error={paying.error?.fieldError('reference')}
        spellCheck={false}
        maxLength={longestReference}
        value={reference}
        onChange={setReference}
      />
      <KeyValues
        items={[
          { label: 'Paid by', value: profileName },
          { label: 'Transfers', value: formatCount(rows.inGroup) },
          {
            label: 'They take',
            value: (
              <span className="font-strong">
                <Money amount={total} currency={sourceCurrency} />
              </span>
            ),
          },
          { label: 'Fees in it', value: <Money amount={totals.fees} currency={sourceCurrency} /> },
        ]}
      />
      <p className="text-meta text-ink-3">
        The payments were priced as paid from a balance. Wise does not say whether a direct debit costs more.
      </p>
      {before && <EndedQuotes quotes={before.quotes} currency={sourceCurrency} />}
      {paying.error && <ErrorState error={paying.error} />}
    </Dialog>
  );
}
