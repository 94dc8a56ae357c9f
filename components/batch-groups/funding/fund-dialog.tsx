'use client';
import { useState } from 'react';
import { ErrorState } from '@/components/feedback/error-state';
import { Button } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import { KeyValues } from '@/components/ui/facts';
import { Money } from '@/components/ui/money';
import { useFundBatchGroup } from '@/lib/client/batch-groups/funding';
import { usePayingIntent } from '@/lib/client/batch-groups/use-paying-intent';
import type { BeforeFunding, Conversion } from '@/lib/contracts/batch-before-funding';
import type { BatchGroupDetail, BatchGroupPath } from '@/lib/contracts/batch-groups';
import { countOf, formatCount } from '@/lib/format/counts';
import { minus } from '@/lib/format/decimals';
import { formatMoney } from '@/lib/format/money';
import { EndedQuotes } from './ended-quotes';

interface FundDialogProps {
  group: BatchGroupDetail;
  path: BatchGroupPath;
  total: string;
  available: string;
  before: BeforeFunding | null;
  /** Approved, where the balance is short. */
  conversion: Conversion | undefined;
  /** Whether it was paid is not known. */
  onLost: () => void;
  onClose: () => void;
}

export function FundDialog({ path, onLost, onClose, ...seen }: FundDialogProps) {
  // What the person reads is what is agreed to, whatever is read behind the dialog.
  const [{ available, before, conversion, group, total }] = useState(seen);
  const { name, profileName, rows, sourceCurrency, totals } = group;
  const funding = useFundBatchGroup(path);
  const fund = usePayingIntent(funding, { onLost, onClose });
  const left = minus(available, total);
  const short = conversion?.short ?? null;
  const money = (amount: string) => <Money amount={amount} currency={sourceCurrency} />;
  const send = async () => {
    if (await fund({ total })) onClose();
  };
  return (
    <Dialog
      title={`Fund “${name}” from the balance?`}
      description={
        <p>
          Pays {countOf(rows.inGroup, 'transfer')} {formatMoney(total, sourceCurrency)}
          {short === null
            ? `, leaves ${formatMoney(left, sourceCurrency)}. `
            : `. The balance is short by ${formatMoney(short, sourceCurrency)}: Wise converts the rest from another one. `}
          Everything is paid at once. Cannot be undone.
          {short === null &&
            ' Should the balance fall meanwhile, Wise may convert from another one unasked; the group’s page then says so.'}
        </p>
      }
      onSubmit={() => void send()}
      onClose={onClose}
      busy={funding.isPending}
      footer={
        <>
          <Button onClick={onClose} data-autofocus>
            Do not pay yet
          </Button>
          <Button type="submit" variant="dangerFill" busy={funding.isPending}>
            {funding.isPending ? 'Asking Wise' : `Pay ${formatMoney(total, sourceCurrency)}`}
          </Button>
        </>
      }
    >
      <KeyValues
        items={[
          { label: 'Paid by', value: profileName },
          { label: 'Transfers', value: formatCount(rows.inGroup) },
          { label: 'They take', value: <span className="font-strong">{money(total)}</span> },
          { label: 'Fees in it', value: money(totals.fees) },
          { label: `${sourceCurrency} balance now`, value: money(available) },
          ...(short === null
            ? [{ label: 'Left afterwards', value: money(left) }]
            : [{ label: 'Converted at most', value: money(conversion?.approval?.ceiling ?? short) }]),
        ]}
      />
      {before && <EndedQuotes quotes={before.quotes} currency={sourceCurrency} />}
      {funding.error && <ErrorState error={funding.error} />}
    </Dialog>
  );
}
