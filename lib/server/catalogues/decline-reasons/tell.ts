import 'server-only';
import { type Holder, can } from '../../../catalogues/console-permissions.ts';
import type { DeclineReason } from '../../../contracts/decline-reasons.ts';
import { declineReasons, disclosureOf, findReason } from './catalogue.ts';
import { type ClassifiedEntry, type Classifications, currentClassifications } from './classifications.ts';
import { findDetail } from './detailed.ts';
import type { DeclineEntry, Disclosure } from './entry.ts';
import { neutralSentence, notDisclosed, notDisclosedEntry } from './neutral.ts';

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

/** What everybody but compliance reads in place of a decline's reason. */
export const reasonAsEverybodyReads = (
  reason: string | null,
  detailed: string | null,
  classified?: Classifications,
): string | null => (mayEverybodyKnow(disclosureOf(reason, detailed, classified)) ? reason : notDisclosed);

/** Cover and restricted codes are for compliance alone. */
export const mayKnow = (reader: Holder, disclosure: Disclosure): boolean =>
  mayEverybodyKnow(disclosure) || can(reader, 'decline-reasons.restricted');

/** What stands for the reason where `reader` looks at it. */
export function explainReason(reader: Holder, reason: string | null, detailed: string | null): DeclineReason {
  const disclosure = disclosureOf(reason, detailed);
  if (!mayKnow(reader, disclosure)) return notDisclosedReason;
  const entry = findReason(reason ?? '') ?? unclassified(reason);
  return toReason(reader, reason ?? '', entry, disclosure, detailed === null ? [] : [noteOf(detailed)]);
}

/** As the detail of a reason, a code adds what happened. */
const noteOf = (detailed: string): string =>
  findDetail(detailed)?.note ??
  currentClassifications().get(detailed)?.happened ??
  `Wise calls it ${detailed}.`;

/** The catalogue as `reader` may see it; the last entry is what everybody but compliance reads for all that is left out. */
export function tellAllReasons(reader: Holder): DeclineReason[] {
  const entries: [string, DeclineEntry][] = [...Object.entries(declineReasons), ...currentClassifications()];
  const known = entries.flatMap(([code, entry]) => {
    const disclosure = disclosureOf(code, null);
    return mayKnow(reader, disclosure) ? [toReason(reader, code, entry, disclosure, [])] : [];
  });
  return [...known, notDisclosedReason];
}

const notDisclosedReason: DeclineReason = {
  ...notDisclosedEntry,
  code: notDisclosed,
  family: null,
  mayBeTold: 'neutral',
  notes: [],
  classified: null,
};

function toReason(
  reader: Holder,
  code: string,
  entry: DeclineEntry | ClassifiedEntry,
  disclosure: Disclosure,
  notes: string[],
): DeclineReason {
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
    classified: 'classifiedAt' in entry ? toClassified(reader, entry) : null,
    ...wordsFor(entry, disclosure),
  };
}

const toClassified = (reader: Holder, { classifiedAt, classifiedBy }: ClassifiedEntry) => ({
  at: classifiedAt,
  by: can(reader, 'decline-reasons.classify') ? [...classifiedBy] : null,
});

function wordsFor(entry: DeclineEntry, disclosure: Disclosure): Pick<DeclineReason, 'say' | 'mayBeTold'> {
  if (disclosure === 'tell' && entry.say !== undefined) return { say: entry.say, mayBeTold: 'tell' };
  if (disclosure === 'neutral') return { say: entry.neutralSay ?? neutralSentence, mayBeTold: 'neutral' };
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
