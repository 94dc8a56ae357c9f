/** Why somebody reads a card's number: chosen from these, so that it can be counted. */
export const revealReasons = {
  'card-not-legible': 'The customer cannot read the card',
  'card-not-at-hand': 'The customer does not have the card at hand',
  'merchant-dispute': 'Needed for a dispute with a merchant',
  investigation: 'Needed for an investigation',
} as const;
export type RevealReason = keyof typeof revealReasons;

/** What was revealed. */
export const revealedThings = ['details', 'pin'] as const;
export type RevealedThing = (typeof revealedThings)[number];

/** The fields of a revealed card that can be copied, each by itself. */
export const revealedFields = ['pan', 'expiryDate', 'cvv2', 'cardholderName', 'pin'] as const;
export type RevealedField = (typeof revealedFields)[number];

/** Wise: details of ACTIVE and FROZEN cards only; the same is kept to for the PIN, of which Wise says nothing. */
export const canBeRevealed = (status: string): boolean => status === 'ACTIVE' || status === 'FROZEN';

/** For how long digits stand on a screen. */
export const revealShownForSeconds = 30;
