import 'server-only';
import { type Holder, can } from '../../../catalogues/console-permissions.ts';
import type { DeclineReason } from '../../../contracts/decline-reasons.ts';
import { declineReasons, disclosureOf, findReason } from './catalogue.ts';
import { findDetail } from './detailed.ts';
import type { DeclineEntry, Disclosure } from './entry.ts';
import {
  neutralSentence,
  neutralSentenceWithSecureConfirmation,
  notDisclosed,
  notDisclosedEntry,
} from './neutral.ts';

/** Codes as one person may read them. */
export interface ToldDecline {
  declineReason: string | null;
  detailedDeclineReason: string | null;
}

export const mayEverybodyKnow = (disclosure: Disclosure): boolean =>
  disclosure === 'tell' || disclosure === 'neutral';

/** A code where everybody may come upon it, as in the audit trail of a search for it. */
export const asEverybodyReads = (code: string): string =>
  mayEverybodyKnow(disclosureOf(code, null)) ? code : notDisclosed;

/** Cover and restricted codes are for compliance alone. */
export const mayKnow = (reader: Holder, disclosure: Disclosure): boolean =>
  mayEverybodyKnow(disclosure) || can(reader, 'decline-reasons.restricted');

/** What stands for the reason where `reader` looks at it. */
export function explainReason(reader: Holder, reason: string | null, detailed: string | null): DeclineReason {
  const disclosure = disclosureOf(reason, detailed);
  if (!mayKnow(reader, disclosure)) return notDisclosedReason;
  const entry = findReason(reason ?? '') ?? unclassified(reason);
  const note = detailed === null ? undefined : (findDetail(detailed)?.note ?? `Wise calls it ${detailed}.`);
  return toReason(reason ?? '', entry, disclosure, note === undefined ? [] : [note]);
}

/** The catalogue as `reader` may see it; the last entry is what everybody but compliance reads for all that is left out. */
export function tellAllReasons(reader: Holder): DeclineReason[] {
  const known = Object.entries(declineReasons)
    .filter(([, { disclosure }]) => mayKnow(reader, disclosure))
    .map(([code, entry]) => toReason(code, entry, entry.disclosure, []));
  return [...known, notDisclosedReason];
}

const notDisclosedReason: DeclineReason = {
  ...notDisclosedEntry,
  code: notDisclosed,
  family: null,
  mayBeTold: 'neutral',
  notes: [],
};

function toReason(code: string, entry: DeclineEntry, disclosure: Disclosure, notes: string[]): DeclineReason {
  const { family, title, happened, cause, actor, next, retry, retryText } = entry;
  return {
    code,
    family,
    title,
    happened,
    cause,
    actor,
    next,
    retry,
    retryText,
    notes,
    ...wordsFor(entry, disclosure),
  };
}

function wordsFor(entry: DeclineEntry, disclosure: Disclosure): Pick<DeclineReason, 'say' | 'mayBeTold'> {
  if (disclosure === 'tell' && entry.say !== undefined) return { say: entry.say, mayBeTold: 'tell' };
  if (disclosure === 'neutral') return { say: neutralSentenceWithSecureConfirmation, mayBeTold: 'neutral' };
  return { say: neutralSentence, mayBeTold: 'staff-only' };
}

/** For compliance: a reason that is missing, or one that the catalogue does not hold. */
function unclassified(reason: string | null): DeclineEntry {
  return {
    title: reason ? 'A reason nobody has classified' : 'Declined without a reason',
    happened: 'The payment was declined.',
    cause: reason ? `Wise calls it ${reason}. Its documents do not list it.` : 'Wise gave no reason.',
    actor: 'compliance',
    next: 'Ask Wise what it means. It is not told to anybody until compliance has classified it.',
    remedy: 'none',
    retry: 'no',
    retryText: 'Unknown.',
    family: 'risk',
    disclosure: 'restricted',
  };
}
