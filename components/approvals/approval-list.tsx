'use client';
import clsx from 'clsx';
import { useRef } from 'react';
import { Bar } from '@/components/ui/skeleton';
import { StatusMark, Tag } from '@/components/ui/status';
import { UrlLink } from '@/components/ui/url-link';
import { approvalKinds } from '@/lib/catalogues/approval-kinds';
import { type ApprovalsState, hrefForApprovals } from '@/lib/client/approvals/approvals-state';
import { useKeys } from '@/lib/client/keys/use-keys';
import { useTimeZone } from '@/lib/client/time-zone/time-zone-provider';
import { replaceUrl } from '@/lib/client/url/write-url';
import type { Approval } from '@/lib/contracts/approvals';
import { formatTableTime, zoneName } from '@/lib/format/times';
import { lookOfApproval, wordsOfAmount } from './approval-words';

interface ApprovalListProps {
  items: Approval[] | undefined;
  state: ApprovalsState;
  shownId: string | undefined;
  className?: string;
}

export function ApprovalList({ items, state, shownId, className }: ApprovalListProps) {
  const timeZone = useTimeZone();
  const place = useRef<HTMLUListElement>(null);
  const move = (by: 1 | -1) => {
    const index = (items ?? []).findIndex(({ id }) => id === shownId) + by;
    const next = items?.[index];
    if (!next) return;
    replaceUrl(hrefForApprovals({ ...state, id: next.id }));
    place.current?.querySelectorAll('a')[index]?.focus();
  };
  useKeys({ j: () => move(1), k: () => move(-1) });
  return (
    <nav
      aria-label="Requests in this view"
      className={clsx('border-r border-line max-narrow:border-r-0', className)}
    >
      {items?.length === 0 && <p className="px-(--gutter) py-3 text-ink-2">Nothing else in this view.</p>}
      <ul ref={place} aria-busy={!items}>
        {!items && <PendingItems />}
        {items?.map((approval) => {
          const amount = wordsOfAmount(approval);
          return (
            <li key={approval.id} className="border-b border-line-soft">
              <UrlLink
                href={hrefForApprovals({ ...state, id: approval.id })}
                aria-current={approval.id === shownId ? 'true' : undefined}
                className={clsx(
                  'grid min-h-[66px] gap-y-px px-(--gutter) py-[7px] text-ink -outline-offset-2 hover:bg-hover hover:no-underline',
                  approval.id === shownId &&
                    'narrow:bg-selected narrow:shadow-[inset_3px_0_0_var(--color-accent-ink)]',
                )}
              >
                <span className="flex items-center gap-2">
                  <span className="min-w-0 flex-1 truncate font-label">
                    {approvalKinds[approval.kind].title}
                  </span>
                  {approval.isOwn && <Tag>Yours</Tag>}
                  <StatusMark look={lookOfApproval(approval)} />
                </span>
                <span className="flex gap-2 text-ink-2">
                  <span className="min-w-0 flex-1 truncate">{approval.subject}</span>
                  {amount !== undefined && <span className="whitespace-nowrap tabular">{amount}</span>}
                </span>
                <span className="flex gap-2 text-meta text-ink-3">
                  <span className="min-w-0 truncate">by {approval.requestedBy}</span>
                  <time dateTime={approval.requestedAt} className="ml-auto whitespace-nowrap">
                    {formatTableTime(approval.requestedAt, timeZone)}{' '}
                    {zoneName(timeZone, new Date(approval.requestedAt))}
                  </time>
                </span>
              </UrlLink>
            </li>
          );
        })}
      </ul>
    </nav>
  );
}

function PendingItems() {
  return Array.from({ length: 5 }, (_, index) => (
    <li
      key={index}
      aria-hidden="true"
      className="grid animate-late gap-2 border-b border-line-soft px-(--gutter) py-3"
    >
      <Bar className="w-[52%]" />
      <Bar className="w-[74%]" />
      <Bar className="w-[38%]" />
    </li>
  ));
}
