'use client';
import { Money } from '@/components/ui/money';
import { StatusMark } from '@/components/ui/status';
import { lookOfTransactionState } from '@/lib/catalogues/statuses';
import { useTimeZone } from '@/lib/client/time-zone/time-zone-provider';
import type { RelatedTransaction } from '@/lib/contracts/cases';
import { formatTableTime } from '@/lib/format/times';

/** A transaction in one line: when, where, on which card, how much. */
export function RelatedLine({ transaction }: { transaction: RelatedTransaction }) {
  const timeZone = useTimeZone();
  const { creationTime, lastFourDigits, merchantName, state, transactionAmount } = transaction;
  return (
    <span className="flex flex-wrap items-baseline gap-x-3 text-ink">
      <time dateTime={creationTime} className="text-ink-2 tabular">
        {formatTableTime(creationTime, timeZone)}
      </time>
      <span className="font-label">{merchantName ?? 'A shop without a name'}</span>
      <span className="text-ink-2 tabular">•••• {lastFourDigits ?? '????'}</span>
      <StatusMark look={lookOfTransactionState(state)} value={state} />
      <span className="ml-auto tabular">
        <Money {...transactionAmount} />
      </span>
    </span>
  );
}
