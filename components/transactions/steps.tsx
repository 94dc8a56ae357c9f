'use client';
import { Section } from '@/components/ui/page';
import { StatusMark } from '@/components/ui/status';
import { lookOfTransactionState } from '@/lib/catalogues/statuses';
import { useTimeZone } from '@/lib/client/time-zone/time-zone-provider';
import type { CardTransaction } from '@/lib/contracts/card-transactions';
import { formatDetailTime, formatTableTime, zoneName } from '@/lib/format/times';
import { formatStep } from '@/lib/format/transactions';
import { Sum } from './sum';

const sources = { webhook: 'Wise told', reading: 'the console asked' };

/** How it came to what it is, step by step, as it was told: Wise itself shows the last one only. */
export function Steps({ transaction: { steps } }: { transaction: CardTransaction }) {
  const timeZone = useTimeZone();
  if (steps.length === 0) return null;
  return (
    <Section title="What happened to it">
      <table role="table" className="data-table flush two-line" aria-label="What happened to it">
        <thead role="rowgroup">
          <tr role="row">
            <th role="columnheader" scope="col" className="w-[132px]">
              Time, {zoneName(timeZone)}
            </th>
            <th role="columnheader" scope="col">
              Step
            </th>
            <th role="columnheader" scope="col">
              State
            </th>
            <th role="columnheader" scope="col" className="max-wide:hidden">
              Known since
            </th>
            <th role="columnheader" scope="col" className="num">
              Amount
            </th>
          </tr>
        </thead>
        <tbody role="rowgroup">
          {steps.map((one) => (
            <tr key={`${one.occurredAt} ${one.step} ${one.state}`} role="row">
              <td role="cell" data-line="2-end" className="text-ink-2">
                <time dateTime={one.occurredAt}>{formatTableTime(one.occurredAt, timeZone)}</time>
              </td>
              <td role="cell" data-line="1" className="key" title={one.step ?? undefined}>
                {formatStep(one)}
              </td>
              <td role="cell" data-line="2">
                <StatusMark look={lookOfTransactionState(one.state)} value={one.state} />
              </td>
              <td role="cell" className="text-ink-2 max-wide:hidden">
                {sources[one.source]}, {formatDetailTime(one.toldAt, timeZone)}
              </td>
              <td role="cell" data-line="1-end" className="num">
                <Sum money={one.amount} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </Section>
  );
}
