import { KeyValues } from '@/components/ui/facts';
import { Money } from '@/components/ui/money';
import { Notice } from '@/components/ui/notice';
import type { BeforeFunding } from '@/lib/contracts/batch-before-funding';
import { countOf } from '@/lib/format/counts';
import { isLess, minus } from '@/lib/format/decimals';

/** Prices that do not hold any more: what the group took at sending, what it takes by today's, and the difference. */
export function EndedQuotes({
  quotes: { atSending, ended, now },
  currency,
}: {
  quotes: BeforeFunding['quotes'];
  currency: string;
}) {
  if (ended === 0) return null;
  const money = (amount: string) => <Money amount={amount} currency={currency} />;
  const difference = now === null ? null : minus(now, atSending);
  return (
    <Notice
      tone="warn"
      title={`${countOf(ended, 'quote has', 'quotes have')} ended: Wise may take another amount.`}
    >
      {now === null || difference === null ? (
        <p>Wise gives no prices now, so nobody can say how much. It cannot be funded before it does.</p>
      ) : (
        <KeyValues
          items={[
            { label: 'At sending', value: money(atSending) },
            { label: 'At prices of now, about', value: money(now) },
            {
              label: isLess(difference, '0') ? 'Less' : 'More',
              value: money(isLess(difference, '0') ? minus('0', difference) : difference),
            },
          ]}
        />
      )}
    </Notice>
  );
}
