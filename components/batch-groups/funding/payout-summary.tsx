'use client';
import clsx from 'clsx';
import { useSearchParams } from 'next/navigation';
import { Mark, toneText } from '@/components/ui/mark';
import { Money } from '@/components/ui/money';
import { UrlLink } from '@/components/ui/url-link';
import { lookOfTransferStatus } from '@/lib/catalogues/batch-statuses';
import type { StatusLook } from '@/lib/catalogues/statuses';
import { useBatchFunding } from '@/lib/client/batch-groups/funding';
import { countTransfers, type PayoutPart, sumOfStatus, sumsByPart } from '@/lib/client/batch-groups/payout';
import { hrefForBatchGroup, parseRowsState } from '@/lib/client/batch-groups/rows-view';
import type { BatchGroupDetail, BatchGroupPath } from '@/lib/contracts/batch-groups';
import { countOf, formatCount } from '@/lib/format/counts';

const payoutLooks = {
  sent: { word: 'Sent', tone: 'good', mark: 'works' },
  moving: { word: 'In progress', tone: 'busy', mark: 'moving' },
  attention: { word: 'Needs attention', tone: 'warn', mark: 'needs-a-hand' },
  'charged-back': lookOfTransferStatus('charged_back'),
  returned: { word: 'Returned', tone: 'quiet', mark: 'came-back' },
} as const satisfies Record<PayoutPart, StatusLook>;
const fills: Record<PayoutPart, string> = {
  sent: 'bg-good',
  moving: 'bg-busy',
  attention: 'held-fill',
  'charged-back': 'bg-bad',
  returned: 'bg-ink-3',
};

interface PayoutSummaryProps {
  group: BatchGroupDetail;
  path: BatchGroupPath;
}

/** What became of the transfers that were paid for. Each part opens its rows; chosen again it opens all. */
export function PayoutSummary({ group, path }: PayoutSummaryProps) {
  const payout = useBatchFunding(path, group).data?.payout ?? [];
  const state = parseRowsState(useSearchParams());
  const currency = group.sourceCurrency;
  const total = countTransfers(payout);
  const parts = sumsByPart(payout);
  const sent = parts.find(({ part }) => part === 'sent')?.sum.transfers ?? 0;
  const chargedBack = sumOfStatus(payout, 'charged_back').transfers;
  // The one that hardly ever happens stands there only once it did.
  const shown = parts.filter(({ part, sum }) => part !== 'charged-back' || sum.transfers > 0);
  if (total === 0) return null;
  return (
    <section aria-label="Payout" className="flex-none border-b border-line px-(--gutter) pt-3 pb-3.5">
      <p className="mb-[7px] font-strong">
        {chargedBack === 0
          ? `${formatCount(sent)} of ${countOf(total, 'transfer')} ${total === 1 ? 'is' : 'are'} sent`
          : `${formatCount(chargedBack)} of ${countOf(total, 'transfer')} ${total === 1 ? 'is' : 'are'} charged back, ${formatCount(sent)} sent`}
      </p>
      <div
        role="progressbar"
        aria-label="Transfers sent"
        aria-valuemin={0}
        aria-valuemax={total}
        aria-valuenow={sent}
        className="flex h-2.5 gap-px overflow-hidden rounded-sm bg-line-soft"
      >
        {parts
          .filter(({ sum }) => sum.transfers > 0)
          .map(({ part, sum }) => (
            <span
              key={part}
              className={clsx('min-w-0.5', fills[part])}
              style={{ width: `${(sum.transfers / total) * 100}%` }}
            />
          ))}
      </div>
      <ul
        aria-label="Rows by what became of them"
        className="mt-2 flex flex-wrap gap-x-1 gap-y-1 -ml-2 max-narrow:grid max-narrow:grid-cols-2"
      >
        {shown.map(({ part, sum }) => {
          const { mark, tone, word } = payoutLooks[part];
          const isChosen = state.payout === part;
          return (
            <li key={part}>
              <UrlLink
                href={hrefForBatchGroup(path, { ...state, view: 'all', payout: isChosen ? undefined : part })}
                aria-current={isChosen ? 'true' : undefined}
                className={clsx(
                  'block rounded-md px-2 py-1 text-ink hover:bg-hover hover:no-underline',
                  isChosen && 'bg-selected',
                )}
              >
                <b className="block text-head font-strong tabular">{formatCount(sum.transfers)}</b>
                <span className={`status-mark text-meta ${toneText[tone]}`}>
                  <Mark mark={mark} />
                  {word}
                </span>
                <span className="block text-meta text-ink-2 tabular">
                  <Money amount={sum.amount} currency={currency} />
                </span>
              </UrlLink>
            </li>
          );
        })}
      </ul>
    </section>
  );
}
