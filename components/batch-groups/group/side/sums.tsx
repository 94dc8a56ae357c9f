import type { BatchGroupDetail } from '@/lib/contracts/batch-groups';
import { countOf } from '@/lib/format/counts';
import { formatAmount } from '@/lib/format/money';

type Sum = BatchGroupDetail['totals']['toCome'][number];

/** One line for each currency and fixed side: different currencies are never added to one another. */
export function Sums({ sums }: { sums: readonly Sum[] }) {
  return (
    <dl className="grid gap-1">
      {sums.map(({ amount, currency, rows, side }) => (
        <div key={`${currency} ${side}`} className="flex min-h-6 items-center justify-between gap-2.5">
          <dt className="text-ink-2">
            {side === 'target' ? 'They get' : 'You pay'}{' '}
            <span className="text-meta text-ink-3">{countOf(rows, 'row')}</span>
          </dt>
          <dd className="text-right tabular">
            {formatAmount(amount, currency)} <span className="text-meta text-ink-3">{currency}</span>
          </dd>
        </div>
      ))}
    </dl>
  );
}
