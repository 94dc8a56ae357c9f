import Link from 'next/link';
import { type ReactNode, useState } from 'react';
import { CloseMessage } from '@/components/ui/close-message';
import { Notice } from '@/components/ui/notice';
import { useApprovalList } from '@/lib/client/approvals/queries';

/** What became of an act, in words that stay until they are read. */
export interface StaffResult {
  title: string;
  text?: string;
  /** Set when a second administrator has to agree first. */
  approvalId?: string | null;
}

interface ResultNoticeProps {
  result: StaffResult;
  onClose: () => void;
}

export function ResultNotice({ result: { title, text, approvalId }, onClose }: ResultNoticeProps) {
  const close = <CloseMessage onClose={onClose} />;
  return (
    <div className="px-(--gutter) py-3">
      {typeof approvalId === 'string' ? (
        <RequestNotice title={title} approvalId={approvalId} close={close} />
      ) : (
        <Notice tone="good" title={title} close={close}>
          {text !== undefined && <p>{text}</p>}
        </Notice>
      )}
    </div>
  );
}

interface RequestNoticeProps {
  title: string;
  approvalId: string;
  close: ReactNode;
}

/** “Waits” is untrue as soon as the second administrator has decided. */
function RequestNotice({ title, approvalId, close }: RequestNoticeProps) {
  const { data, dataUpdatedAt } = useApprovalList('pending');
  // What was read before the request was made does not know it.
  const [shownAt] = useState(Date.now);
  const isDecided = dataUpdatedAt > shownAt && data?.items.every(({ id }) => id !== approvalId);
  if (isDecided) {
    return (
      <Notice tone="busy" title="The second administrator has decided." close={close}>
        <Link prefetch={false} href={{ pathname: '/approvals', query: { view: 'decided', id: approvalId } }}>
          See the decision
        </Link>
      </Notice>
    );
  }
  return (
    <Notice tone="busy" title="Waits for a second administrator." close={close}>
      <p>
        {title} Until then everything stays as it is.{' '}
        <Link prefetch={false} href={{ pathname: '/approvals', query: { view: 'mine', id: approvalId } }}>
          See the request
        </Link>
      </p>
    </Notice>
  );
}
