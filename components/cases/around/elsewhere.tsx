'use client';
import Link from 'next/link';
import { Section } from '@/components/ui/page';
import { useFoundCount } from '@/lib/client/cases/surroundings';
import { useTimeZone } from '@/lib/client/time-zone/time-zone-provider';
import {
  type ArchiveState,
  hrefForArchive,
  parseArchiveState,
} from '@/lib/client/transactions/archive-state';
import type { CaseDetail } from '@/lib/contracts/cases';
import { formatCount } from '@/lib/format/counts';
import { addDays, isoDay } from '@/lib/format/times';

/** So many days before the payment are looked through, and everything after it. */
const daysBefore = 30;

/** The same shop and the same country on all cards, each number a link to what it counts. */
export function Elsewhere({ shown }: { shown: CaseDetail }) {
  const timeZone = useTimeZone();
  const { country, name } = shown.transaction.merchant;
  const from = addDays(isoDay(new Date(shown.creationTime), timeZone), -daysBefore);
  const since = { ...parseArchiveState(new URLSearchParams()), from };
  if (name === null && country === null) return null;
  return (
    <Section title="Elsewhere" end={`On all cards, from ${daysBefore} days before it on`}>
      <dl className="grid grid-cols-[132px_minmax(0,1fr)] gap-x-3 gap-y-1 max-narrow:grid-cols-[96px_minmax(0,1fr)]">
        {name !== null && <Counted label="Same shop" what={name} state={{ ...since, merchant: name }} />}
        {country !== null && (
          <Counted label="Same country" what={country} state={{ ...since, country: [country] }} />
        )}
      </dl>
    </Section>
  );
}

function Counted({ label, state, what }: { label: string; what: string; state: ArchiveState }) {
  return (
    <>
      <dt className="text-ink-3">{label}</dt>
      <dd className="flex flex-wrap gap-x-3">
        <span className="min-w-0 truncate">{what}</span>
        <Count state={state} word="payments" />
        <Count state={{ ...state, state: ['DECLINED'] }} word="declined" />
      </dd>
    </>
  );
}

function Count({ state, word }: { state: ArchiveState; word: string }) {
  const timeZone = useTimeZone();
  const { data, error } = useFoundCount(state, timeZone);
  const count = data
    ? `${data.isTotalCapped ? 'more than ' : ''}${formatCount(data.total)}`
    : error
      ? 'See'
      : '…';
  return (
    <Link prefetch={false} href={hrefForArchive(state)} className="tabular" aria-busy={!data && !error}>
      {count} {word}
    </Link>
  );
}
