'use client';
import type { Route } from 'next';
import dynamic from 'next/dynamic';
import Link from 'next/link';
import { ErrorState } from '@/components/feedback/error-state';
import { Button } from '@/components/ui/button';
import { Copyable } from '@/components/ui/copyable';
import { Bar } from '@/components/ui/skeleton';
import { useEvidenceDetail } from '@/lib/client/evidence/queries';
import { useTimeZone } from '@/lib/client/time-zone/time-zone-provider';
import type { EvidenceDetail as Detail } from '@/lib/contracts/evidence';
import { countOf, formatCount } from '@/lib/format/counts';
import { formatDetailTime, formatTableTime } from '@/lib/format/times';

const Dialog = dynamic(() => import('@/components/ui/dialog').then((module) => module.Dialog), {
  ssr: false,
});

/** What was in one package, and what of it is told otherwise by now. */
export function EvidenceDetail({ id, onClose }: { id: string; onClose: () => void }) {
  const { data, error, isFetching, refetch } = useEvidenceDetail(id);
  return (
    <Dialog
      title={data ? `Evidence for ${data.recipient}` : 'Evidence'}
      width="wide"
      onClose={onClose}
      footer={<Button onClick={onClose}>Close</Button>}
    >
      {error && (
        <ErrorState
          error={error}
          title="This package could not be read."
          onRetry={() => void refetch()}
          busy={isFetching}
        />
      )}
      {!data && !error && <Bar className="w-[60%] animate-late" />}
      {data && <Parts evidence={data} />}
    </Dialog>
  );
}

function Parts({ evidence }: { evidence: Detail }) {
  const timeZone = useTimeZone();
  const { by, caseId, changedSince, id, items, keyId, madeAt, reason, sha256, size } = evidence;
  const facts = [
    { label: 'Made', value: `${formatDetailTime(madeAt, timeZone)} by ${by}` },
    { label: 'Reason', value: <span className="whitespace-pre-line">{reason}</span> },
    { label: 'Evidence', value: <Copyable value={id} shown={id} what="evidence id" /> },
    { label: 'SHA-256', value: <Copyable value={sha256} what="SHA-256" /> },
    { label: 'Size', value: `${formatCount(size)} bytes, signed with key ${keyId}` },
  ];
  return (
    <>
      <dl className="grid grid-cols-[96px_minmax(0,1fr)] gap-x-3 gap-y-1">
        {facts.map(({ label, value }) => (
          <div key={label} className="contents">
            <dt className="text-ink-3">{label}</dt>
            <dd className="min-w-0 break-words">{value}</dd>
          </div>
        ))}
      </dl>
      <h3>
        {caseId === null ? '' : 'A case with '}
        {countOf(items.length, 'transaction')}
        {changedSince > 0 && `, ${formatCount(changedSince)} changed since`}
      </h3>
      <ul className="grid max-h-[260px] gap-1 overflow-y-auto" tabIndex={0} aria-label="What was in it">
        {items.map((one) => (
          <li key={`${one.profileId} ${one.id}`} className="flex flex-wrap gap-x-3">
            <Link
              href={`/transactions/${one.profileId}/${one.id}` as Route}
              prefetch={false}
              className="code"
            >
              {one.id}
            </Link>
            <time dateTime={one.creationTime} className="text-ink-2 tabular">
              {formatTableTime(one.creationTime, timeZone)}
            </time>
            {one.hasChanged && <span className="text-warn">changed since</span>}
          </li>
        ))}
      </ul>
    </>
  );
}
