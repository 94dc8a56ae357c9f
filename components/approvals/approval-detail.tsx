'use client';
import { ArrowLeft } from 'lucide-react';
import { Button } from '@/components/ui/button';
import { Facts } from '@/components/ui/facts';
import { Notice } from '@/components/ui/notice';
import { Pill } from '@/components/ui/status';
import { UrlLink } from '@/components/ui/url-link';
import type { Decision } from '@/lib/client/approvals/queries';
import { useTimeZone } from '@/lib/client/time-zone/time-zone-provider';
import type { Approval } from '@/lib/contracts/approvals';
import { formatDetailTime } from '@/lib/format/times';
import { effectWords, kindWords, lookOfApproval } from './approval-words';

interface ApprovalDetailProps {
  approval: Approval;
  /** The one in the address is not in this view any more. */
  isAnother: boolean;
  backHref: string;
  /** Undefined for who may only read. */
  onDecide: ((decision: Decision) => void) | undefined;
}

export function ApprovalDetail({ approval, isAnother, backHref, onDecide }: ApprovalDetailProps) {
  const timeZone = useTimeZone();
  const { kind, subject, lines, requestedBy, requestedAt, state, decidedBy, decidedAt, isOwn } = approval;
  const time = (iso: string) => <time dateTime={iso}>{formatDetailTime(iso, timeZone)}</time>;
  return (
    <article aria-labelledby="request-head" className="pb-4">
      <UrlLink
        href={backHref}
        className="mx-(--gutter) mt-2 inline-flex min-h-8 items-center gap-1.5 narrow:hidden"
      >
        <ArrowLeft /> All requests
      </UrlLink>
      {isAnother && (
        <Notice
          tone="busy"
          className="mx-(--gutter) mt-3"
          title="The request you came for is not in this view."
        >
          It is decided, or there is none. The next one is shown.
        </Notice>
      )}
      <header className="flex flex-wrap items-center gap-x-3 gap-y-1 px-(--gutter) pt-3 pb-2">
        <h2 id="request-head" aria-live="polite">
          {kindWords[kind]}: {subject}
        </h2>
        <Pill look={lookOfApproval(approval)} />
      </header>
      <Facts
        items={[
          { label: 'Asked by', value: isOwn ? `${requestedBy} (you)` : requestedBy },
          { label: 'Asked at', value: time(requestedAt) },
          ...(decidedBy === null ? [] : [{ label: 'Decided by', value: decidedBy }]),
          ...(decidedAt === null ? [] : [{ label: 'Decided at', value: time(decidedAt) }]),
        ]}
      />
      <section className="mx-(--gutter) border-t border-line pt-3">
        <h3>Exactly this is asked for</h3>
        <ul className="mt-1 mb-3 list-disc pl-5 text-say marker:text-ink-3">
          {lines.map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
      </section>
      {state === 'pending' && (
        <footer data-print="no" className="mx-(--gutter) border-t border-line pt-3">
          <p className="max-w-[68ch] text-ink-2">{effectWords[kind]} Nothing changes before.</p>
          {isOwn ? (
            <p className="mt-1 font-label">Yours: somebody else decides.</p>
          ) : onDecide ? (
            <div className="mt-2.5 flex gap-2">
              <Button variant="primary" onClick={() => onDecide('approve')}>
                Approve…
              </Button>
              <Button variant="danger" onClick={() => onDecide('refuse')}>
                Refuse…
              </Button>
            </div>
          ) : (
            <p className="mt-1 font-label">You read this. Administrators decide.</p>
          )}
        </footer>
      )}
    </article>
  );
}
