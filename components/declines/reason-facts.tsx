import type { ReactNode } from 'react';
import { Tag } from '@/components/ui/status';
import { actorWords } from '@/lib/catalogues/decline-actors';
import type { DeclineReason } from '@/lib/contracts/decline-reasons';
import { SayToCustomer } from './say-to-customer';

function Line({ label, children }: { label: string; children: ReactNode }) {
  return (
    <div className="grid grid-cols-[132px_minmax(0,1fr)] gap-x-3 py-[3px] max-narrow:grid-cols-[minmax(0,1fr)] @max-[440px]:grid-cols-[minmax(0,1fr)]">
      <dt className="text-ink-3">{label}</dt>
      <dd className="max-w-[72ch]">{children}</dd>
    </div>
  );
}

interface ReasonFactsProps {
  reason: DeclineReason;
  mend?: ReactNode;
  /** Only what to do and what to say. */
  isBrief?: boolean;
}

/** What a reason means, who acts, whether to try again, and the words for the customer. */
export function ReasonFacts({ reason, mend, isBrief = false }: ReasonFactsProps) {
  const facts = (
    <dl>
      {!isBrief && (
        <>
          <Line label="What happened">
            {reason.happened} {reason.notes.join(' ')}
          </Line>
          <Line label="Cause">{reason.cause}</Line>
        </>
      )}
      <Line label="Who acts">{actorWords[reason.actor]}</Line>
      <Line label="Next">
        {reason.next}
        {mend}
      </Line>
      <Line label="Try again?">{reason.retryText}</Line>
    </dl>
  );
  return (
    <div className="@container grid gap-3">
      {reason.mayBeTold === 'staff-only' ? (
        <div data-secret className="hatch-edge rounded-md bg-secret-tint py-2.5 pr-3">
          <p className="mb-1">
            <Tag tone="secret">Must not be told</Tag>
          </p>
          {facts}
        </div>
      ) : (
        <div>{facts}</div>
      )}
      <SayToCustomer reason={reason} />
    </div>
  );
}
