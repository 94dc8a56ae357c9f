'use client';
import { Section } from '@/components/ui/page';
import { useTimeZone } from '@/lib/client/time-zone/time-zone-provider';
import type { CardTransaction, Money } from '@/lib/contracts/card-transactions';
import { formatMoney } from '@/lib/format/money';
import { formatTableTime, zoneName } from '@/lib/format/times';
import { Sum } from './sum';

interface Movement {
  key: string;
  at: string | null;
  balanceId: string;
  word: string;
  note: string;
  money: Money;
}

const isBack = ({ amount }: Money) => amount.startsWith('-');

/** Every movement on the balances, oldest first. One payment may come from several, and be given back in parts. */
export function Movements({ transaction }: { transaction: CardTransaction }) {
  const timeZone = useTimeZone();
  const movements = movementsOf(transaction);
  if (movements.length === 0) return null;
  return (
    <Section title="Movements on the balances">
      <table role="table" className="data-table flush two-line" aria-label="Movements on the balances">
        <thead role="rowgroup">
          <tr role="row">
            <th role="columnheader" scope="col" className="w-[132px]">
              Time, {zoneName(timeZone)}
            </th>
            <th role="columnheader" scope="col">
              What
            </th>
            <th role="columnheader" scope="col">
              Balance
            </th>
            <th role="columnheader" scope="col" className="max-wide:hidden">
              Conversion
            </th>
            <th role="columnheader" scope="col" className="num">
              Amount
            </th>
          </tr>
        </thead>
        <tbody role="rowgroup">
          {movements.map(({ key, at, balanceId, word, note, money }) => (
            <tr key={key} role="row">
              <td role="cell" data-line="2-end" className="text-ink-2">
                {at === null ? 'not told' : <time dateTime={at}>{formatTableTime(at, timeZone)}</time>}
              </td>
              <td role="cell" data-line="1" className="key">
                {word}
              </td>
              <td role="cell" data-line="2" className="text-ink-2 tabular">
                {balanceId}
              </td>
              <td role="cell" className="text-ink-2 max-wide:hidden">
                {note}
              </td>
              <td role="cell" data-line="1-end" className="num">
                <Sum money={money} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </Section>
  );
}

function movementsOf({ debits, credits }: CardTransaction): Movement[] {
  const all = [
    ...debits.map(({ balanceId, creationTime, debitedAmount, forAmount, rate, fee }, index) => ({
      key: `debit ${index}`,
      at: creationTime,
      balanceId,
      word: isBack(debitedAmount) ? 'Released' : 'Taken or reserved',
      note: [
        forAmount && forAmount.currency !== debitedAmount.currency
          ? `for ${formatMoney(forAmount.amount, forAmount.currency)}${rate === null ? '' : ` at ${rate}`}`
          : '',
        fee && !/^-?0(\.0*)?$/.test(fee.amount) ? `fee ${formatMoney(fee.amount, fee.currency)}` : '',
      ]
        .filter(Boolean)
        .join(', '),
      money: negate(debitedAmount),
    })),
    ...credits.map(({ balanceId, creationTime, creditedAmount }, index) => ({
      key: `credit ${index}`,
      at: creationTime,
      balanceId,
      word: 'Credited',
      note: '',
      money: creditedAmount,
    })),
  ];
  return all.sort((one, other) => (one.at ?? '').localeCompare(other.at ?? ''));
}

/** A debit leaves the balance. */
const negate = ({ amount, currency }: Money): Money => ({
  amount: amount.startsWith('-') ? amount.slice(1) : `-${amount}`,
  currency,
});
