import { formatAmount } from '@/lib/format/money';

/** `1,240.50 GBP`, the currency small after it. */
export function Money({ amount, currency }: { amount: string; currency: string }) {
  return (
    <>
      {formatAmount(amount, currency)} <span className="text-meta font-plain text-ink-3">{currency}</span>
    </>
  );
}
