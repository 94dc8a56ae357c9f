import { type CatalogueEntry, nothing } from './error-entry.ts';

/** Of requests that Wise wants confirmed. */
export const scaErrors = {
  sca_required: nothing(
    403,
    'Wise wants this confirmed first',
    'Nothing was changed. Wise asks the account’s owner to confirm it.',
    'Confirm it as asked; the console then sends it again, once.',
  ),
  sca_over: nothing(
    404,
    'Nothing waits here to be confirmed',
    'It was sent, its ten minutes are over, or it was never yours.',
    'Begin again from the page: Wise asks anew.',
  ),
  sca_not_cleared: nothing(
    409,
    'Not everything is confirmed yet',
    'Wise still asks for a proof. Nothing was sent.',
    'Give what is left, then go on.',
  ),
  sca_proof_wrong: nothing(
    400,
    'Wise did not take this proof',
    'After five wrong ones in a row Wise can block confirming for 15 minutes.',
    'Look at it again and type it anew, or have a new code sent.',
  ),
  sca_blocked: nothing(
    403,
    'Wise has blocked confirming for 15 minutes',
    'Five proofs in a row were wrong. Nothing was changed.',
    'Wait 15 minutes, then begin again from the page.',
  ),
  sca_proof_not_offered: nothing(
    409,
    'This proof cannot be given here',
    'Wise does not ask for it, or the owner has not set it up.',
    'Choose another way, or open Wise’s own page.',
  ),
  sca_not_yours_to_type: nothing(
    403,
    'The customer confirms this, not you',
    'It is the customer’s own account. Codes of customers are never typed here.',
    'Send the customer the link to Wise’s page. Never ask for a code.',
  ),
} as const satisfies Record<string, CatalogueEntry>;
