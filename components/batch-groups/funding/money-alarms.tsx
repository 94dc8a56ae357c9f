import { useTimeZone } from '@/lib/client/time-zone/time-zone-provider';
import type { BatchFunding } from '@/lib/contracts/batch-funding';
import type { BatchGroupDetail } from '@/lib/contracts/batch-groups';
import { wordsOfChargeBack, wordsOfSecondDebit } from './debit-words';
import { Told } from './told';

interface MoneyAlarmsProps {
  group: BatchGroupDetail;
  funding: BatchFunding | undefined;
}

/** What somebody has to act on at once stands above the rows, where narrow screens show it first, too. */
export function MoneyAlarms({ group, funding }: MoneyAlarmsProps) {
  const timeZone = useTimeZone();
  if (!funding) return null;
  const { sourceCurrency, status } = group;
  const second = funding.secondDebit && wordsOfSecondDebit(funding.secondDebit, sourceCurrency, timeZone);
  const chargeBack = wordsOfChargeBack(status, funding, sourceCurrency);
  if (!second && !chargeBack) return null;
  return (
    <div className="grid flex-none gap-2 border-b border-line px-(--gutter) py-3">
      {second && <Told words={second} />}
      {chargeBack && <Told words={chargeBack} />}
    </div>
  );
}
