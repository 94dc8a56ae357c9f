'use client';
import Link from 'next/link';
import { StatusMark } from '@/components/ui/status';
import { lookOfTransactionState } from '@/lib/catalogues/statuses';
import { useTimeZone } from '@/lib/client/time-zone/time-zone-provider';
import type { ListedTransaction } from '@/lib/contracts/card-transactions';
import { formatDate, formatTableTime, zoneName } from '@/lib/format/times';
import { formatAuthorisationMethod, formatPlace, formatTransactionType } from '@/lib/format/transactions';
import { ChangedNote } from './changed-note';
import { wordsOfThen } from './changed-words';
import { Sum } from './sum';

export const transactionColumns = 7;
export const transactionHref = (profileId: string, id: string) => `/transactions/${profileId}/${id}` as const;

/** `isCompact`: in half a page, without place and way. */
export function TransactionHead({ isCompact = false }: { isCompact?: boolean }) {
  const timeZone = useTimeZone();
  return (
    <thead role="rowgroup">
      <tr role="row">
        <th role="columnheader" scope="col" className="w-[120px]">
          Time, {zoneName(timeZone)}
        </th>
        <th role="columnheader" scope="col">
          Merchant
        </th>
        {!isCompact && (
          <>
            <th role="columnheader" scope="col" className="max-wide:hidden">
              Place
            </th>
            <th role="columnheader" scope="col" className="max-wide:hidden">
              How
            </th>
          </>
        )}
        <th role="columnheader" scope="col">
          State
        </th>
        <th role="columnheader" scope="col" className="w-full">
          Note
        </th>
        <th role="columnheader" scope="col" className="num w-[132px]">
          Amount
        </th>
      </tr>
    </thead>
  );
}

interface RowProps {
  profileId: string;
  transaction: ListedTransaction;
  index: number;
  isCompact?: boolean;
}

export function TransactionRow({ profileId, transaction, index, isCompact = false }: RowProps) {
  const timeZone = useTimeZone();
  const { id, creationTime, merchant, state, type, transactionAmount } = transaction;
  const note = noteOn(transaction, timeZone);
  return (
    <tr role="row" data-row={index}>
      <td role="cell" data-line="2-end" className="text-ink-2">
        <time dateTime={creationTime}>{formatTableTime(creationTime, timeZone)}</time>
      </td>
      <td role="cell" data-line="1" className="key">
        <Link href={transactionHref(profileId, id)} prefetch={false} data-row-link>
          {merchant.name ?? 'No merchant named'}
        </Link>
      </td>
      {!isCompact && (
        <>
          <td role="cell" className="text-ink-2 max-wide:hidden">
            {formatPlace(transaction)}
          </td>
          <td role="cell" className="text-ink-2 max-wide:hidden" title={type}>
            {type === 'POS_PURCHASE'
              ? formatAuthorisationMethod(transaction.authorisationMethod)
              : formatTransactionType(type)}
          </td>
        </>
      )}
      <td role="cell" data-line="2">
        <StatusMark look={lookOfTransactionState(state)} value={state} />
      </td>
      <td role="cell" data-line="3" className="text-ink-2 narrow:max-w-0" title={note}>
        {transaction.changedSince === null ? note : <ChangedNote words={note} />}
      </td>
      <td role="cell" data-line="1-end" className="num">
        <Sum money={transactionAmount} />
      </td>
    </tr>
  );
}

function noteOn(transaction: ListedTransaction, timeZone: string): string {
  const { changedSince, declineTitle, wentThrough, state, purgeTime } = transaction;
  if (changedSince !== null) return wordsOfThen(transaction, changedSince, timeZone);
  if (declineTitle !== null)
    return wentThrough === null ? declineTitle : `${declineTitle}; went through at the second try`;
  if (state === 'IN_PROGRESS' && purgeTime !== null) return `Hold ends ${formatDate(purgeTime, timeZone)}`;
  return '';
}
