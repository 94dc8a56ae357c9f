import { type CatalogueEntry, nothing } from './error-entry.ts';

/** Of what is done at a branch: handing cards over, counting plastic. */
export const branchErrors = {
  hand_over_first: nothing(
    409,
    'Hand it over first',
    'A branch activates a card once it is in its holder’s hand. The card is as it was.',
    'Record the hand-over on the card’s page, then activate it.',
  ),
  hand_over_not_offered: nothing(
    409,
    'This card cannot be handed over',
    'Only a card that is printed and can still be used is handed over. Nothing was recorded.',
    'Look at the card again: it shows where it stands.',
  ),
  already_handed_over: nothing(
    409,
    'Handed over already',
    'Somebody has recorded that this card was given to its holder. Nothing more was recorded.',
    'Look at the card’s timeline: it says who and when.',
  ),
  plastic_not_to_sign: nothing(
    409,
    'This day is not to be signed',
    'It is not counted, or your name is not the one that is missing. Nothing was signed.',
    'Look at the day again: it says what is missing.',
  ),
} as const satisfies Record<string, CatalogueEntry>;
