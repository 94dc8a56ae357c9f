/** Why a payment could not be delivered, and what somebody at the counter can do about it. */
export interface PayoutFailureWords {
  what: string;
  next: string;
}

const askForOtherAccount = 'Ask the payee for another account, then send the payment again once it is back.';
const askForDetails = 'Ask the payee for the right details, then send the payment again once it is back.';
const askBank = 'The payee has to ask their bank. Send it again once that is settled and the money is back.';

/** Wise’s codes; the list is open. */
const words = new Map<string, PayoutFailureWords>([
  ['ACCOUNT_BLOCKED', { what: 'The payee’s account is blocked', next: askForOtherAccount }],
  ['ACCOUNT_CLOSED', { what: 'The payee’s account is closed', next: askForOtherAccount }],
  ['ACCOUNT_DOES_NOT_EXIST', { what: 'There is no such account', next: askForDetails }],
  ['ACCOUNT_FROZEN', { what: 'The payee’s account is frozen', next: askForOtherAccount }],
  [
    'ACCOUNT_LIMIT_REACHED',
    {
      what: 'The payee’s account can take no more for now',
      next: 'Ask the payee when it can, or for another account.',
    },
  ],
  [
    'BUSINESS_PAYMENTS_FORBIDDEN',
    { what: 'The payee’s account takes no payments from businesses', next: askForOtherAccount },
  ],
  [
    'CANNOT_ACCEPT_FROM_3RD_PARTY',
    { what: 'The payee’s bank takes no payments from third parties', next: askForOtherAccount },
  ],
  [
    'CREDITING_ACCOUNT_FORBIDDEN',
    { what: 'Nothing may be paid into the payee’s account', next: askForOtherAccount },
  ],
  [
    'DUPLICATE_ENTRY',
    {
      what: 'The payee’s bank took it for a payment it had already',
      next: 'Ask the payee whether the same payment arrived before. Do not send it again until you know.',
    },
  ],
  [
    'EXTERNAL_IDENTIFIER_DETAILS_HAVE_CHANGED',
    { what: 'What stands behind the payee’s identifier has changed', next: askForDetails },
  ],
  [
    'FUNDS_NOT_EXPECTED_RETURNED',
    {
      what: 'The payee did not expect the payment and sent it back',
      next: 'Ask the payee before anything is sent again.',
    },
  ],
  ['MANDATE_NOT_FILLED_IN', { what: 'The payee has not filled in what their bank asks for', next: askBank }],
  ['REASON_NOT_SPECIFIED', { what: 'The payee’s bank gave no reason', next: askBank }],
  [
    'REQUEST_FOR_INFORMATION_EXPIRED',
    {
      what: 'What Wise or the bank asked for did not come in time',
      next: 'Look at wise.com for what was asked, have it at hand, then send it again once the money is back.',
    },
  ],
  [
    'RETURN_REQUESTED_BY_RECIPIENT',
    { what: 'The payee asked for it to be sent back', next: 'Ask the payee before anything is sent again.' },
  ],
  [
    'SENDER_REQUESTED_TO_CANCEL',
    { what: 'It was cancelled by the sender', next: 'Send it again only if the payment is still owed.' },
  ],
  ['TAX_ID_NOT_MATCHING', { what: 'The payee’s tax number is not the account’s', next: askForDetails }],
  ['TAX_ID_SUSPENDED', { what: 'The payee’s tax number is suspended', next: askForOtherAccount }],
  [
    'TECHNICAL_ISSUE',
    {
      what: 'It failed for a technical reason, none of the payee’s',
      next: 'Send it again once the money is back.',
    },
  ],
  [
    'TECHNICAL_ISSUE_RETRYABLE',
    {
      what: 'It failed for a technical reason',
      next: 'Wise calls it one that can be tried again. Whether Wise does that by itself is not certain.',
    },
  ],
  ['WRONG_ACCOUNT_DETAILS', { what: 'The account details are wrong', next: askForDetails }],
  ['WRONG_ACCOUNT_NUMBER', { what: 'The account number is wrong', next: askForDetails }],
  ['WRONG_ACCOUNT_TYPE', { what: 'The account is of another type', next: askForDetails }],
  ['WRONG_BANK_CODE', { what: 'The bank’s code is wrong', next: askForDetails }],
  ['WRONG_BRANCH_CODE', { what: 'The branch’s code is wrong', next: askForDetails }],
  ['WRONG_CARD_NUMBER', { what: 'The number of the payee’s card is wrong', next: askForDetails }],
  [
    'WRONG_CARD_TYPE',
    { what: 'The payee’s card is of a kind that takes no payments', next: askForOtherAccount },
  ],
  ['WRONG_CURRENCY', { what: 'The payee’s account is in another currency', next: askForOtherAccount }],
  ['WRONG_ID_NUMBER', { what: 'The number of the payee’s identity document is wrong', next: askForDetails }],
  ['WRONG_NAME', { what: 'The name is not the account holder’s', next: askForDetails }],
  ['WRONG_PHONE_NUMBER', { what: 'The payee’s phone number is wrong', next: askForDetails }],
  [
    'WRONG_REFERENCE',
    {
      what: 'The payee’s bank did not take the reference',
      next: 'Ask the payee which reference it wants, then send the payment again once it is back.',
    },
  ],
  [
    'WRONG_PAYMENT_PURPOSE',
    {
      what: 'The payee’s bank did not take the purpose of the payment',
      next: 'Ask the payee which purpose it wants, then send the payment again once it is back.',
    },
  ],
  ['WRONG_RUT_NUMBER', { what: 'The payee’s RUT number is wrong', next: askForDetails }],
]);

/** A code that nobody knows is said as it is. */
export const wordsOfPayoutFailure = (code: string): PayoutFailureWords =>
  words.get(code) ?? {
    what: `Wise gives the reason ${code}`,
    next: 'Ask Wise what it means before the payment is sent again.',
  };
export const knownPayoutFailures: readonly string[] = [...words.keys()];
