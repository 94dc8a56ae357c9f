import type { ReactNode } from 'react';
import type { CardTransaction, Money, ReportingValue } from '@/lib/contracts/card-transactions';
import { formatMoney } from '@/lib/format/money';
import { formatDay } from '@/lib/format/times';
import { Sum } from './sum';

const feeWords: Record<string, string> = {
  ATM_WITHDRAWAL: 'Wise, for the withdrawal',
  ATM_MACHINE: 'Owner of the machine',
  ATM_ACQUIRER: 'Owner of the machine',
};

/** What the shop asked for, what the card was billed, what left the balances. */
export function Amounts({ transaction }: { transaction: CardTransaction }) {
  const { transactionAmount, transactionAmountWithFees, billingAmount, fees, net, merchant, reporting } =
    transaction;
  const isAbroadInHomeCurrency =
    billingAmount !== null &&
    billingAmount.currency === transactionAmount.currency &&
    merchant.country !== null &&
    homeOf[transactionAmount.currency] !== undefined &&
    !homeOf[transactionAmount.currency]?.includes(merchant.country);
  return (
    <>
      <dl className="mt-2 grid max-w-[460px] gap-0.5">
        <Line label="Asked by the shop">
          <Sum money={transactionAmount} />
        </Line>
        {fees.map((fee, index) => (
          <Line
            key={index}
            label={`Fee: ${feeWords[fee.fee_type ?? ''] ?? fee.fee_type ?? 'not named'}`}
            isPart
          >
            <Sum money={fee} />
          </Line>
        ))}
        {transactionAmountWithFees && fees.length > 0 && (
          <Line label="With all fees">
            <Sum money={transactionAmountWithFees} />
          </Line>
        )}
        <Line label="Billed to the card">
          {billingAmount ? <Sum money={billingAmount} /> : <span className="text-ink-3">not told</span>}
        </Line>
        {billingAmount && <Valued reporting={reporting} billed={billingAmount} />}
        {net.map(({ balanceId, amount, currency }) => (
          <Line key={`${balanceId} ${currency}`} label={`Balance ${balanceId}, all movements`}>
            <Sum money={{ amount, currency }} />
          </Line>
        ))}
      </dl>
      {isAbroadInHomeCurrency && (
        <p className="mt-1 text-meta text-ink-3">
          Charged in {transactionAmount.currency} though the shop is in {merchant.country}: probably converted
          by the shop, {formatMoney(transactionAmount.amount, transactionAmount.currency)}.
        </p>
      )}
    </>
  );
}

/** The rate is said where one was needed. */
function Valued({ billed, reporting }: { billed: Money; reporting: ReportingValue | null }) {
  if (reporting === null)
    return (
      <Line label="Valued" isPart>
        <span className="text-ink-3">rate not read yet</span>
      </Line>
    );
  const { amount, currency, day, rate } = reporting;
  const by =
    rate === null || billed.currency === currency ? '' : ` by Wise’s rate of ${formatDay(day)}, ${rate}`;
  return (
    <Line label={`Valued in ${currency}${by}`} isPart>
      {amount === null ? <span className="text-ink-3">no rate</span> : <Sum money={{ amount, currency }} />}
    </Line>
  );
}

/** Where a currency is at home, as Wise writes the country; others give no hint. */
const homeOf: Record<string, readonly string[]> = {
  GBP: ['GB', 'United Kingdom'],
  USD: ['US', 'United States', 'USA'],
};

function Line({ label, isPart = false, children }: { label: string; isPart?: boolean; children: ReactNode }) {
  return (
    <div className="flex items-baseline justify-between gap-4 border-b border-line-soft py-1">
      <dt className={isPart ? 'pl-4 text-ink-3' : 'text-ink-2'}>{label}</dt>
      <dd>{children}</dd>
    </div>
  );
}
