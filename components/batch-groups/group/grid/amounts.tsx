import type { BatchRow } from '@/lib/contracts/batch-rows';
import { formatAmount } from '@/lib/format/money';

interface AmountProps {
  row: BatchRow;
  sourceCurrency: string;
}

function Money({ amount, currency }: { amount: string; currency: string }) {
  return (
    <>
      {formatAmount(amount, currency)} <span className="text-meta text-ink-3">{currency}</span>
    </>
  );
}

/** What arrives, once it is known; before that what the file fixes. An amount nobody can read stands as it was typed. */
export function Gets({ row, sourceCurrency }: AmountProps) {
  const { amount, cells, fixedSide, targetAmount, targetCurrency } = row;
  if (targetAmount !== null && targetCurrency !== null)
    return <Money amount={targetAmount} currency={targetCurrency} />;
  if (amount !== null && fixedSide === 'target' && targetCurrency !== null)
    return <Money amount={amount} currency={targetCurrency} />;
  if (amount !== null && fixedSide === 'source')
    return (
      <span title={`Fixed: ${amount} ${sourceCurrency} leaves, fees come out of it`}>
        <span className="text-meta text-ink-3">for </span>
        <Money amount={amount} currency={sourceCurrency} />
      </span>
    );
  const typed = cells.amount?.trim() ?? '';
  if (typed === '') return <span className="text-ink-3">empty</span>;
  return (
    <>
      {typed} <span className="text-meta text-ink-3">{cells.targetCurrency?.trim()}</span>
    </>
  );
}

/** What it takes from the balance: known from Wise's quote, or fixed by the file. */
export function Pays({ row, sourceCurrency }: AmountProps) {
  const { amount, fixedSide, sourceAmount } = row;
  const known = sourceAmount ?? (fixedSide === 'source' ? amount : null);
  return known === null ? (
    <span className="text-ink-3">–</span>
  ) : (
    <Money amount={known} currency={sourceCurrency} />
  );
}
