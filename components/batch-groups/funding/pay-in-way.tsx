import { Copyable } from '@/components/ui/copyable';
import type { PayIn } from '@/lib/contracts/batch-funding';
import { formatMoney } from '@/lib/format/money';

interface PayInWayProps {
  way: PayIn['ways'][number];
  isOnPaper?: boolean;
}

/** The reference stands out: without it Wise cannot tell whose money it is. */
export function PayInWay({ way, isOnPaper = false }: PayInWayProps) {
  const { amount, currency, lines, reference } = way;
  const copy = (value: string, what: string) =>
    isOnPaper ? (
      <span className="code wrap-anywhere">{value}</span>
    ) : (
      <Copyable value={value} what={what} shown={value} />
    );
  return (
    <div className="grid gap-2">
      <div>
        <p className="text-ink-2">Reference, exactly so</p>
        <p className="text-figure wrap-anywhere tabular">{reference}</p>
        {!isOnPaper && <Copyable value={reference} what="the reference" shown="Copy" />}
      </div>
      <dl className="grid gap-1">
        <div className="flex min-h-6 items-center justify-between gap-2.5">
          <dt className="text-ink-2">Amount</dt>
          <dd className="text-right tabular">
            {isOnPaper ? (
              formatMoney(amount, currency)
            ) : (
              <Copyable value={amount} what="the amount" shown={formatMoney(amount, currency)} />
            )}
          </dd>
        </div>
        {lines.map((line) => (
          <div
            key={`${line.label} ${line.value}`}
            className="flex min-h-6 items-center justify-between gap-2.5"
          >
            <dt className="flex-none text-ink-2">{line.label}</dt>
            <dd className="min-w-0 text-right wrap-anywhere">{copy(line.value, line.label.toLowerCase())}</dd>
          </div>
        ))}
      </dl>
    </div>
  );
}
