'use client';
import { ArrowLeft } from 'lucide-react';
import type { Route } from 'next';
import Link from 'next/link';
import { CaseEvidence } from '@/components/evidence/case-evidence';
import { ReasonFacts } from '@/components/declines/reason-facts';
import { LegalHoldSection } from '@/components/legal-holds/legal-hold-section';
import { Copyable } from '@/components/ui/copyable';
import { Facts } from '@/components/ui/facts';
import { Money } from '@/components/ui/money';
import { Section } from '@/components/ui/page';
import { Pill, Tag } from '@/components/ui/status';
import { UrlLink } from '@/components/ui/url-link';
import { caseOutcomeWords, severityWords } from '@/lib/catalogues/decline-desk';
import { hrefForCases } from '@/lib/client/cases/cases-state';
import { useTimeZone } from '@/lib/client/time-zone/time-zone-provider';
import type { CaseDetail as Detail } from '@/lib/contracts/cases';
import { formatDay, formatDetailTime, formatTableTime, zoneLabel } from '@/lib/format/times';
import { CaseSurroundings } from './around/case-surroundings';
import { CaseActs, type CaseAct } from './case-acts';
import { CaseTimeline } from './case-timeline';
import { RelatedSection } from './related-section';
import { lookOfCase, toneOfSeverity, wordsOfDue } from './case-words';

interface CaseDetailProps {
  shown: Detail;
  backHref: string;
  onAct: (act: CaseAct) => void;
  isTaking: boolean;
}

export function CaseDetail({ shown, backHref, onAct, isTaking }: CaseDetailProps) {
  const timeZone = useTimeZone();
  const { cardToken, profileId, transaction } = shown;
  return (
    <article aria-labelledby="case-head" className="flex min-h-full flex-col">
      <div className="flex-1 px-(--gutter)">
        <UrlLink href={backHref} className="mt-2 inline-flex min-h-8 items-center gap-1.5 narrow:hidden">
          <ArrowLeft /> All cases
        </UrlLink>
        <header className="flex flex-wrap items-center gap-x-3 gap-y-1.5 pt-3 pb-2">
          <h2 id="case-head" aria-live="polite">
            {shown.declineTitle}
          </h2>
          <Pill look={lookOfCase(shown)} />
          <Tag tone={toneOfSeverity[shown.severity]}>{severityWords[shown.severity]}</Tag>
        </header>
        <div className="-mx-(--gutter)">
          <Facts
            items={[
              { label: 'Due', value: <Due shown={shown} timeZone={timeZone} /> },
              { label: 'With', value: shown.assignee?.name ?? 'nobody' },
              { label: 'Rule', value: <Rules shown={shown} /> },
              ...(shown.card.hold
                ? [{ label: 'Card', value: `held until ${formatDay(shown.card.hold.reviewOn)}` }]
                : []),
              ...(shown.outcome ? [{ label: 'Outcome', value: caseOutcomeWords[shown.outcome] }] : []),
              ...(shown.followUpOn ? [{ label: 'Look again', value: formatDay(shown.followUpOn) }] : []),
            ]}
          />
        </div>
        <Section title="The payment" end={zoneLabel(timeZone)}>
          <dl className="grid grid-cols-[132px_minmax(0,1fr)] gap-x-3 gap-y-1 max-narrow:grid-cols-[96px_minmax(0,1fr)]">
            <dt className="text-ink-3">Tried</dt>
            <dd>{formatDetailTime(shown.creationTime, timeZone)}</dd>
            <dt className="text-ink-3">Shop</dt>
            <dd>
              {[transaction.merchant.name, transaction.merchant.city, transaction.merchant.country]
                .filter(Boolean)
                .join(', ') || 'none'}
              <span className="block text-ink-3">
                {transaction.merchant.category ?? transaction.merchant.mcc ?? 'no category'}
              </span>
            </dd>
            <dt className="text-ink-3">Amount</dt>
            <dd className="tabular">
              <Money {...shown.transactionAmount} />
            </dd>
            <dt className="text-ink-3">Card</dt>
            <dd>
              <Link prefetch={false} href={`/cards/${profileId}/${cardToken}` as Route}>
                •••• {shown.lastFourDigits ?? '????'}
                {shown.cardHolderName && `, ${shown.cardHolderName}`}
              </Link>
            </dd>
            <dt className="text-ink-3">Transaction</dt>
            <dd className="flex flex-wrap items-center gap-x-2">
              <Copyable value={shown.transactionId} shown={shown.transactionId} what="transaction id" />
              <Link prefetch={false} href={`/transactions/${profileId}/${shown.transactionId}` as Route}>
                As Wise tells it
              </Link>
            </dd>
          </dl>
        </Section>
        <Section
          title="Why it was declined"
          end={<span className="code">{shown.declineReason ?? 'no code'}</span>}
        >
          <ReasonFacts reason={shown.reason} />
        </Section>
        <RelatedSection shown={shown} onLink={() => onAct('link')} />
        <CaseSurroundings shown={shown} />
        <Section title="What was done" end={zoneLabel(timeZone)}>
          <CaseTimeline entries={shown.entries} />
        </Section>
        <CaseEvidence caseId={shown.id} />
        <LegalHoldSection profileId={profileId} cardToken={cardToken} />
      </div>
      <CaseActs shown={shown} onAct={onAct} isTaking={isTaking} />
    </article>
  );
}

function Due({ shown, timeZone }: { shown: Detail; timeZone: string }) {
  return (
    <span className={shown.isOverdue ? 'text-bad' : undefined}>
      {formatTableTime(shown.dueAt, timeZone)}, {wordsOfDue(shown, new Date(shown.asOf))}
    </span>
  );
}

function Rules({ shown }: { shown: Detail }) {
  return (
    <span className="flex flex-wrap gap-x-2">
      {shown.rules.map(({ id, name }) => (
        <UrlLink key={id} href={hrefForCases({ ruleId: id })} title="Cases of this rule">
          {name}
        </UrlLink>
      ))}
    </span>
  );
}
