import { type CatalogueEntry, nothing } from './error-entry.ts';

/** Of cards: their status, holds, switches, details and PIN. */
export const cardErrors = {
  card_status_not_offered: nothing(
    409,
    'The card cannot change like that',
    'Its present status does not allow it.',
    'Look at the card again: it shows what it can do now.',
  ),
  card_held: nothing(
    409,
    'Held until reviewed',
    'The card is held. Nothing was changed.',
    'It stays as it is until the review is done.',
  ),
  already_held: nothing(
    409,
    'Held already',
    'A hold of yours stands on this card. No second one was placed.',
    'Look at the card again: the hold that stands can be changed or lifted.',
  ),
  hold_not_standing: nothing(
    409,
    'Somebody was quicker',
    'This hold is lifted, or being lifted. You changed nothing.',
    'Look at the card again.',
  ),
  spending_permission_locked: nothing(
    409,
    'This switch is locked',
    'Wise keeps it locked for this card. No switch was changed.',
    'The card’s page says what usually opens it.',
  ),
  spending_permission_not_supported: nothing(
    409,
    'This card has no such switch',
    'Wise does not offer it for this card. No switch was changed.',
    'Read the switches again.',
  ),
  reveal_key_used: nothing(
    409,
    'This request was answered once',
    'Each reveal has a key of its own, and this one was used. Nothing was read from Wise.',
    'Ask again from the card’s page.',
  ),
  reveal_key_wrong: nothing(
    400,
    'The page sent no key that works',
    'Card data can only be sealed for the page that asks, and its key is none. Nothing was read from Wise.',
    'Load the page again.',
  ),
  reveal_limit_reached: nothing(
    429,
    'Too many reveals',
    'The limit of reveals is reached. Nothing was read from Wise.',
    'Ask a colleague, or wait until the limit allows it again.',
  ),
  card_data_not_offered: nothing(
    409,
    'Not offered for this card',
    'Wise shows details of active and frozen cards only. Nothing was read.',
    'Look at the card’s status.',
  ),
  card_not_produced: nothing(
    409,
    'This card is not printed yet',
    'It is collected at a kiosk and is not printed yet. Nothing of it was read.',
    'Ask again once the card is printed and handed over. If its print failed, that comes first.',
  ),
  preset_pin_not_offered: nothing(
    409,
    'No PIN can be set on this order',
    'Wise takes a PIN before the card is made, and only where it asks for one. None was sent.',
    'Look at the order again: it shows where it stands.',
  ),
  preset_pin_not_taken: nothing(
    409,
    'Wise could not read the PIN',
    'Its key may have changed since the page asked for it. No PIN was set.',
    'Have the PIN chosen again. If it stays so, pass on the request id: Wise support finds the call by it.',
  ),
  pin_reveal_off: nothing(
    403,
    'PINs are not shown here',
    'This installation does not reveal PINs.',
    'The customer can choose “PIN services” at a cash machine.',
  ),
  card_data_not_readable: nothing(
    502,
    'Wise’s answer could not be read',
    'The card data did not come in a form the console knows. Nothing was shown.',
    'Try again. If it stays so, pass on the request id: Wise support finds the call by it.',
  ),
} as const satisfies Record<string, CatalogueEntry>;
