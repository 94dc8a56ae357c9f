import type { CardTransaction, Money } from '@/lib/contracts/card-transactions';
import { formatMoney } from '@/lib/format/money';
import { type Moment, MomentsTable } from './moments-table';

const isBack = ({ amount }: Money) => amount.startsWith('-');

/** Every movement on the balances, oldest first. One payment may come from several, and be given back in parts. */
export function Movements({ transaction }: { transaction: CardTransaction }) {
  return (
    <MomentsTable
      title="Movements on the balances"
      heads={{ word: 'What', place: 'Balance', note: 'Conversion' }}
      moments={movementsOf(transaction)}
    />
  );
}

function movementsOf({ debits, credits }: CardTransaction): Moment[] {
  const all = [
    ...debits.map(({ balanceId, creationTime, debitedAmount, forAmount, rate, fee }, index) => ({
      key: `debit ${index}`,
      at: creationTime,
      place: <span className="tabular">{balanceId}</span>,
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
      place: <span className="tabular">{balanceId}</span>,
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
