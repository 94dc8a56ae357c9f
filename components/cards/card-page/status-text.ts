import type { Card, CardEvent } from '@/lib/contracts/cards';
import { formatDate, formatHourMinute, dayKey } from '@/lib/format/times';

const afterwards = 'Payments already authorised still go through, and refunds still arrive.';

/** What the status does, in one or two sentences. A status of Wise's that nobody knows yet does what Wise says. */
export function meaningOf(status: string): string {
  switch (status) {
    case 'ACTIVE':
      return 'Payments work, with the spending permissions below.';
    case 'INACTIVE':
      return 'Every payment is declined until the card is activated.';
    case 'FROZEN':
      return `New payments are declined. ${afterwards}`;
    case 'BLOCKED':
      return `Every new payment is declined, and nobody can undo it. ${afterwards} Only a new order replaces the card.`;
    case 'PARTNER_SUSPENDED':
      return 'Suspended by Wise: refer to compliance. Do not tell the customer of it.';
    case 'EXPIRED':
      return 'The card is past its expiry, every payment is declined. Only a new order replaces it.';
    case 'PURGED':
      return 'Wise has deleted this card’s data: holder and phone are gone, and nothing can be done with it.';
    default:
      return `Wise calls this status ${status}. The console does not know it and offers no acts.`;
  }
}

/** The past participle of a change, where there is a plain one. */
export function wordOfChange(from: string | null, to: string | null): string {
  switch (to) {
    case 'ACTIVE':
      return from === 'INACTIVE' ? 'Activated' : from === 'FROZEN' ? 'Unfrozen' : 'Made active';
    case 'FROZEN':
      return 'Frozen';
    case 'BLOCKED':
      return 'Blocked';
    case 'PARTNER_SUSPENDED':
      return 'Suspended';
    case 'EXPIRED':
      return 'Expired';
    case 'PURGED':
      return 'Data deleted';
    default:
      return `Status ${to ?? 'changed'}`;
  }
}

/** The same as something still to be done: "Not done: freeze". */
export function verbOfChange(from: string | null, to: string | null): string {
  switch (to) {
    case 'ACTIVE':
      return from === 'INACTIVE' ? 'activate' : from === 'FROZEN' ? 'unfreeze' : 'make active';
    case 'FROZEN':
      return 'freeze';
    case 'BLOCKED':
      return 'block';
    default:
      return `status ${to ?? 'change'}`;
  }
}

/** "by Leah Brandt", "through the partner API", "by Wise". */
export function byWhom({ actor, via }: Pick<CardEvent, 'actor' | 'via'>): string {
  if (actor !== null) return `by ${actor}`;
  if (via === 'wise') return 'by Wise';
  return via === 'partner-api' ? 'through the partner API' : 'by the console itself';
}

/** A hold that was placed on an active card froze it, and its lifting may have unfrozen it. */
const changesStatus = ({ kind, to }: CardEvent) => kind === 'status' || (kind === 'hold' && to !== null);

/** The change that made the card what it is now, if it is known. */
export function findPresentCause(events: readonly CardEvent[], status: string): CardEvent | undefined {
  const last = events.find((event) => changesStatus(event) && event.outcome === 'succeeded');
  return last?.to === status ? last : undefined;
}

/** The newest change of status whose outcome nobody knows yet. A later one that is known has settled it. */
export function findUnknownChange(events: readonly CardEvent[], status: string): CardEvent | undefined {
  const last = events.find(changesStatus);
  return last?.outcome === 'unknown' && last.to !== status ? last : undefined;
}

/** "today at 09:12", "on 11 Nov 2026 at 16:20". */
export function formatWhen(iso: string, timeZone: string, now = new Date()): string {
  const isToday = dayKey(iso, timeZone) === dayKey(now.toISOString(), timeZone);
  const day = isToday ? 'today' : `on ${formatDate(iso, timeZone)}`;
  return `${day} at ${formatHourMinute(iso, timeZone)}`;
}

/** `Amara Okafor`; a card whose data is deleted has none. */
export const titleOf = (card: Pick<Card, 'cardHolderName' | 'lastFourDigits'>): string =>
  card.cardHolderName ?? `Card ending ${card.lastFourDigits}`;
