'use client';
import type { ReactNode } from 'react';
import { ErrorState } from '@/components/feedback/error-state';
import { Button } from '@/components/ui/button';
import { Notice } from '@/components/ui/notice';
import { Tag } from '@/components/ui/status';
import { useAcknowledgeHoldAlert } from '@/lib/client/cards/hold-mutations';
import { useTimeZone } from '@/lib/client/time-zone/time-zone-provider';
import type { Card, CardHold, CardPath } from '@/lib/contracts/cards';
import { formatDay, formatDetailTime, isoDay } from '@/lib/format/times';
import { nextOfAlert, titleOfAlert, wordsOfAnothersHold } from './hold-words';

type HoldDetails = NonNullable<CardHold['details']>;

/** That the card is held; the rest only to those whose hold it is. */
export function HoldNotice({ path, card }: { path: CardPath; card: Card }) {
  const { hold, status } = card;
  if (!hold) return null;
  if (hold.details) return <YourHold path={path} card={card} hold={hold} details={hold.details} />;
  const words = wordsOfAnothersHold(status.value);
  if (words === undefined) return null;
  return (
    <Notice tone="warn" title="Held until reviewed">
      {words}
    </Notice>
  );
}

interface YourHoldProps {
  path: CardPath;
  card: Card;
  hold: CardHold;
  details: HoldDetails;
}

function YourHold({ path, card, hold, details }: YourHoldProps) {
  const timeZone = useTimeZone();
  const isDue = hold.reviewOn !== null && hold.reviewOn <= isoDay(new Date(), 'UTC');
  return (
    <>
      {details.alert && (
        <AlertNotice path={path} status={card.status.value} holdId={details.holdId} alert={details.alert} />
      )}
      <div data-secret className="hatch-edge rounded-md bg-secret-tint py-2.5 pr-3">
        <p className="mb-1 flex flex-wrap items-center gap-2">
          <strong className="font-strong">
            Held by {details.isOwn ? 'you' : details.heldBy} until reviewed
          </strong>
          <Tag tone="secret">Must not be told</Tag>
          {isDue && <Tag tone="warn">Review is due</Tag>}
          {details.holderHasLeft && <Tag tone="warn">Has left this role</Tag>}
        </p>
        <dl>
          <Line label="Review on">{hold.reviewOn === null ? 'none' : formatDay(hold.reviewOn)}</Line>
          <Line label="Why">{details.reason === null ? 'Erased' : `“${details.reason}”`}</Line>
          <Line label="Held since">{formatDetailTime(details.placedAt, timeZone)}</Line>
          <Line label="If it turns active">
            {details.refreezes ? 'An alert, and it is frozen again' : 'An alert alone'}
          </Line>
        </dl>
      </div>
    </>
  );
}

function Line({ label, children }: { label: string; children: ReactNode }) {
  return (
    <div className="grid grid-cols-[132px_minmax(0,1fr)] gap-x-3 py-[3px] max-narrow:grid-cols-[minmax(0,1fr)]">
      <dt className="text-ink-3">{label}</dt>
      <dd className="max-w-[68ch] wrap-anywhere">{children}</dd>
    </div>
  );
}

interface AlertNoticeProps {
  path: CardPath;
  status: string;
  holdId: string;
  alert: NonNullable<HoldDetails['alert']>;
}

function AlertNotice({ path, status, holdId, alert }: AlertNoticeProps) {
  const timeZone = useTimeZone();
  const acknowledge = useAcknowledgeHoldAlert(path);
  const isActive = status === 'ACTIVE';
  return (
    <>
      <Notice
        tone={isActive ? 'bad' : 'warn'}
        title={`The card ${titleOfAlert(alert)}.`}
        action={
          <Button
            size="sm"
            busy={acknowledge.isPending}
            notNow={isActive ? 'Opens once the card is not active any more' : undefined}
            onClick={() => acknowledge.mutate({ holdId })}
          >
            Seen
          </Button>
        }
      >
        {formatDetailTime(alert.at, timeZone)}. {nextOfAlert({ ...alert, status })}
      </Notice>
      {acknowledge.error && <ErrorState error={acknowledge.error} title="It still counts as not seen." />}
    </>
  );
}
