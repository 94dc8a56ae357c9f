import Link from 'next/link';
import { Notice } from '@/components/ui/notice';
import type { OpenOrderRequest } from '@/lib/contracts/card-order-list';
import { countOf } from '@/lib/format/counts';

/** Orders that were asked for and are not in the list yet. */
export function OpenRequests({ requests }: { requests: readonly OpenOrderRequest[] }) {
  const asked = requests.filter(({ state }) => state !== 'waiting');
  const waiting = requests.filter(({ state }) => state === 'waiting');
  if (requests.length === 0) return null;
  return (
    <div className="grid flex-none gap-2 px-(--gutter) py-2">
      {asked.length > 0 && (
        <Notice
          tone="warn"
          title={`We do not know yet whether Wise has taken ${countOf(asked.length, 'order')}.`}
        >
          {asked.map(({ profileId, profileName }) => profileName ?? `Profile ${profileId}`).join(', ')}. The
          console asks Wise again by itself, under the same key: nothing is ordered twice.
        </Notice>
      )}
      {waiting.map(({ profileId, profileName, replacesOrderId, requestId }) => (
        <Notice
          key={requestId}
          tone="warn"
          title="A card is to be ordered anew and is not ordered yet."
          action={
            replacesOrderId !== null && (
              <Link prefetch={false} href={`/card-orders/${profileId}/${replacesOrderId}`}>
                Open order {replacesOrderId}
              </Link>
            )
          }
        >
          {profileName ?? `Profile ${profileId}`}. The new order follows by itself once Wise has cancelled the
          old one.
        </Notice>
      ))}
    </div>
  );
}
