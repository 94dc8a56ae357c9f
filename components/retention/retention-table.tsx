'use client';
import Link from 'next/link';
import { PendingRows } from '@/components/feedback/pending-rows';
import { Button } from '@/components/ui/button';
import { retentionClassNames, retentionClassOf, wordsOfPassing } from '@/lib/catalogues/retention';
import { useTimeZone } from '@/lib/client/time-zone/time-zone-provider';
import type { RetentionRule } from '@/lib/contracts/retention';
import { formatCount } from '@/lib/format/counts';
import { wordsOfDays } from '@/lib/format/durations';
import { formatDate, formatTableTime, zoneName } from '@/lib/format/times';

interface RetentionTableProps {
  rules: readonly RetentionRule[] | undefined;
  /** Undefined for who may only read. */
  onChange: ((rule: RetentionRule) => void) | undefined;
}

export function RetentionTable({ rules, onChange }: RetentionTableProps) {
  const timeZone = useTimeZone();
  return (
    <div className="flex-1 overflow-x-auto">
      <table
        role="table"
        className="data-table two-line [&_td]:py-1.5! [&_td]:whitespace-normal!"
        aria-busy={!rules}
      >
        <thead role="rowgroup">
          <tr role="row">
            <th role="columnheader" scope="col">
              What
            </th>
            <th role="columnheader" scope="col">
              Kept for
            </th>
            <th role="columnheader" scope="col">
              Next run, {zoneName(timeZone)}
            </th>
            <th role="columnheader" scope="col" className="max-wide:hidden">
              Last run, {zoneName(timeZone)}
            </th>
            <th role="columnheader" scope="col" className="acts">
              <span className="sr-only">Acts</span>
            </th>
          </tr>
        </thead>
        <tbody role="rowgroup">
          {!rules && <PendingRows columns={['', '', '', '', 'acts']} rows={retentionClassNames.length} />}
          {rules?.map((rule) => (
            <Rule key={rule.class} rule={rule} onChange={onChange} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

const quiet = 'block text-meta font-plain text-ink-3';

function Rule({ rule, onChange }: { rule: RetentionRule; onChange: RetentionTableProps['onChange'] }) {
  const timeZone = useTimeZone();
  const { changedAt, days, lastRun, nextRun, pendingApprovalId } = rule;
  const { title, what } = retentionClassOf(rule.class);
  return (
    <tr role="row">
      <td role="cell" data-line="1" className="key">
        {title}
        <span className={quiet}>{what}</span>
      </td>
      <td role="cell" data-line="1-end" className="tabular">
        {wordsOfDays(days)}
        <span className={quiet}>
          {changedAt === null ? 'Default' : `Since ${formatDate(changedAt, timeZone)}`}
        </span>
      </td>
      <td role="cell" data-line="2" className="tabular">
        <span className="narrow:hidden">Next run </span>
        {formatTableTime(nextRun.at, timeZone)}
        <span className={quiet}>{wordsOfPassing(rule.class, nextRun.cutoff, nextRun.passes)}</span>
      </td>
      <td role="cell" className="tabular max-wide:hidden">
        {lastRun === null ? 'none yet' : formatTableTime(lastRun.at, timeZone)}
        {lastRun !== null && (
          <span className={quiet}>
            {wordsOfPassing(rule.class, lastRun.cutoff, lastRun.passed)}
            {lastRun.deleted !== null && `, ${formatCount(lastRun.deleted)} deleted`}
          </span>
        )}
      </td>
      <td role="cell" data-line="2-end" className="acts max-narrow:w-auto!">
        {pendingApprovalId !== null ? (
          <Link
            prefetch={false}
            href={{ pathname: '/approvals', query: { view: 'pending', id: pendingApprovalId } }}
          >
            Waits for approval
          </Link>
        ) : (
          onChange && (
            <Button size="sm" variant="quiet" aria-label={`Change ${title}`} onClick={() => onChange(rule)}>
              Change…
            </Button>
          )
        )}
      </td>
    </tr>
  );
}
