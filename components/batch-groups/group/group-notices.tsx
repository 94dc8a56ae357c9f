'use client';
import type { ReactNode } from 'react';
import { ErrorState } from '@/components/feedback/error-state';
import { CloseMessage } from '@/components/ui/close-message';
import { Notice } from '@/components/ui/notice';
import { errors, isErrorCode } from '@/lib/catalogues/errors';
import { doesTakeRows } from '@/lib/client/batch-groups/group-acts';
import type { ApiError } from '@/lib/client/api-error';
import { useTimeZone } from '@/lib/client/time-zone/time-zone-provider';
import type { BatchGroupDetail } from '@/lib/contracts/batch-groups';
import { formatDetailTime, formatTableTime } from '@/lib/format/times';
import { useDeadline } from './use-deadline';

interface GroupNoticesProps {
  group: BatchGroupDetail;
  notRead: ReactNode;
  /** Of pausing or going on. */
  error: ApiError | null;
  onCloseError: () => void;
}

/** What must be read before the rows: why it stands still, what was refused. */
export function GroupNotices({ group, notRead, error, onCloseError }: GroupNoticesProps) {
  const { blockedAtWiseAt, stopCode, transfersEndAt } = group;
  const timeZone = useTimeZone();
  const deadline = useDeadline(transfersEndAt);
  const isEnding = transfersEndAt !== null && deadline?.isClose === true;
  const isBlocked = blockedAtWiseAt !== null && stopCode !== 'batch_approvals_at_wise' && doesTakeRows(group);
  const stop = stopCode !== null && isErrorCode(stopCode) ? errors[stopCode] : undefined;
  if (stopCode === null && !notRead && !error && !isEnding && !isBlocked) return null;
  return (
    <div className="grid flex-none gap-2 border-b border-line px-(--gutter) py-3">
      {notRead}
      {stopCode !== null && (
        <Notice tone="bad" title={`It stands still: ${stop ? lowerFirst(stop.title) : stopCode}.`}>
          <p>
            {stop
              ? `${stop.detail} ${stop.advice}`
              : 'Nothing more is sent before somebody has looked at it.'}
          </p>
        </Notice>
      )}
      {isEnding && (
        <Notice tone="warn" title={`Wise cancels its transfers: ${deadline.words}.`}>
          <p>
            Wise keeps a transfer that nobody has paid for 14 days: these until{' '}
            <time dateTime={transfersEndAt}>{formatDetailTime(transfersEndAt, timeZone)}</time>.
          </p>
        </Notice>
      )}
      {isBlocked && (
        <Notice tone="warn" title={`${errors.batch_approvals_at_wise.title}.`}>
          <p>
            Wise refused the last payment of {group.profileName} for it,{' '}
            {formatTableTime(blockedAtWiseAt, timeZone)}. Switch them off on wise.com before you send: the
            first row stops the run otherwise, and nothing is sent.
          </p>
        </Notice>
      )}
      {error && (
        <div className="grid grid-cols-[minmax(0,1fr)_auto] items-start gap-1">
          <ErrorState error={error} />
          <CloseMessage onClose={onCloseError} />
        </div>
      )}
    </div>
  );
}

/** Names keep their capital. */
const lowerFirst = (text: string): string =>
  text.startsWith('Wise') ? text : text.charAt(0).toLowerCase() + text.slice(1);
