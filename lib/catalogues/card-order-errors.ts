import { type CatalogueEntry, nothing } from './error-entry.ts';

/** Of ordering cards, cancelling orders and ordering anew. */
export const cardOrderErrors = {
  card_order_refused: nothing(
    422,
    'Wise does not take this order',
    'Wise refused it. No card was ordered.',
    'Look at the name, the phone number and the address, then order again.',
  ),
  card_order_limit: nothing(
    409,
    'The profile has as many cards as it may have',
    'Wise takes no further card of this kind. No card was ordered.',
    'Block a card that is not needed any more, or order another kind.',
  ),
  card_order_day_limit: nothing(
    409,
    'No more virtual cards today',
    'Wise takes three orders of virtual cards a day for a profile. No card was ordered.',
    'Order it tomorrow.',
  ),
  card_order_programme: nothing(
    409,
    'This programme is not open to the profile',
    'Wise does not offer it for this profile now. No card was ordered.',
    'Read the programmes again and choose another one.',
  ),
  card_order_not_cancellable: nothing(
    409,
    'This order cannot be cancelled',
    'Wise cancels an order until the card is used. This one is completed, came back, or is cancelled already.',
    'Look at the order again. A card that must not be used can be blocked on its own page.',
  ),
  card_order_not_renewable: nothing(
    409,
    'This order is not to be ordered anew',
    'Only a card that was to be collected at a kiosk, is older than 60 days and was never printed is ordered anew.',
    'Look at the order again: it says how old its card is.',
  ),
  card_order_renewed_already: nothing(
    409,
    'It was ordered anew already',
    'There is a new order for this one.',
    'Open the new order from this one’s page.',
  ),
} as const satisfies Record<string, CatalogueEntry>;
