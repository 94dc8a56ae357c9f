import { Copyable } from '@/components/ui/copyable';
import { errors, isErrorCode } from '@/lib/catalogues/errors';
import { lookOfPayout } from '@/lib/catalogues/payouts';
import { payoutOf } from '@/lib/client/batch-groups/payout';
import type { BatchRow } from '@/lib/contracts/batch-rows';
import { formatMoney } from '@/lib/format/money';
import { formatTransferId, sentenceOfFlag } from '../grid/row-words';

/** What is known of the row beside what is wrong with it: what Wise answered, what an approver has to see. */
export function RowFacts({ row, sourceCurrency }: { row: BatchRow; sourceCurrency: string }) {
  const { code, fee, flags, nameChecks, rate, recipientId, state, transferId, transferStatus } = row;
  const why =
    code !== null && isErrorCode(code) && !(nameChecks.length > 0 && code === 'batch_name_differs')
      ? errors[code]
      : undefined;
  const facts = [
    ...(transferId === null
      ? []
      : [
          {
            label: 'Transfer',
            value: <Copyable value={transferId} shown={formatTransferId(transferId)} what="transfer id" />,
          },
        ]),
    ...(transferStatus === null ? [] : [{ label: 'At Wise', value: lookOfPayout(payoutOf(row)).word }]),
    ...(recipientId === null
      ? []
      : [{ label: 'Recipient', value: <span className="code">{recipientId}</span> }]),
    ...(rate === null ? [] : [{ label: 'Rate', value: rate }]),
    ...(fee === null ? [] : [{ label: 'Fee', value: formatMoney(fee, sourceCurrency) }]),
    ...(row.sourceAmount === null
      ? []
      : [{ label: 'You pay', value: formatMoney(row.sourceAmount, sourceCurrency) }]),
  ];
  return (
    <>
      {why && state !== 'in-group' && (
        <div>
          <p className={state === 'refused' ? 'font-strong text-bad' : 'font-strong text-warn'}>
            {why.title}
          </p>
          <p className="text-ink-2">
            {why.detail} {why.advice}
          </p>
        </div>
      )}
      {flags.length > 0 && (
        <ul className="text-ink-2">
          {flags.map((flag) => (
            <li key={JSON.stringify(flag)}>{sentenceOfFlag(flag)}</li>
          ))}
        </ul>
      )}
      {facts.length > 0 && (
        <dl className="flex flex-wrap gap-x-7 gap-y-1">
          {facts.map(({ label, value }) => (
            <div key={label}>
              <dt className="text-meta text-ink-3">{label}</dt>
              <dd className="tabular">{value}</dd>
            </div>
          ))}
        </dl>
      )}
    </>
  );
}
