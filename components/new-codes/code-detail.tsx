'use client';
import { ArrowLeft } from 'lucide-react';
import dynamic from 'next/dynamic';
import Link from 'next/link';
import { useState } from 'react';
import { ReasonFacts } from '@/components/declines/reason-facts';
import { Button } from '@/components/ui/button';
import { CloseMessage } from '@/components/ui/close-message';
import { Copyable } from '@/components/ui/copyable';
import { Facts } from '@/components/ui/facts';
import { Notice } from '@/components/ui/notice';
import { Section } from '@/components/ui/page';
import { Pill } from '@/components/ui/status';
import { UrlLink } from '@/components/ui/url-link';
import { familyWords } from '@/lib/catalogues/decline-families';
import { useTimeZone } from '@/lib/client/time-zone/time-zone-provider';
import type { NewCode } from '@/lib/contracts/new-codes';
import { formatCount } from '@/lib/format/counts';
import { formatDetailTime, zoneLabel } from '@/lib/format/times';
import { CodeHistory } from './code-history';
import { CodePayments } from './code-payments';
import { lookOfCode } from './code-words';

const ClassifyDialog = dynamic(() => import('./classify-dialog').then((module) => module.ClassifyDialog), {
  ssr: false,
});
const TakeBackDialog = dynamic(() => import('./take-back-dialog').then((module) => module.TakeBackDialog), {
  ssr: false,
});

export function CodeDetail({ shown, backHref }: { shown: NewCode; backHref: string }) {
  const timeZone = useTimeZone();
  const [open, setOpen] = useState<'classify' | 'take-back'>();
  const [askedId, setAskedId] = useState<string>();
  const close = () => setOpen(undefined);
  const onAsked = (approvalId: string) => {
    close();
    setAskedId(approvalId);
  };
  const { cards, classification, firstAt, lastAt, payments, pendingApprovalId } = shown;
  const moment = (at: string | null) => (at === null ? 'none' : formatDetailTime(at, timeZone));
  const notNow = pendingApprovalId === null ? undefined : 'A change waits for a second person';
  return (
    <article aria-labelledby="code-head" className="flex min-h-full flex-col">
      <div className="flex-1 px-(--gutter)">
        <UrlLink href={backHref} className="mt-2 inline-flex min-h-8 items-center gap-1.5 narrow:hidden">
          <ArrowLeft /> All codes
        </UrlLink>
        <header className="flex flex-wrap items-center gap-x-3 gap-y-1.5 pt-3 pb-2">
          <h2 id="code-head" aria-live="polite">
            {shown.reason.title}
          </h2>
          <span className="min-w-0 wrap-anywhere text-ink-3">
            <Copyable value={shown.code} shown={shown.code} what="code" />
          </span>
          <Pill look={lookOfCode(shown)} />
        </header>
        <div className="-mx-(--gutter)">
          <Facts
            items={[
              ...(classification ? [{ label: 'Kind', value: familyWords[classification.family] }] : []),
              { label: 'Payments', value: formatCount(payments) },
              { label: 'Cards', value: formatCount(cards) },
              { label: 'First payment', value: moment(firstAt) },
              { label: 'Last payment', value: moment(lastAt) },
              { label: 'Came as', value: shown.isReason ? 'the reason' : 'the detail of a reason' },
            ]}
          />
        </div>
        <Waiting shown={shown} askedId={askedId} onClose={() => setAskedId(undefined)} />
        <Section title="What it means">
          <ReasonFacts reason={shown.reason} />
        </Section>
        <Section title="The last payments" end={zoneLabel(timeZone)}>
          <CodePayments shown={shown} />
        </Section>
        {shown.history.length > 0 && (
          <Section title="Who said so" end={zoneLabel(timeZone)}>
            <CodeHistory history={shown.history} />
          </Section>
        )}
      </div>
      <footer
        data-print="no"
        className="sticky bottom-0 flex min-h-12 flex-wrap items-center gap-2 border-t border-line bg-surface px-(--gutter) py-2"
      >
        <Button variant="primary" notNow={notNow} onClick={() => setOpen('classify')}>
          {classification ? 'Change…' : 'Say what it means…'}
        </Button>
        {classification && (
          <Button notNow={notNow} onClick={() => setOpen('take-back')}>
            Take back…
          </Button>
        )}
      </footer>
      {open === 'classify' && <ClassifyDialog shown={shown} onClose={close} onAsked={onAsked} />}
      {open === 'take-back' && <TakeBackDialog shown={shown} onClose={close} onAsked={onAsked} />}
    </article>
  );
}

interface WaitingProps {
  shown: NewCode;
  /** The request that this person just made. */
  askedId: string | undefined;
  onClose: () => void;
}

function Waiting({ shown, askedId, onClose }: WaitingProps) {
  const { isArchiveDue, pendingApprovalId } = shown;
  if (pendingApprovalId !== null)
    return (
      <Notice
        tone="busy"
        className="mb-3"
        title={
          askedId === pendingApprovalId
            ? 'Asked. A second person of compliance decides.'
            : 'A change waits for a second person of compliance.'
        }
        {...(askedId === pendingApprovalId && { close: <CloseMessage onClose={onClose} /> })}
      >
        <p>Until then everything stays as it is.</p>
        <p>
          <Link
            prefetch={false}
            href={{ pathname: '/approvals', query: { view: 'pending', id: pendingApprovalId } }}
          >
            See the request
          </Link>
        </p>
      </Notice>
    );
  if (!isArchiveDue) return null;
  return (
    <Notice tone="busy" className="mb-3" title="Payments told before are being brought in line.">
      New ones are told by it already. Filters and numbers follow within minutes.
    </Notice>
  );
}
