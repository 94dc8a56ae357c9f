'use client';
import type { Route } from 'next';
import Link from 'next/link';
import { CardNumber } from '@/components/cards/card-number';
import { Button } from '@/components/ui/button';
import { useTimeZone } from '@/lib/client/time-zone/time-zone-provider';
import type { LegalHold } from '@/lib/contracts/legal-holds';
import { formatCount } from '@/lib/format/counts';
import { formatTableTime, zoneName } from '@/lib/format/times';
import { nameOfHeld, reasonOf } from './hold-words';

export const legalHoldColumns = 6;

export function LegalHoldHead() {
  const timeZone = useTimeZone();
  return (
    <thead role="rowgroup">
      <tr role="row">
        <th role="columnheader" scope="col">
          Customer
        </th>
        <th role="columnheader" scope="col">
          On
        </th>
        <th role="columnheader" scope="col">
          Placed, {zoneName(timeZone)}
        </th>
        <th role="columnheader" scope="col" className="max-wide:hidden">
          Why
        </th>
        <th role="columnheader" scope="col" className="num" title="Payments that would have gone by now">
          Payments kept
        </th>
        <th role="columnheader" scope="col" className="acts">
          <span className="sr-only">Acts</span>
        </th>
      </tr>
    </thead>
  );
}

interface LegalHoldRowProps {
  hold: LegalHold;
  index: number;
  /** Undefined for who may only read. */
  onLift: (() => void) | undefined;
}

export function LegalHoldRow({ hold, index, onLift }: LegalHoldRowProps) {
  const timeZone = useTimeZone();
  const { cardToken, keeps, lastFourDigits, placedAt, placedBy, profileId, profileName } = hold;
  const reason = reasonOf(hold);
  const href =
    cardToken === null
      ? { pathname: '/cards' as const, query: { profileId } }
      : (`/cards/${profileId}/${cardToken}` as Route);
  return (
    <tr role="row" data-row={index}>
      <td role="cell" data-line="1" className="key max-w-[260px] truncate" title={profileName}>
        <Link href={href} prefetch={false} data-row-link>
          {profileName}
        </Link>
      </td>
      <td role="cell" data-line="1-end" className="tabular">
        {cardToken === null && 'Every card'}
        {cardToken !== null &&
          (lastFourDigits === null ? 'One card' : <CardNumber lastFourDigits={lastFourDigits} />)}
      </td>
      <td role="cell" data-line="2" className="text-ink-2">
        <time dateTime={placedAt} className="tabular">
          {formatTableTime(placedAt, timeZone)}
        </time>{' '}
        by {placedBy}
      </td>
      <td
        role="cell"
        data-line="3"
        className="text-ink-2 wide:w-full wide:max-w-0 wide:truncate min-[641px]:max-[1180px]:hidden"
        title={reason}
      >
        {reason}
      </td>
      <td role="cell" className="num tabular max-narrow:hidden">
        {formatCount(keeps)}
      </td>
      <td role="cell" data-line="2-end" className="acts max-narrow:w-auto!">
        <Ending hold={hold} onLift={onLift} />
      </td>
    </tr>
  );
}

function Ending({ hold, onLift }: Pick<LegalHoldRowProps, 'hold' | 'onLift'>) {
  const timeZone = useTimeZone();
  if (hold.liftedAt !== null)
    return (
      <span className="text-ink-2">
        Lifted {formatTableTime(hold.liftedAt, timeZone)} by {hold.liftedBy}
      </span>
    );
  if (hold.pendingApprovalId !== null)
    return (
      <Link
        prefetch={false}
        href={{ pathname: '/approvals', query: { view: 'pending', id: hold.pendingApprovalId } }}
      >
        Waits to be lifted
      </Link>
    );
  if (!onLift) return null;
  return (
    <Button
      size="sm"
      variant="quiet"
      aria-label={`Lift the legal hold on ${nameOfHeld(hold)}`}
      onClick={onLift}
    >
      Lift…
    </Button>
  );
}
