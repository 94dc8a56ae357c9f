import { KeyValues } from '@/components/ui/facts';
import { Money } from '@/components/ui/money';
import type { Conversion } from '@/lib/contracts/batch-before-funding';
import { formatMoney } from '@/lib/format/money';

/** What Wise could take from, with what it comes to in the group's currency. */
export function OtherBalances({
  balances,
  sourceCurrency,
}: {
  balances: Conversion['balances'];
  sourceCurrency: string;
}) {
  return (
    <KeyValues
      items={balances.map(({ available, currency, worth }) => ({
        label: `${currency} balance`,
        value: (
          <>
            <Money amount={available} currency={currency} />
            <span className="block text-meta text-ink-3">
              {worth === null ? 'no price now' : `about ${formatMoney(worth, sourceCurrency)}`}
            </span>
          </>
        ),
      }))}
    />
  );
}
