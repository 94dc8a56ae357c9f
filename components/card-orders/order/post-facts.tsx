import { Copyable } from '@/components/ui/copyable';
import type { Fact } from '@/components/ui/facts';
import type { CardOrder } from '@/lib/contracts/card-orders';
import { formatDate } from '@/lib/format/times';

/** No longer on its way. */
const ended = ['COMPLETED', 'CANCELLED', 'RETURNED'];

/** Where a posted card is: nothing before Wise tells anything. */
export function postFacts({ post, status }: CardOrder, timeZone: string): Fact[] {
  if (post === null) return [];
  const { estimate, trackingNumber, trackingUrl, vendor } = post;
  const isExpected = estimate !== null && !ended.includes(status);
  return [
    ...(isExpected ? [{ label: 'Expected', value: `about ${formatDate(estimate, timeZone)}` }] : []),
    ...(trackingNumber === null
      ? []
      : [
          {
            label: vendor === null ? 'Tracking' : `Tracking, ${vendor}`,
            value: (
              <span className="inline-flex items-center gap-2">
                <Copyable value={trackingNumber} shown={trackingNumber} what="tracking number" />
                {trackingUrl !== null && (
                  <a href={trackingUrl} target="_blank" rel="noreferrer">
                    Follow it
                  </a>
                )}
              </span>
            ),
          },
        ]),
  ];
}
