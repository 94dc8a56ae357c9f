'use client';
import { StatusMark } from '@/components/ui/status';
import { lookOfTransactionState } from '@/lib/catalogues/statuses';
import { useTimeZone } from '@/lib/client/time-zone/time-zone-provider';
import type { CardTransaction } from '@/lib/contracts/card-transactions';
import { formatDetailTime } from '@/lib/format/times';
import { formatStep } from '@/lib/format/transactions';
import { MomentsTable } from './moments-table';

const sources = { webhook: 'Wise told', reading: 'the console asked' };

/** How it came to what it is, step by step, as it was told: Wise itself shows the last one only. */
export function Steps({ transaction: { steps } }: { transaction: CardTransaction }) {
  const timeZone = useTimeZone();
  const moments = steps.map((one) => ({
    key: `${one.occurredAt} ${one.step} ${one.state}`,
    at: one.occurredAt,
    word: formatStep(one),
    code: one.step ?? undefined,
    place: <StatusMark look={lookOfTransactionState(one.state)} value={one.state} />,
    note: `${sources[one.source]}, ${formatDetailTime(one.toldAt, timeZone)}`,
    money: one.amount,
  }));
  return (
    <MomentsTable
      title="What happened to it"
      heads={{ word: 'Step', place: 'State', note: 'Known since' }}
      moments={moments}
    />
  );
}
