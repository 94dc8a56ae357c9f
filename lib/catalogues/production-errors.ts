import { nothing } from './error-entry.ts';

/** Why a card is not sent to a kiosk. Whoever throws one says in its detail what is the matter with this card. */
export const productionErrors = {
  production_not_offered: nothing(
    409,
    'This card cannot be sent to a kiosk now',
    'Nothing was sent.',
    'Read the card again: it says what it waits for.',
  ),
  production_under_way: nothing(
    409,
    'Somebody is sending this card already',
    'One try at a time. Nothing was sent by you, so nothing is printed twice.',
    'Follow the try that is under way.',
  ),
  production_tried_since: nothing(
    409,
    'The card was tried again since you looked',
    'What you said was about an earlier try. Nothing was sent.',
    'Look at what became of the last one, then decide.',
  ),
  production_account_missing: nothing(
    422,
    'Say first what was done about the last try',
    'A card that was tried before is sent again only with what was done and where its plastic is. Nothing was sent.',
    'Search the trays, do the steps, and say so.',
  ),
  production_clearance_missing: nothing(
    422,
    'The engineer or Wise has to agree first',
    'It was tried twice, or its fault does not go away by trying. Nothing was sent.',
    'Ring the engineer or Wise and name who agreed.',
  ),
  card_too_old_to_print: nothing(
    422,
    'The card is too old to be printed',
    'Wise prints no card that is older than 60 days. Nothing was sent.',
    'Order a new card for the customer.',
  ),
  kiosk_not_in_use: nothing(
    422,
    'This kiosk is not in use',
    'An administrator has taken it out of use. Nothing was sent.',
    'Choose another kiosk of the branch.',
  ),
  branch_not_in_use: nothing(
    422,
    'This branch is not in use',
    'An administrator has taken it out of use with its kiosks. Nothing was sent.',
    'Have it taken into use in the settings, then send the card.',
  ),
  kiosk_of_other_branch: nothing(
    422,
    'This kiosk stands in another branch',
    'The card is collected elsewhere. Nothing was sent.',
    'Choose a kiosk of the branch where the card is collected.',
  ),
  too_many_look_ups: nothing(
    429,
    'Too many look-ups',
    'Cards of no branch are looked up one by one, a few in an hour. This one was not looked for.',
    'Wait a while, or ask the back office for the branch’s order.',
  ),
};
