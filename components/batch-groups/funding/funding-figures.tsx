import { KeyValues } from '@/components/ui/facts';
import { Money } from '@/components/ui/money';
import { isBalanceRead } from '@/lib/client/batch-groups/funding-offer';
import type { Balance } from '@/lib/contracts/batch-funding';
import type { BatchGroupDetail } from '@/lib/contracts/batch-groups';
import { formatCount } from '@/lib/format/counts';
import { minus } from '@/lib/format/decimals';

interface FundingFiguresProps {
  group: BatchGroupDetail;
  /** Null: nobody knows. */
  total: string | null;
  /** Null: there is none. Undefined: not read. */
  balance: Balance | null | undefined;
  isReading: boolean;
}

export function FundingFigures({ group, total, balance, isReading }: FundingFiguresProps) {
  const { newPayees, origin, rows, sourceCurrency, status, totals } = group;
  const isClosed = status === 'CLOSED' || !isBalanceRead(group);
  const money = (amount: string) => <Money amount={amount} currency={sourceCurrency} />;
  return (
    <>
      {isClosed && total !== null && (
        <p>
          <span className="block text-ink-2">The group takes</span>
          <span className="text-figure tabular">{money(total)}</span>
        </p>
      )}
      <KeyValues
        items={[
          ...(isClosed ? [{ label: 'Transfers', value: formatCount(rows.inGroup) }] : []),
          ...(isClosed && total !== null ? [{ label: 'Fees in it', value: money(totals.fees) }] : []),
          ...(origin === 'console' && isClosed
            ? [{ label: 'New payees', value: formatCount(newPayees) }]
            : []),
          ...(isBalanceRead(group)
            ? [
                {
                  label: `${sourceCurrency} balance`,
                  value: balance
                    ? money(balance.available)
                    : balance === null
                      ? 'none'
                      : isReading
                        ? '…'
                        : '–',
                },
              ]
            : []),
          ...(balance && total !== null && isBalanceRead(group)
            ? [{ label: 'Left afterwards', value: money(minus(balance.available, total)) }]
            : []),
        ]}
      />
    </>
  );
}
