'use client';
import clsx from 'clsx';
import type { Route } from 'next';
import Link from 'next/link';
import { transactionHref } from '@/components/transactions/transaction-rows';
import { StatusMark } from '@/components/ui/status';
import { wordsOfActivityType } from '@/lib/catalogues/activities';
import { lookOfActivityStatus } from '@/lib/catalogues/statuses';
import { hrefForBatchGroup } from '@/lib/client/batch-groups/rows-view';
import { useTimeZone } from '@/lib/client/time-zone/time-zone-provider';
import type { Activity } from '@/lib/contracts/activities';
import { plainWords } from '@/lib/format/emphasis';
import { formatTableTime, zoneName } from '@/lib/format/times';
import { Emphasised } from './emphasised';

export const activityColumns = 6;
/** Between the two lines of a small window and a wide one. */
const noteFits = 'min-[641px]:max-[960px]:hidden';

export function ActivityHead() {
  const timeZone = useTimeZone();
  return (
    <thead role="rowgroup">
      <tr role="row">
        <th role="columnheader" scope="col" className="w-[120px]">
          Time, {zoneName(timeZone)}
        </th>
        <th role="columnheader" scope="col">
          Activity
        </th>
        <th role="columnheader" scope="col" className="max-wide:hidden">
          Kind
        </th>
        <th role="columnheader" scope="col">
          Status
        </th>
        <th role="columnheader" scope="col" className={noteFits}>
          Note
        </th>
        <th role="columnheader" scope="col" className="num wide:w-[190px]">
          Amount
        </th>
      </tr>
    </thead>
  );
}

export function ActivityRow({
  profileId,
  activity,
  index,
}: {
  profileId: string;
  activity: Activity;
  index: number;
}) {
  const timeZone = useTimeZone();
  const { batchGroupId, createdOn, description, primaryAmount, resource, secondaryAmount } = activity;
  const { status, transactionId, type } = activity;
  const kind = wordsOfActivityType(type);
  const words = plainWords(activity.title).trim();
  const href =
    transactionId !== null
      ? transactionHref(profileId, transactionId)
      : batchGroupId !== null
        ? (hrefForBatchGroup({ profileId, batchGroupId }) as Route)
        : undefined;
  const title = words === '' ? kind : <Emphasised text={activity.title} />;
  return (
    <tr role="row" data-row={index}>
      <td role="cell" data-line="2-end" className="text-ink-2">
        <time dateTime={createdOn}>{formatTableTime(createdOn, timeZone)}</time>
      </td>
      <td role="cell" data-line="1" title={words} className="wide:max-w-[360px]">
        {href === undefined ? (
          title
        ) : (
          <Link href={href} prefetch={false} data-row-link>
            {title}
          </Link>
        )}
      </td>
      <td role="cell" className="text-ink-2 max-wide:hidden" title={titleOf(type, resource)}>
        {kind}
        {transactionId !== null && (
          <>
            {' · '}
            <Link
              href={`${transactionHref(profileId, transactionId)}/card`}
              prefetch={false}
              className="underline"
            >
              see card
            </Link>
          </>
        )}
      </td>
      <td role="cell" data-line="2">
        <StatusMark look={lookOfActivityStatus(status)} value={status} />
      </td>
      <td role="cell" data-line="3" className={clsx('text-ink-2', noteFits)}>
        {description !== null && <Emphasised text={description} />}
      </td>
      <td role="cell" data-line="1-end" className="num">
        {primaryAmount !== null && <Emphasised text={primaryAmount} />}
        {secondaryAmount !== null && (
          <span className="text-meta text-ink-3">
            {' '}
            for <Emphasised text={secondaryAmount} />
          </span>
        )}
      </td>
    </tr>
  );
}

const titleOf = (type: string, resource: Activity['resource']) =>
  resource === null ? type : `${type}, ${resource.type} ${resource.id}`;
