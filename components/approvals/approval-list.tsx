'use client';
import { SplitLink, SplitList } from '@/components/ui/split';
import { StatusMark, Tag } from '@/components/ui/status';
import { approvalKinds } from '@/lib/catalogues/approval-kinds';
import { type ApprovalsState, hrefForApprovals } from '@/lib/client/approvals/approvals-state';
import { useTimeZone } from '@/lib/client/time-zone/time-zone-provider';
import type { Approval } from '@/lib/contracts/approvals';
import { formatTableTime, zoneName } from '@/lib/format/times';
import { lookOfApproval, wordsOfAmount } from './approval-words';

interface ApprovalListProps {
  items: Approval[] | undefined;
  state: ApprovalsState;
  shownId: string | undefined;
}

export function ApprovalList({ items, state, shownId }: ApprovalListProps) {
  const timeZone = useTimeZone();
  const hrefOf = ({ id }: Approval) => hrefForApprovals({ ...state, id });
  return (
    <SplitList
      label="Requests in this view"
      hrefs={items?.map(hrefOf)}
      place={items?.findIndex(({ id }) => id === shownId) ?? -1}
    >
      {items?.map((approval) => {
        const amount = wordsOfAmount(approval);
        return (
          <li key={approval.id} className="border-b border-line-soft">
            <SplitLink href={hrefOf(approval)} isCurrent={approval.id === shownId}>
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
            </SplitLink>
          </li>
        );
      })}
    </SplitList>
  );
}
