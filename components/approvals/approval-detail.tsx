'use client';
import { ArrowLeft } from 'lucide-react';
import Link from 'next/link';
import type { ReactNode } from 'react';
import { Button } from '@/components/ui/button';
import { Facts } from '@/components/ui/facts';
import { Notice } from '@/components/ui/notice';
import { Pill } from '@/components/ui/status';
import { UrlLink } from '@/components/ui/url-link';
import { approvalKinds } from '@/lib/catalogues/approval-kinds';
import { type Decision, useIsAccepting } from '@/lib/client/approvals/queries';
import { useTimeZone } from '@/lib/client/time-zone/time-zone-provider';
import type { ApprovalDetail as Detail } from '@/lib/contracts/approvals';
import { formatDetailTime } from '@/lib/format/times';
import { ApprovalItems } from './approval-items';
import { DecisionsSoFar } from './decisions-so-far';
import { lookOfApproval, whyNotYours, wordsOfAmount, wordsOfProgress } from './approval-words';

interface ApprovalDetailProps {
  approval: Detail;
  backHref: string;
  onDecide: (decision: Decision) => void;
  onWithdraw: () => void;
}

export function ApprovalDetail({ approval, backHref, onDecide, onWithdraw }: ApprovalDetailProps) {
  const timeZone = useTimeZone();
  const { kind, subject, requestedBy, requestedAt, expiresAt, state, standing } = approval;
  const { decidedAt, lines, endNote, usableUntil, usedAt } = approval;
  const time = (iso: string) => <time dateTime={iso}>{formatDetailTime(iso, timeZone)}</time>;
  const fact = (label: string, value: ReactNode) =>
    value === undefined || value === null ? [] : [{ label, value }];
  const isPending = state === 'pending';
  return (
    <article aria-labelledby="request-head" className="pb-4">
      <UrlLink
        href={backHref}
        className="mx-(--gutter) mt-2 inline-flex min-h-8 items-center gap-1.5 narrow:hidden"
      >
        <ArrowLeft /> All requests
      </UrlLink>
      <header className="flex flex-wrap items-center gap-x-3 gap-y-1 px-(--gutter) pt-3 pb-2">
        <h2 id="request-head" aria-live="polite">
          {approvalKinds[kind].title}: {subject}
        </h2>
        <Pill look={lookOfApproval(approval)} />
      </header>
      {endNote !== null && (
        <Notice tone="warn" className="mx-(--gutter) mb-2" title="This no longer counts.">
          {endNote}
        </Notice>
      )}
      <Facts
        items={[
          { label: 'Asked by', value: standing === 'asked-by-you' ? `${requestedBy} (you)` : requestedBy },
          { label: 'Asked at', value: time(requestedAt) },
          ...fact('Amount', wordsOfAmount(approval)),
          { label: 'Agreed', value: wordsOfProgress(approval) },
          ...(isPending
            ? fact('Expires', time(expiresAt))
            : fact('Over since', decidedAt && time(decidedAt))),
          ...fact('Good until', usedAt === null && usableUntil ? time(usableUntil) : null),
          ...fact('Done at', usedAt && time(usedAt)),
        ]}
      />
      <section className="mx-(--gutter) border-t border-line pt-3">
        <h3>Exactly this is asked for</h3>
        <ul
          // Many cards make many lines: the decision stays in sight.
          tabIndex={lines.length > 20 ? 0 : undefined}
          className="mt-1 mb-3 max-h-[50vh] list-disc overflow-y-auto pl-5 text-say marker:text-ink-3"
        >
          {lines.map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
      </section>
      {approval.items.length > 0 && <ApprovalItems approval={approval} />}
      <DecisionsSoFar decisions={approval.decisions} />
      {state === 'approved' && standing === 'asked-by-you' && approval.resource?.type === 'bulk' && (
        <p className="mx-(--gutter) border-t border-line pt-3">
          <Link prefetch={false} href={`/cards/bulk/${approval.resource.id}`}>
            See what became of each card
          </Link>
        </p>
      )}
      {isPending && (
        <footer data-print="no" className="mx-(--gutter) border-t border-line pt-3">
          <p className="max-w-[68ch] text-ink-2">{approvalKinds[kind].effect} Nothing changes before.</p>
          <Acts approval={approval} onDecide={onDecide} onWithdraw={onWithdraw} />
        </footer>
      )}
    </article>
  );
}

function Acts({ approval, onDecide, onWithdraw }: Omit<ApprovalDetailProps, 'backHref'>) {
  const { id, items, standing } = approval;
  const isAccepting = useIsAccepting(id);
  const left = items.filter(({ isAccepted }) => !isAccepted).length;
  if (standing === 'yours-to-decide')
    return (
      <div className="mt-2.5 flex gap-2">
        <Button
          variant="primary"
          notNow={
            left > 0
              ? `${left} of ${items.length} items are not accepted yet`
              : isAccepting
                ? 'What you accepted is still being saved'
                : undefined
          }
          onClick={() => onDecide('approve')}
        >
          Approve…
        </Button>
        <Button variant="danger" onClick={() => onDecide('refuse')}>
          Refuse…
        </Button>
      </div>
    );
  return (
    <>
      <p className="mt-1 font-label">{whyNotYours[standing]}</p>
      {standing === 'asked-by-you' && (
        <Button className="mt-2.5" onClick={onWithdraw}>
          Withdraw…
        </Button>
      )}
    </>
  );
}
