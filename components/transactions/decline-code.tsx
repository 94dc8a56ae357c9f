import type { CardTransaction } from '@/lib/contracts/card-transactions';

type Declined = Pick<CardTransaction, 'declineReason' | 'detailedDeclineReason' | 'decline'>;

/** Wise's own words for the reason, where the reader may know them. */
export function DeclineCode({ transaction }: { transaction: Declined }) {
  const { decline, declineReason, detailedDeclineReason } = transaction;
  // What is not disclosed has no words of Wise's here, and looks like nothing at all.
  if (!declineReason || decline === null || declineReason === 'NOT_DISCLOSED') return null;
  const isSecret = decline.reason.mayBeTold === 'staff-only';
  return (
    <span className="code wrap-anywhere" {...(isSecret ? { 'data-secret': true } : {})}>
      {[declineReason, detailedDeclineReason].filter(Boolean).join(' · ')}
    </span>
  );
}
