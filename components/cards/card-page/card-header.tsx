'use client';
import Link from 'next/link';
import { LiveMark } from '@/components/feedback/live-mark';
import { Copyable } from '@/components/ui/copyable';
import { Facts } from '@/components/ui/facts';
import { PageHeader } from '@/components/ui/page';
import type { ListPlace } from '@/lib/client/cards/list-place';
import { useTimeZone } from '@/lib/client/time-zone/time-zone-provider';
import type { Card } from '@/lib/contracts/cards';
import { formatCardType, formatExpiry, formatProgramme, formatScheme } from '@/lib/format/card-numbers';
import { formatCount } from '@/lib/format/counts';
import { formatDate } from '@/lib/format/times';
import { CardNumber } from '../card-number';
import { CardStatusPill } from '../card-status';
import { Changed } from './changed';
import { titleOf } from './status-text';

export function CardHeader({ card, place }: { card: Card; place: ListPlace | undefined }) {
  const { status, hold, cardHolderName, cardProgram, lastFourDigits } = card;
  const here = place
    ? `${formatCount(place.position)}${place.total === undefined ? '' : ` of ${formatCount(place.total)}`}`
    : `Card ending ${lastFourDigits}`;
  return (
    <PageHeader
      crumbs={[{ label: 'Cards', href: place?.href ?? '/cards' }, { label: here }]}
      title={titleOf(card)}
      aside={
        <span className="inline-flex flex-wrap items-center gap-x-3 gap-y-1">
          <span className="text-head font-plain text-ink-2">
            {formatScheme(cardProgram.scheme)}
            {cardHolderName !== null && (
              <>
                {' '}
                <CardNumber lastFourDigits={lastFourDigits} />
              </>
            )}
          </span>
          <Changed value={hold ? `${status.value} held` : status.value} className="rounded-full">
            <CardStatusPill status={status.value} isHeld={hold !== null} />
          </Changed>
        </span>
      }
      actions={
        <span className="max-narrow:hidden">
          <LiveMark asOf={card.readAt} />
        </span>
      }
    />
  );
}

export function CardFacts({ card }: { card: Card }) {
  const timeZone = useTimeZone();
  const { cardProgram, profileId } = card;
  return (
    <Facts
      items={[
        {
          label: 'Profile',
          value: (
            <Link prefetch={false} href={{ pathname: '/cards', query: { profileId } }}>
              {kindOfProfile(card.profileType)} · {card.profileName}
            </Link>
          ),
        },
        {
          label: 'Programme',
          value: <span title={cardProgram.name}>{programmeAndKind(cardProgram)}</span>,
        },
        { label: 'Expires', value: <span className="tabular">{formatExpiry(card.expiryDate)}</span> },
        { label: 'Currency', value: cardProgram.defaultCurrency },
        {
          label: 'Phone',
          value: (
            <span className="tabular">
              {card.phoneNumber ?? (
                <span className="text-ink-3">
                  {card.ownBranch?.isHolderShown === false ? 'not shown to a branch now' : 'none'}
                </span>
              )}
            </span>
          ),
        },
        {
          label: 'Made',
          value: <time dateTime={card.creationTime}>{formatDate(card.creationTime, timeZone)}</time>,
          wideOnly: true,
        },
        { label: 'Token', value: <Copyable value={card.token} what="card token" /> },
      ]}
    />
  );
}

function kindOfProfile(type: string): string {
  const word = type.toLowerCase();
  return word === 'personal' ? 'Personal' : word === 'business' ? 'Business' : type;
}

/** The name of a virtual programme says its kind already. */
function programmeAndKind({ name, cardType }: Card['cardProgram']): string {
  const programme = formatProgramme(name);
  const kind = formatCardType(cardType);
  return programme.endsWith(kind) ? programme : `${programme}, ${kind}`;
}
