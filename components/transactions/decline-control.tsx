'use client';
import Link from 'next/link';
import type { ReactNode } from 'react';
import { textOfSpendingPermission } from '@/lib/catalogues/spending-permissions';
import { useCan } from '@/lib/client/session/session-provider';
import { useTimeZone } from '@/lib/client/time-zone/time-zone-provider';
import type { DeclineControl as Control } from '@/lib/contracts/card-transactions';
import type { CardPath } from '@/lib/contracts/cards';
import { formatMoney } from '@/lib/format/money';
import { formatClock, formatDetailTime, zoneName } from '@/lib/format/times';

interface DeclineControlProps {
  path: CardPath;
  control: Control;
  /** On the card's own page the control is further down the same page. */
  isOnCardPage: boolean;
}

/** Where the cause is mended, with its state as it was read just now. */
export function DeclineControl({ path, control, isOnCardPage }: DeclineControlProps) {
  const timeZone = useTimeZone();
  const mayUnfreeze = useCan('cards.unfreeze');
  const mayActivate = useCan('cards.activate');
  const maySwitch = useCan('spending-permissions.write');
  const mayClear = useCan('pin-count.reset');
  const card = `/cards/${path.profileId}/${path.cardToken}` as const;
  const go = (id: string, words: string) =>
    isOnCardPage ? (
      <a href={`#${id}`}>{words}</a>
    ) : (
      <Link prefetch={false} href={{ pathname: card, hash: id }}>
        {words}
      </Link>
    );
  const readAt = (iso: string) => `read at ${formatClock(iso, timeZone)} ${zoneName(timeZone)}`;

  switch (control.kind) {
    case 'unfreeze':
      if (control.cardStatus === null) return <Line>{go('card-status', 'See the card’s status')}</Line>;
      if (control.cardStatus !== 'FROZEN') return <Line>The card is not frozen any more.</Line>;
      return (
        <Line>
          The card is frozen now. {go('card-status', mayUnfreeze ? 'Unfreeze it' : 'See its status')}
        </Line>
      );
    case 'activate':
      if (control.cardStatus !== null && control.cardStatus !== 'INACTIVE')
        return <Line>The card has been activated since.</Line>;
      return (
        <Line>
          The card is not activated. {go('card-status', mayActivate ? 'Activate it' : 'See its status')}
        </Line>
      );
    case 'replacement':
      return (
        <Line>
          A replacement is a new card order for the same customer; the old card’s number does not carry over,
          and saved details in shops have to be changed.
          {control.cardStatus === 'ACTIVE' && <> The old card still works until it is blocked.</>}
        </Line>
      );
    case 'pin-count':
      return (
        <Line>
          {mayClear
            ? go('pin-count', 'Clear the wrong-PIN count')
            : go('pin-count', 'See the wrong-PIN count')}
        </Line>
      );
    case 'spending-permission': {
      const { switches, isGuess } = control;
      if (switches.length === 0) return <Line>All switches are on now, {readAt(control.readAt)}.</Line>;
      return (
        <>
          {switches.map(({ type, isEnabled, isLocked }) => (
            <Line key={type}>
              {textOfSpendingPermission(type).name} is {isLocked ? 'locked' : isEnabled ? 'on' : 'off'},{' '}
              {readAt(control.readAt)}
              {isGuess && !isEnabled && ', and seems to be the one'}
              {isEnabled && !isLocked ? ': the customer can try again.' : '.'}{' '}
              {go(
                'spending-permissions',
                maySwitch && !isEnabled && !isLocked ? 'Switch it on' : 'See the switches',
              )}
            </Line>
          ))}
        </>
      );
    }
    case 'limit':
      if (control.limits.length === 0)
        return <Line>No limit is set any more, {readAt(control.readAt)}.</Line>;
      return (
        <>
          {control.limits.map(({ of, type, value, usage, resetAt }) => (
            <Line key={`${of} ${type}`}>
              {of === 'card' ? 'This card' : 'The profile, all its cards'}: limit{' '}
              <b className="font-label">{formatMoney(value.amount, value.currency)}</b>
              {usage !== null && control.window !== 'transaction' && (
                <>, {formatMoney(usage.amount, usage.currency)} used</>
              )}
              {resetAt !== null && <>, opens again {formatDetailTime(resetAt, timeZone)}</>}.
            </Line>
          ))}
          <Line>
            Read from Wise at {formatClock(control.limits.length > 0 ? control.readAt : '', timeZone)}. Limits
            are changed in the customer’s app.
          </Line>
        </>
      );
    case 'unreadable':
      return (
        <Line>
          {control.of === 'limit'
            ? 'The limits could not be read now. Read again in a moment.'
            : 'The switches could not be read now.'}{' '}
          {control.of === 'spending-permission' && go('spending-permissions', 'See the switches')}
        </Line>
      );
  }
}

function Line({ children }: { children: ReactNode }) {
  return <p className="max-w-[72ch]">{children}</p>;
}
