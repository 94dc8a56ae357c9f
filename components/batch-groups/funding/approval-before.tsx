'use client';
import Link from 'next/link';
import { Button } from '@/components/ui/button';
import { Notice } from '@/components/ui/notice';
import { useCan } from '@/lib/client/session/session-provider';
import type { BeforeFunding } from '@/lib/contracts/batch-before-funding';
import { formatMoney } from '@/lib/format/money';
import { listOf, whyToAsk, wordsOfPeople } from './before-words';

interface ApprovalBeforeProps {
  before: BeforeFunding;
  sourceCurrency: string;
  /** Asks; undefined for who may not. */
  onAsk: (() => void) | undefined;
  onNear: () => void;
}

/** Whether funding needs other people, who they may be, and how far they are: told before anything is pressed. */
export function ApprovalBefore({ before, sourceCurrency, onAsk, onNear }: ApprovalBeforeProps) {
  const mayRead = useCan('approvals.read');
  const { approval, quotes, takes } = before;
  const { approvalId, approvedBy, ceiling, needed, state } = approval;
  const link = approvalId !== null && mayRead && (
    <p>
      <Link
        prefetch={false}
        href={`/approvals?view=${state === 'waiting' ? 'pending' : 'decided'}&id=${approvalId}`}
        className="inline-flex min-h-6 items-center"
      >
        See the request
      </Link>
    </p>
  );
  const people = wordsOfPeople(approval).map((line) => <p key={line}>{line}</p>);
  if (state === 'not-needed') return <p className="text-ink-2">No approval is needed for this sum.</p>;
  if (state === 'approved')
    return approval.isYoursAlone ? (
      <Notice tone="warn" title="You alone approved this group: somebody else funds it.">
        <p>The funder cannot be the only approver.</p>
        {link}
      </Notice>
    ) : (
      <div className="text-ink-2">
        <p>
          Approved by {listOf(approvedBy)}
          {ceiling !== null && `, up to ${formatMoney(ceiling, sourceCurrency)}`}.
        </p>
        {link}
      </div>
    );
  if (state === 'waiting')
    return (
      <Notice tone="busy" title={`Waits for approval: ${approvedBy.length} of ${needed} agreed.`}>
        {people}
        {link}
      </Notice>
    );
  const { text, title } = whyToAsk(approval, takes ?? quotes.atSending, sourceCurrency);
  return (
    <Notice tone="warn" title={title}>
      <p>{text}</p>
      {people}
      {onAsk && (
        <Button size="sm" className="mt-1.5" onClick={onAsk} onPointerEnter={onNear} onFocus={onNear}>
          Ask for approval…
        </Button>
      )}
    </Notice>
  );
}
