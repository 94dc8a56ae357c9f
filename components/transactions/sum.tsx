import type { Money } from '@/lib/contracts/card-transactions';
import { formatAmount } from '@/lib/format/money';

/** `1,240.50 GBP`, the currency small and grey. */
export function Sum({ money }: { money: Money }) {
  return (
    <span className="whitespace-nowrap tabular">
      {formatAmount(money.amount, money.currency)}{' '}
      <span className="text-tag text-ink-3">{money.currency}</span>
    </span>
  );
}
