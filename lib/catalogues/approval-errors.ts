import { type CatalogueEntry, nothing } from './error-entry.ts';

/** Of what needs other people. */
export const approvalErrors = {
  second_person_required: nothing(
    409,
    'Needs a second person',
    'You cannot decide on your own request.',
    'Ask somebody else to decide.',
  ),
  already_decided: nothing(
    409,
    'Already decided',
    'Somebody has decided this request.',
    'Look at the list again.',
  ),
  approval_over: nothing(
    409,
    'This does not wait any more',
    'It was withdrawn, has run out, or what it is about was changed.',
    'Look at it again: it says why. It can be asked for anew.',
  ),
  above_your_limit: nothing(
    403,
    'Above your limit',
    'The amount is more than you may decide on in this currency.',
    'Somebody with a higher limit decides.',
  ),
  items_not_accepted: nothing(
    409,
    'Not every item is accepted',
    'Each one has to be accepted by you, one by one. Nothing was approved.',
    'Look at those that are left, or refuse the request.',
  ),
  approval_required: nothing(
    403,
    'A second person has to agree first',
    'Nobody has agreed to exactly this, or it was used or has run out. Nothing was done.',
    'Ask for a second person.',
  ),
} as const satisfies Record<string, CatalogueEntry>;
