import { Button } from '@/components/ui/button';
import { Money } from '@/components/ui/money';
import { StatusMark } from '@/components/ui/status';
import type { StatusLook } from '@/lib/catalogues/statuses';
import { nameOfType, type ProfileBalance } from '@/lib/client/balances/balances-state';
import type { Balance } from '@/lib/contracts/batch-funding';

const onlyWide = 'max-wide:hidden';
export const balanceColumns = ['', '', '', '', onlyWide, '', ''] as const;

const names = ['Currency', 'Kind', 'Profile', 'Available', 'Reserved', 'State', ''] as const;

export function BalanceHead() {
  return (
    <thead role="rowgroup">
      <tr role="row">
        {names.map((name, column) => (
          <th
            key={name}
            role="columnheader"
            scope="col"
            className={name === 'Available' || name === 'Reserved' ? `num ${balanceColumns[column]}` : ''}
          >
            {name === '' ? <span className="sr-only">Add money</span> : name}
          </th>
        ))}
      </tr>
    </thead>
  );
}

/** Wise: what is invested, or on its way in or out of it, cannot be paid from; batches are paid from balances, not from jars. */
function lookOfBalance({ investmentState, isOperable, type }: Balance): StatusLook {
  if (!isOperable)
    return {
      word: investmentState === 'INVESTED' ? 'Invested, not usable' : 'Not usable',
      tone: 'quiet',
      mark: 'barred',
    };
  return type === 'STANDARD'
    ? { word: 'Usable', tone: 'good', mark: 'works' }
    : { word: 'Set aside', tone: 'quiet', mark: 'not-begun' };
}

interface BalanceRowProps {
  of: ProfileBalance;
  index: number;
  /** Undefined where there is no such thing, or not for this person. */
  onTopUp: (() => void) | undefined;
}

export function BalanceRow({ of: { balance, profileId, profileName }, index, onTopUp }: BalanceRowProps) {
  const { available, currency, investmentState, isOperable, reserved } = balance;
  return (
    <tr role="row" data-row={index} className={isOperable ? undefined : 'text-ink-3'}>
      <td role="cell" data-line="1" className="key">
        {currency}
      </td>
      <td role="cell" data-line="2">
        {nameOfType(balance)}
      </td>
      <td role="cell" data-line="3" className="text-ink-2" title={profileId}>
        {profileName}
      </td>
      <td role="cell" data-line="1-end" className="num">
        <Money amount={available} currency={currency} />
      </td>
      <td role="cell" className={`num ${onlyWide}`}>
        {reserved === null ? (
          <span className="text-ink-3">–</span>
        ) : (
          <Money amount={reserved} currency={currency} />
        )}
      </td>
      <td role="cell" data-line="2-end">
        <StatusMark look={lookOfBalance(balance)} value={investmentState} />
      </td>
      <td role="cell" data-line="4" className="num">
        {onTopUp && isOperable && (
          <Button size="xs" onClick={onTopUp} aria-label={`Add money to ${currency} of ${profileName}…`}>
            Add money…
          </Button>
        )}
      </td>
    </tr>
  );
}
