'use client';
import { Check, Copy } from 'lucide-react';
import { Button } from '@/components/ui/button';
import { Tag } from '@/components/ui/status';
import { useCopy } from '@/components/ui/use-copy';
import { useKeys } from '@/lib/client/keys/use-keys';
import type { DeclineReason } from '@/lib/contracts/decline-reasons';

/** The words for the cardholder, to read out or to copy. */
export function SayToCustomer({ reason }: { reason: Pick<DeclineReason, 'say' | 'mayBeTold'> }) {
  const { isCopied, copy } = useCopy(reason.say);
  useKeys({ c: copy });
  return (
    <div data-boxed className="rounded-md border border-line px-3 py-2.5">
      <div className="mb-1 flex min-h-6 flex-wrap items-center gap-2">
        <h3>Say to the customer</h3>
        {reason.mayBeTold === 'tell' ? (
          <Tag tone="good">May be told</Tag>
        ) : (
          <Tag>The same words for many reasons</Tag>
        )}
        <Button size="xs" className="ml-auto" icon={isCopied ? <Check /> : <Copy />} onClick={copy}>
          {isCopied ? 'Copied' : 'Copy'}
        </Button>
        <span role="status" className="sr-only">
          {isCopied ? 'Copied' : ''}
        </span>
      </div>
      <blockquote className="text-say">“{reason.say}”</blockquote>
    </div>
  );
}
