import Link from 'next/link';
import { Notice } from '@/components/ui/notice';
import { lastPrintAt } from '@/lib/catalogues/card-order-age';
import { errors, isErrorCode } from '@/lib/catalogues/errors';
import { useTimeZone } from '@/lib/client/time-zone/time-zone-provider';
import type { CardOrder } from '@/lib/contracts/card-orders';
import { formatDate } from '@/lib/format/times';

/** What a person should see to, before anything else on the page. */
export function OrderNotices({ order }: { order: CardOrder }) {
  const timeZone = useTimeZone();
  const { cardCreationTime, printAge, renewal, replacedByOrderId, profileId, status } = order;
  if (replacedByOrderId !== null)
    return (
      <Notice
        tone="busy"
        title="Ordered anew."
        action={
          <Link prefetch={false} href={`/card-orders/${profileId}/${replacedByOrderId}`}>
            Open order {replacedByOrderId}
          </Link>
        }
      >
        The card of this order is blocked. The new order took its place.
      </Notice>
    );
  if (renewal && (renewal.state === 'unknown' || renewal.state === 'sending'))
    return (
      <Notice tone="warn" title="We do not know yet whether the new order was placed.">
        The console asks Wise again by itself, under the same key: there will be one new order.
      </Notice>
    );
  if (renewal?.state === 'waiting')
    return (
      <Notice tone="busy" title="It is being ordered anew.">
        {status === 'CANCELLED'
          ? 'This order is cancelled and its card blocked. The console places the new order by itself.'
          : 'Wise has not cancelled this order yet. The new order follows by itself when it has; should this stay for more than a minute, order it anew below.'}
      </Notice>
    );
  if (renewal && status === 'CANCELLED')
    return (
      <Notice tone="bad" title="Cancelled, and no new card is ordered yet.">
        {renewal.refusedCode !== null && isErrorCode(renewal.refusedCode)
          ? `${errors[renewal.refusedCode].title}. ${errors[renewal.refusedCode].advice} `
          : ''}
        The second step is below: Order it anew.
      </Notice>
    );
  if (printAge === null || cardCreationTime === null) return null;
  const day = formatDate(lastPrintAt(cardCreationTime), timeZone);
  return printAge === 'day-60' ? (
    <Notice tone="bad" title="Older than 60 days, Wise prints it no more.">
      It could be printed until {day}. It has to be cancelled and ordered anew: one step below.
    </Notice>
  ) : (
    <Notice tone="warn" title={`To be printed by ${day}.`}>
      Wise prints a card until it is 60 days old. After that it has to be ordered anew.
    </Notice>
  );
}
