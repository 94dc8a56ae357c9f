import { X } from 'lucide-react';
import Link from 'next/link';
import { IconButton } from '@/components/ui/button';
import { Notice } from '@/components/ui/notice';

/** What became of an act, in words that stay until they are read. */
export interface StaffResult {
  title: string;
  text?: string;
  /** Set when a second administrator has to agree first. */
  approvalId?: string | null;
}

export function ResultNotice({ result, onClose }: { result: StaffResult; onClose: () => void }) {
  const { title, text, approvalId } = result;
  const waits = approvalId !== undefined && approvalId !== null;
  return (
    <div className="px-(--gutter) py-3">
      <Notice
        tone={waits ? 'busy' : 'good'}
        title={waits ? 'Waits for a second administrator.' : title}
        action={
          <IconButton size="xs" label="Close this message" onClick={onClose}>
            <X />
          </IconButton>
        }
      >
        {waits ? (
          <p>
            {title} Until then everything stays as it is.{' '}
            <Link href={{ pathname: '/approvals', query: { id: approvalId } }}>See the request</Link>
          </p>
        ) : (
          text !== undefined && <p>{text}</p>
        )}
      </Notice>
    </div>
  );
}
