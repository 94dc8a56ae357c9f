'use client';
import type { Route } from 'next';
import Link from 'next/link';
import { Copyable } from '@/components/ui/copyable';
import { UrlLink } from '@/components/ui/url-link';
import { hrefForCases } from '@/lib/client/cases/cases-state';
import { hrefForEvidence } from '@/lib/client/evidence/evidence-state';
import { useTimeZone } from '@/lib/client/time-zone/time-zone-provider';
import type { EvidenceRecord } from '@/lib/contracts/evidence';
import { countOf } from '@/lib/format/counts';
import { formatTableTime, zoneName } from '@/lib/format/times';
import { ChangedSince } from './changed-since';

const heads = ['Recipient', 'By', 'Reason', 'Of', 'Told since', 'SHA-256'];
export const evidenceColumns = heads.length + 1;
const onlyWide = 'max-wide:hidden';
const hidden: Record<string, string> = { By: 'max-narrow:hidden', Reason: onlyWide, 'SHA-256': onlyWide };

export function EvidenceHead() {
  const timeZone = useTimeZone();
  return (
    <thead role="rowgroup">
      <tr role="row">
        <th role="columnheader" scope="col">
          Made, {zoneName(timeZone)}
        </th>
        {heads.map((head) => (
          <th key={head} role="columnheader" scope="col" className={hidden[head]}>
            {head}
          </th>
        ))}
      </tr>
    </thead>
  );
}

interface EvidenceRowProps {
  evidence: EvidenceRecord;
  index: number;
  /** The list’s own filter. */
  caseId: string;
}

export function EvidenceRow({ evidence, index, caseId }: EvidenceRowProps) {
  const timeZone = useTimeZone();
  const { by, id, madeAt, reason, recipient, sha256, transactions } = evidence;
  return (
    <tr role="row" data-row={index}>
      <td role="cell" data-line="2-end" className="tabular">
        <UrlLink href={hrefForEvidence({ caseId, id })} data-row-link>
          <time dateTime={madeAt}>{formatTableTime(madeAt, timeZone)}</time>
        </UrlLink>
      </td>
      <td role="cell" data-line="1" className="key max-w-[260px] truncate" title={recipient}>
        {recipient}
      </td>
      <td role="cell" className="text-ink-2 max-narrow:hidden">
        {by}
      </td>
      <td role="cell" className="max-w-0 truncate text-ink-2 wide:w-full max-wide:hidden" title={reason}>
        {reason}
      </td>
      <td role="cell" data-line="1-end" className="tabular">
        {evidence.caseId === null ? (
          countOf(transactions, 'transaction')
        ) : (
          <Link href={hrefForCases({ id: evidence.caseId }) as Route} prefetch={false}>
            Case {evidence.caseId.slice(0, 8)}
          </Link>
        )}
      </td>
      <td role="cell" data-line="2">
        <ChangedSince {...evidence} />
      </td>
      <td role="cell" className="max-wide:hidden">
        <Copyable value={sha256} what="SHA-256" />
      </td>
    </tr>
  );
}
