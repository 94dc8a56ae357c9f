'use client';
import Link from 'next/link';
import { Section } from '@/components/ui/page';
import { Tag } from '@/components/ui/status';
import { useTimeZone } from '@/lib/client/time-zone/time-zone-provider';
import type { CardTransaction, RelatedTransaction } from '@/lib/contracts/card-transactions';
import { formatTableTime } from '@/lib/format/times';
import { Sum } from './sum';
import { transactionHref } from './transaction-rows';

/** A refund's likely purchase, a purchase's likely refunds. Wise links neither. */
export function RelatedTransactions({ transaction }: { transaction: CardTransaction }) {
  const { profileId, type, likelyOriginal, likelyRefunds } = transaction;
  if (type === 'REFUND')
    return (
      <Section title="What it refunds">
        {likelyOriginal ? (
          <Likely profileId={profileId} transaction={likelyOriginal} />
        ) : (
          <p className="text-ink-2">No earlier payment at this shop fits. It may be older than 90 days.</p>
        )}
        <Hint />
      </Section>
    );
  if (likelyRefunds.length === 0) return null;
  return (
    <Section title="Refunds">
      {likelyRefunds.map((refund) => (
        <Likely key={refund.id} profileId={profileId} transaction={refund} />
      ))}
      <Hint />
    </Section>
  );
}

function Likely({ profileId, transaction }: { profileId: string; transaction: RelatedTransaction }) {
  const timeZone = useTimeZone();
  return (
    <p className="flex flex-wrap items-center gap-2">
      <Tag>Likely</Tag>
      <Link href={transactionHref(profileId, transaction.id)} prefetch={false}>
        {transaction.merchantName ?? 'No merchant named'},{' '}
        {formatTableTime(transaction.creationTime, timeZone)}
      </Link>
      <Sum money={transaction.transactionAmount} />
    </p>
  );
}

function Hint() {
  return (
    <p className="mt-1 text-meta text-ink-3">
      Wise names no link between a payment and its refund: card, shop, currency and sum fit.
    </p>
  );
}
