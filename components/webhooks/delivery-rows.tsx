'use client';
import { StatusMark, Tag } from '@/components/ui/status';
import { deliveryStateLooks } from '@/lib/catalogues/webhook-deliveries';
import { wordsOfWebhookEvent } from '@/lib/catalogues/webhook-events';
import { useTimeZone } from '@/lib/client/time-zone/time-zone-provider';
import type { WebhookDelivery } from '@/lib/contracts/webhooks';
import { formatId } from '@/lib/format/ids';
import { formatTableTime, zoneName } from '@/lib/format/times';
import { sayOutcome, shortOutcome } from './outcome-words';

export const deliveryColumns = 7;
const onlyWide = 'max-wide:hidden';
/** Between the two lines of a small window and a wide one there is no room for it. */
const notBetween = 'min-[641px]:max-[960px]:hidden';

export function DeliveryHead() {
  const timeZone = useTimeZone();
  return (
    <thead role="rowgroup">
      <tr role="row">
        <th role="columnheader" scope="col">
          Received, {zoneName(timeZone)}
        </th>
        <th role="columnheader" scope="col">
          What happened
        </th>
        <th role="columnheader" scope="col" className={notBetween}>
          About
        </th>
        <th role="columnheader" scope="col" className={onlyWide}>
          Profile
        </th>
        <th role="columnheader" scope="col" className={onlyWide}>
          Version
        </th>
        <th role="columnheader" scope="col">
          State
        </th>
        <th role="columnheader" scope="col" className={onlyWide}>
          Outcome
        </th>
      </tr>
    </thead>
  );
}

interface DeliveryRowProps {
  delivery: WebhookDelivery;
  index: number;
  onOpen: () => void;
}

export function DeliveryRow({ delivery, index, onOpen }: DeliveryRowProps) {
  const timeZone = useTimeZone();
  const { eventType, isTest, outcome, profileId, receivedAt, schemaVersion, state, subjectId } = delivery;
  return (
    <tr role="row" data-row={index}>
      <td role="cell" data-line="2-end" className="text-ink-2">
        <time dateTime={receivedAt}>{formatTableTime(receivedAt, timeZone)}</time>
      </td>
      <td role="cell" data-line="1" className="key">
        <button
          type="button"
          data-row-link
          title={eventType ?? undefined}
          onClick={onOpen}
          className="inline-flex min-h-6 max-w-full items-center gap-1.5 rounded-xs text-left hover:underline"
        >
          <span className="truncate">
            {eventType === null ? 'Not a notification' : wordsOfWebhookEvent(eventType)}
          </span>
          {isTest && <Tag>Test</Tag>}
        </button>
      </td>
      <td role="cell" data-line="2" className={`text-ink-2 ${notBetween}`}>
        {subjectId === null ? '–' : <span className="code">{formatId(subjectId)}</span>}
      </td>
      <td role="cell" className={`text-ink-2 tabular ${onlyWide}`}>
        {profileId ?? '–'}
      </td>
      <td role="cell" className={`text-ink-2 tabular ${onlyWide}`}>
        {schemaVersion ?? '–'}
      </td>
      <td role="cell" data-line="1-end">
        <StatusMark
          look={deliveryStateLooks[state]}
          value={outcome === null ? undefined : sayOutcome(outcome)}
        />
      </td>
      <td role="cell" className={`text-ink-2 ${onlyWide}`}>
        {outcome === null ? '–' : shortOutcome(outcome)}
      </td>
    </tr>
  );
}
