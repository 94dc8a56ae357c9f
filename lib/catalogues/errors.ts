/**
 * Every failure the console can answer with. `certain` says what is known about the outcome:
 * "nothing" = nothing was changed, "unknown" = it may or may not have happened and the console finds out by reading.
 */
interface CatalogueEntry {
  status: number;
  title: string;
  detail: string;
  advice: string;
  certain: 'nothing' | 'unknown';
}

const nothing = (status: number, title: string, detail: string, advice: string): CatalogueEntry => ({
  status,
  title,
  detail,
  advice,
  certain: 'nothing',
});

export const errors = {
  not_signed_in: nothing(
    401,
    'Nobody was signed in',
    'The session had ended or was never begun. Nothing was done.',
    'Sign in, then do it again.',
  ),
  forbidden: nothing(
    403,
    'Not yours to do',
    'Your role does not include this.',
    'Ask an administrator if it should.',
  ),
  password_must_be_set: nothing(
    403,
    'Set your own password first',
    'You signed in with a temporary password.',
    'Set your own password, then go on.',
  ),
  cross_origin: nothing(
    403,
    'Sent from another site',
    'The request did not come from this console.',
    'Open the console itself and do it there.',
  ),
  not_found: nothing(
    404,
    'Not found',
    'There is nothing here that you may see.',
    'Check the number, or search for it.',
  ),
  body_too_large: nothing(
    413,
    'Too much at once',
    'The request body is larger than the console takes.',
    'Send less in one request.',
  ),
  unsupported_media_type: nothing(
    415,
    'Only JSON is taken',
    'The request body must be application/json.',
    'Send JSON with its content type.',
  ),
  validation_failed: nothing(
    400,
    'Something in the request is wrong',
    'Nothing was done. The fields below say what is wrong.',
    'Correct the fields and send it again.',
  ),
  idempotency_key_required: nothing(
    400,
    'Idempotency-Key is missing',
    'This request changes something at Wise and needs a key of its own.',
    'Send a fresh UUID in the Idempotency-Key header.',
  ),
  idempotency_key_reused: nothing(
    422,
    'Idempotency-Key was used for something else',
    'The same key came earlier with another body.',
    'Mint a new key for a new intent.',
  ),
  in_progress: nothing(
    409,
    'Already being done',
    'The same request is still running.',
    'Wait for its answer.',
  ),
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
  second_person_required: nothing(
    409,
    'Needs a second person',
    'You cannot decide on your own request.',
    'Ask another administrator to decide.',
  ),
  already_decided: nothing(
    409,
    'Already decided',
    'Somebody has decided this request.',
    'Look at the list again.',
  ),
  conflict: nothing(
    409,
    'Changed in the meantime',
    'It is no longer as it was when you opened it.',
    'Look at it again, then decide.',
  ),
  too_many_views: nothing(
    409,
    'Too many views',
    'You have as many views of this list as the console keeps. None was saved.',
    'Delete one you do not use any more.',
  ),
  confirm_required: nothing(
    403,
    'Confirm that it is you',
    'This needs your password again. Nothing was read from Wise.',
    'Type your password, then go on.',
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
  wrong_password: nothing(
    403,
    'The password is not right',
    'It does not match the one you sign in with.',
    'Type it again.',
  ),
  too_many_tries: nothing(429, 'Too many tries', 'This is locked for a while.', 'Wait, then try again.'),
  export_too_large: nothing(
    413,
    'Too many rows for one file',
    'The export is larger than one file may be.',
    'Narrow the filters and export in parts.',
  ),
  webhook_signature_wrong: nothing(
    401,
    'Signature does not match',
    'The delivery was not signed with the configured key.',
    'Check WISE_WEBHOOK_PUBLIC_KEY.',
  ),
  wise_rate_limited: nothing(
    429,
    'Wise asks us to slow down',
    'Nothing was changed.',
    'Try again in a moment.',
  ),
  wise_unavailable: nothing(
    503,
    'Wise does not answer',
    'The request did not reach Wise or Wise could not take it. Nothing was changed.',
    'Try again in a minute.',
  ),
  wise_refused: nothing(
    422,
    'Wise refused',
    'Nothing was changed.',
    'Read the card again. If it stays so, pass on the request id: Wise support finds the call by it.',
  ),
  wise_not_connected: nothing(
    503,
    'Not connected to Wise',
    'The console’s access to this profile is missing, expired or withdrawn.',
    'An administrator has to connect the profile again.',
  ),
  wise_token_limited: nothing(
    409,
    'A personal token does not reach this',
    'This profile is connected by a personal token. With one, Wise allows activities, balances and payments, but nothing about cards.',
    'An administrator can connect the Wise user again through Wise’s authorization page.',
  ),
  wise_grant_refused: nothing(
    422,
    'Wise did not take it',
    'The code or token is wrong, used up, expired or withdrawn. Nothing was connected.',
    'Get a new one from Wise and type it again, or connect through Wise’s authorization page.',
  ),
  wise_client_refused: nothing(
    502,
    'Wise does not take this console’s own credentials',
    'Nothing was connected.',
    'Check WISE_CLIENT_ID and WISE_CLIENT_SECRET, and that the address of this console is registered at Wise.',
  ),
  other_wise_user: nothing(
    409,
    'That is another Wise user',
    'Access was given by another Wise user than the one being reconnected. Nothing was kept.',
    'Sign in at Wise as the right user, or connect this one as a user of their own.',
  ),
  wise_reply_not_understood: nothing(
    502,
    'Wise answered something unexpected',
    'The answer could not be read.',
    'Try again. If it stays so, pass on the request id: Wise support finds the call by it.',
  ),
  outcome_unknown: {
    status: 504,
    title: 'We do not know yet whether it was done',
    detail: 'Wise did not answer in time. It may have been done or not.',
    advice: 'Do not try again: the console asks Wise itself and shows the answer here.',
    certain: 'unknown',
  },
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
  store_unavailable: nothing(
    503,
    'The console’s own store does not answer',
    'Nothing was sent to Wise.',
    'Try again in a minute. Tell an administrator if it stays so.',
  ),
  starting: nothing(503, 'The console is starting', 'It is not ready yet.', 'Try again in a few seconds.'),
  internal_error: nothing(
    500,
    'Something broke here',
    'It has been recorded.',
    'Try again. If it stays so, pass on the request id.',
  ),
} as const satisfies Record<string, CatalogueEntry>;

export type ErrorCode = keyof typeof errors;
export const isErrorCode = (code: string): code is ErrorCode => Object.hasOwn(errors, code);
