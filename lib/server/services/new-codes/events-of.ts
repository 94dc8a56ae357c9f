import 'server-only';
import type { CodeClassification } from '../../../contracts/new-codes.ts';
import { mayEverybodyKnow } from '../../catalogues/decline-reasons/tell.ts';
import type { KeptEvent } from '../../events/event-hub.ts';

/** What a change of a classification tells: others hear of it only where what they read is another. */
export function eventsOf(now: CodeClassification | null, before: CodeClassification | null): KeptEvent[] {
  const isRead = [now, before].some((one) => one !== null && mayEverybodyKnow(one.level));
  return [{ type: 'new-codes.changed' }, ...(isRead ? [{ type: 'decline-reasons.changed' as const }] : [])];
}
