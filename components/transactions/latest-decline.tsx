'use client';
import Link from 'next/link';
import { ReasonFacts } from '@/components/declines/reason-facts';
import { Section } from '@/components/ui/page';
import { useLatestDecline } from '@/lib/client/transactions/queries';
import { useTimeZone } from '@/lib/client/time-zone/time-zone-provider';
import type { CardPath } from '@/lib/contracts/cards';
import { formatDetailTime, formatTableTime } from '@/lib/format/times';
import { DeclineCode } from './decline-code';
import { DeclineControl } from './decline-control';
import { Sum } from './sum';
import { transactionHref } from './transaction-rows';

/** Why the card's last payment was declined, what mends it, what to say. Nothing where none was declined. */
export function LatestDecline({ path }: { path: CardPath }) {
  const timeZone = useTimeZone();
  const transaction = useLatestDecline(path).data?.transaction;
  if (!transaction?.decline) return null;
  const { decline, merchant, creationTime, transactionAmount } = transaction;
  return (
    <Section
      title={`Last decline: ${decline.reason.title}`}
      end={
        <>
          <DeclineCode transaction={transaction} />
          <Link href={transactionHref(path.profileId, transaction.id)} prefetch={false}>
            Open the transaction
          </Link>
        </>
      }
    >
      <p className="mb-2 text-ink-2">
        <Sum money={transactionAmount} /> at {merchant.name ?? 'a shop without a name'},{' '}
        <time dateTime={creationTime}>{formatDetailTime(creationTime, timeZone)}</time>
        {decline.wentThrough && (
          <>
            .{' '}
            <Link href={transactionHref(path.profileId, decline.wentThrough.id)} prefetch={false}>
              It went through at the second try, {formatTableTime(decline.wentThrough.creationTime, timeZone)}
            </Link>
          </>
        )}
      </p>
      <ReasonFacts
        reason={decline.reason}
        mend={decline.control && <DeclineControl path={path} control={decline.control} isOnCardPage />}
      />
    </Section>
  );
}
