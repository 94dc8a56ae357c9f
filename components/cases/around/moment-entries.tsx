import type { ReactNode } from 'react';
import { entryOfEvent } from '@/components/cards/card-page/timeline-entries';
import type { DatedEntry } from '@/components/ui/timeline-days';
import { Money } from '@/components/ui/money';
import { kioskErrorOf } from '@/lib/catalogues/kiosk-errors';
import { textOfSpendingPermission } from '@/lib/catalogues/spending-permissions';
import { lookOfCardOrderStatus, lookOfProduction } from '@/lib/catalogues/statuses';
import type { CardMoment, CardTimeline, CaseDetail } from '@/lib/contracts/cases';
import { formatDistance } from '@/lib/format/durations';
import { wordsOfChange, wordsOfSwitches } from './switch-words';

type SwitchesMoment = Extract<CardMoment, { kind: 'switches' }>;

/** Everything that is known, the newest first, with the payment in its place. */
export function entriesOf({ declinedAt, moments }: CardTimeline, shown: CaseDetail): DatedEntry[] {
  const after = moments.filter(({ at }) => Date.parse(at) > Date.parse(declinedAt));
  const before = moments.filter(({ at }) => Date.parse(at) <= Date.parse(declinedAt));
  const entry = (moment: CardMoment) => entryOf(moment, declinedAt);
  return [...after.map(entry), paymentEntry(declinedAt, shown), ...before.map(entry)];
}

const paymentEntry = (
  at: string,
  { merchantName, transactionAmount }: Pick<CaseDetail, 'merchantName' | 'transactionAmount'>,
): DatedEntry => ({
  id: 'payment',
  at,
  mark: 'no',
  tone: 'bad',
  isNow: true,
  text: (
    <>
      <b className="font-[560]">This payment declined</b>, <Money {...transactionAmount} /> at{' '}
      {merchantName ?? 'a shop without a name'}
    </>
  ),
});

function entryOf(moment: CardMoment, declinedAt: string): DatedEntry {
  const { at, id } = moment;
  switch (moment.kind) {
    case 'card-event':
      return entryOfEvent(moment.event);
    case 'switches':
      return { id, at, mark: 'not-begun', tone: 'quiet', ...textOfSwitches(moment, declinedAt) };
    case 'production': {
      const { errorCode, kioskId, status } = moment;
      const { mark, tone, word } = lookOfProduction(status);
      const isFault = status === 'PRODUCTION_ERROR' || status === 'REQUEST_ERROR';
      const fault = isFault ? `: ${kioskErrorOf(status, errorCode).title}` : '';
      const small = kioskId === null ? {} : { small: `Kiosk ${kioskId}` };
      return { id, at, mark, tone, text: `${word}${fault}`, ...small };
    }
    case 'order': {
      const { mark, tone, word } = lookOfCardOrderStatus(moment.status);
      return {
        id,
        at,
        mark,
        tone,
        text: (
          <>
            Card order {moment.orderId}: {word.toLowerCase()}
          </>
        ),
      };
    }
  }
}

function textOfSwitches(
  { at, changed, confirmedAt, permissions, place }: SwitchesMoment,
  declinedAt: string,
): { text: ReactNode; small?: string } {
  const distance = Math.abs(Date.parse(at) - Date.parse(declinedAt));
  const when =
    place === 'before'
      ? Date.parse(confirmedAt) > Date.parse(declinedAt)
        ? 'Switches, read the same before and after the payment'
        : `Switches, last read ${formatDistance(Date.parse(declinedAt) - Date.parse(confirmedAt))} before the payment`
      : place === 'after'
        ? `Switches, read ${formatDistance(distance)} after the payment`
        : 'Switches read, and found changed';
  const changes = changed.map((one) => wordsOfChange(one, textOfSpendingPermission(one.type).name));
  const small = [...(place === 'apart' ? [] : [wordsOfSwitches(permissions)]), ...changes].join(' · ');
  return { text: when, ...(small !== '' && { small }) };
}
