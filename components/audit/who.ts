import type { AuditRow } from '@/lib/contracts/audit';
import { formatId } from '@/lib/format/ids';

/** In one or two words; the details say more. */
export function wordsOfActor({ withheld, actorName }: AuditRow): string {
  if (withheld === null) return 'Not shown here';
  if (withheld.actorId === null) return 'The console itself';
  return actorName ?? formatId(withheld.actorId);
}

/** The same for every change of a card's status and every hold, so that a gap tells nothing about the one it stands at. */
export const whyNotShown =
  'Who changed a card’s status or held it is not shown for any card, whoever it was. The row’s hash still covers it.';
