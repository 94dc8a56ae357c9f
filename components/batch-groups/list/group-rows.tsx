'use client';
import { ArrowDown, ArrowUp } from 'lucide-react';
import Link from 'next/link';
import type { ReactNode } from 'react';
import { StatusMark, Tag } from '@/components/ui/status';
import {
  type BatchGroupSortField,
  type BatchGroupsState,
  sortDirection,
  withSort,
} from '@/lib/client/batch-groups/list-state';
import { lookOfBatchGroupStatus } from '@/lib/catalogues/batch-statuses';
import { useSession } from '@/lib/client/session/session-provider';
import { useTimeZone } from '@/lib/client/time-zone/time-zone-provider';
import type { BatchGroup } from '@/lib/contracts/batch-groups';
import { formatId } from '@/lib/format/ids';
import { formatAmount } from '@/lib/format/money';
import { formatAge, formatDetailTime } from '@/lib/format/times';
import { shareInGroup, wordsOfProgress, wordsOfWise } from '../group-words';

export const groupColumns = 8;
const onlyWide = 'max-wide:hidden';

interface HeadProps {
  state: BatchGroupsState;
  onChoose: (next: BatchGroupsState) => void;
}

export function GroupHead({ state, onChoose }: HeadProps) {
  const sorted = (field: BatchGroupSortField, label: string) => {
    const direction = sortDirection(state.sort, field);
    const Arrow = direction === 'ascending' ? ArrowUp : ArrowDown;
    return (
      <th role="columnheader" scope="col" aria-sort={direction}>
        <button
          type="button"
          onClick={() => onChoose(withSort(state, field))}
          className="inline-flex min-h-6 items-center gap-1 rounded-xs"
        >
          {label}
          {direction && <Arrow className="size-3!" />}
        </button>
      </th>
    );
  };
  return (
    <thead role="rowgroup">
      <tr role="row">
        {sorted('name', 'Name')}
        <Head>Status</Head>
        <Head className={onlyWide}>Profile</Head>
        <Head className={onlyWide}>Owner</Head>
        <Head>Rows in the group</Head>
        <Head className="num">Total</Head>
        {sorted('changed', 'Changed')}
        <Head className={onlyWide}>Wise’s id</Head>
      </tr>
    </thead>
  );
}

function Head({ className, children }: { className?: string; children: ReactNode }) {
  return (
    <th role="columnheader" scope="col" className={className}>
      {children}
    </th>
  );
}

export function GroupRow({ group, index }: { group: BatchGroup; index: number }) {
  const timeZone = useTimeZone();
  const { person } = useSession();
  const { changedAt, id, name, origin, owner, profileId, profileName, total, wiseId } = group;
  return (
    <tr role="row" data-row={index}>
      <td role="cell" data-line="1" className="key" title={name}>
        <span className="flex items-center gap-1.5">
          <Link prefetch={false} href={`/batch-groups/${profileId}/${id}`} data-row-link className="truncate">
            {name}
          </Link>
          {origin === 'wise' && <Tag className="flex-none max-narrow:hidden">Made elsewhere</Tag>}
        </span>
      </td>
      <td role="cell" data-line="1-end">
        <StatusMark look={lookOfBatchGroupStatus(group.status)} value={wordsOfWise(group)} />
      </td>
      <td role="cell" className={`text-ink-2 ${onlyWide}`} title={profileId}>
        {profileName}
      </td>
      <td role="cell" className={`text-ink-2 ${onlyWide}`}>
        {owner.id === person.id ? 'you' : owner.name}
      </td>
      <td role="cell" data-line="2">
        <Progress group={group} />
      </td>
      <td role="cell" data-line="2-end" className="num">
        {total === null ? (
          <span className="text-ink-3">–</span>
        ) : (
          <>
            {formatAmount(total.amount, total.currency)}{' '}
            <span className="text-meta text-ink-3">{total.currency}</span>
          </>
        )}
      </td>
      <td role="cell" className="text-ink-2 tabular">
        {/* Only its age counts here; the moment is the server's while the page is made. */}
        <time dateTime={changedAt} title={formatDetailTime(changedAt, timeZone)} suppressHydrationWarning>
          {formatAge(changedAt)} ago
        </time>
      </td>
      <td role="cell" className={onlyWide}>
        {wiseId === null ? (
          <span className="text-ink-3">not yet</span>
        ) : (
          <span className="code text-ink-2" title={wiseId}>
            {formatId(wiseId)}
          </span>
        )}
      </td>
    </tr>
  );
}

function Progress({ group }: { group: BatchGroup }) {
  return (
    <span className="inline-flex items-center gap-2 tabular">
      {group.origin === 'console' && (
        <span aria-hidden="true" className="h-1.5 w-14 overflow-hidden rounded-xs bg-hover max-narrow:hidden">
          <span className="block h-full bg-good" style={{ width: `${shareInGroup(group) * 100}%` }} />
        </span>
      )}
      <span className="text-ink-2">{wordsOfProgress(group)}</span>
      {group.rows.heldBack + group.rows.refused > 0 && (
        <span className="text-warn">{group.rows.heldBack + group.rows.refused} to mend</span>
      )}
    </span>
  );
}
