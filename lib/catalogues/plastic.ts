/** What is written down about plastic. What a kiosk produced is taken from its print jobs, and never typed. */
export const plasticKinds = [
  'counted-at-open',
  'blanks-in',
  'spoiled',
  'destroyed',
  'correction',
  'counted-at-close',
] as const;
export type PlasticKind = (typeof plasticKinds)[number];
/** A name under the day, stored like the other rows. */
export const signedKind = 'signed';

interface KindRule {
  name: string;
  /** What it does to the day, for the dialog. */
  then: string;
  needsWitness: boolean;
  needsNote: boolean;
  /** A mistake is put right by a further row with a minus. */
  mayBeNegative: boolean;
}

export const plasticRules: Record<PlasticKind, KindRule> = {
  'counted-at-open': {
    name: 'Counted at opening',
    then: 'The blanks before the first print. Each kiosk and the safe by itself; they are added up.',
    needsWitness: true,
    needsNote: false,
    mayBeNegative: false,
  },
  'blanks-in': {
    name: 'Blanks in',
    then: 'Blank cards that came. Adds to what must be there.',
    needsWitness: true,
    needsNote: false,
    mayBeNegative: true,
  },
  spoiled: {
    name: 'Spoiled',
    then: 'Blanks that became no card. Taken off what must be there; they wait to be destroyed.',
    needsWitness: false,
    needsNote: false,
    mayBeNegative: true,
  },
  destroyed: {
    name: 'Destroyed',
    then: 'Spoiled plastic, cut up and gone. Changes nothing about the blanks.',
    needsWitness: true,
    needsNote: false,
    mayBeNegative: true,
  },
  correction: {
    name: 'Correction',
    then: 'Blanks that were found, or with a minus those that are gone, for a reason you name.',
    needsWitness: false,
    needsNote: true,
    mayBeNegative: true,
  },
  'counted-at-close': {
    name: 'Counted at closing',
    then: 'The blanks after the last print, each place by itself. A later count of a place takes the earlier one’s.',
    needsWitness: true,
    needsNote: false,
    mayBeNegative: false,
  },
};

/** What is wrong with a row before it is written; undefined where nothing is. */
export function faultOfMovement(row: {
  kind: PlasticKind;
  quantity: number;
  note: string;
  hasWitness: boolean;
}): { field: 'quantity' | 'note' | 'witnessId'; message: string } | undefined {
  const rule = plasticRules[row.kind];
  if (!Number.isInteger(row.quantity) || Math.abs(row.quantity) > 100_000)
    return { field: 'quantity', message: 'A whole number of cards.' };
  const isCount = !rule.mayBeNegative;
  if (isCount && row.quantity < 0) return { field: 'quantity', message: 'A count is nothing or more.' };
  if (!isCount && row.quantity === 0) return { field: 'quantity', message: 'At least one card.' };
  if (row.quantity < 0 && row.note === '')
    return { field: 'note', message: 'Say which row it puts right, and why.' };
  if (rule.needsNote && row.note === '') return { field: 'note', message: 'Say why in a few words.' };
  if (rule.needsWitness && !row.hasWitness)
    return { field: 'witnessId', message: 'Name the second person who stood by.' };
  return undefined;
}
