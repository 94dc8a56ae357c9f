/** Wise's codes. Emulator choice: the words of most of them, of which Wise shows two. */
export const payoutFailures = {
  ACCOUNT_BLOCKED: 'The recipient’s account is blocked',
  ACCOUNT_CLOSED: 'The recipient’s account is closed',
  ACCOUNT_DOES_NOT_EXIST: 'The recipient’s account does not exist',
  ACCOUNT_FROZEN: 'The recipient’s account is frozen',
  ACCOUNT_LIMIT_REACHED: 'The recipient’s account has reached its limit',
  BUSINESS_PAYMENTS_FORBIDDEN: 'The recipient cannot take payments from businesses',
  CANNOT_ACCEPT_FROM_3RD_PARTY: 'The recipient’s bank takes no payments from third parties',
  CREDITING_ACCOUNT_FORBIDDEN: 'The recipient’s account cannot be credited',
  DUPLICATE_ENTRY: 'The payment was taken for a duplicate',
  EXTERNAL_IDENTIFIER_DETAILS_HAVE_CHANGED: 'The details behind the recipient’s identifier have changed',
  FUNDS_NOT_EXPECTED_RETURNED: 'The recipient did not expect the payment and sent it back',
  MANDATE_NOT_FILLED_IN: 'The recipient has not filled in what the bank asks for',
  REASON_NOT_SPECIFIED: 'The recipient’s bank gave no reason',
  REQUEST_FOR_INFORMATION_EXPIRED: 'Information that was asked for did not come in time',
  RETURN_REQUESTED_BY_RECIPIENT: 'The recipient asked to send it back',
  SENDER_REQUESTED_TO_CANCEL: 'The sender asked to cancel it',
  TAX_ID_NOT_MATCHING: 'The recipient’s tax number does not match',
  TAX_ID_SUSPENDED: 'The recipient’s tax number is suspended',
  TECHNICAL_ISSUE: 'Payment failed due to a technical issue',
  TECHNICAL_ISSUE_RETRYABLE: 'Payment failed due to a technical issue that can be retried',
  WRONG_ACCOUNT_DETAILS: 'Invalid account details',
  WRONG_ACCOUNT_NUMBER: 'Invalid account number',
  WRONG_ACCOUNT_TYPE: 'Invalid account type',
  WRONG_BANK_CODE: 'Invalid bank code',
  WRONG_BRANCH_CODE: 'Invalid branch code',
  WRONG_CARD_NUMBER: 'Invalid card number',
  WRONG_CARD_TYPE: 'Invalid card type',
  WRONG_CURRENCY: 'The recipient’s account is in another currency',
  WRONG_ID_NUMBER: "Invalid recipient's ID document number",
  WRONG_NAME: 'The recipient’s name does not match the account',
  WRONG_PHONE_NUMBER: 'Invalid phone number',
  WRONG_REFERENCE: 'Invalid reference',
  WRONG_PAYMENT_PURPOSE: 'Invalid payment purpose',
  WRONG_RUT_NUMBER: 'Invalid RUT number',
} as const;

export type PayoutFailureCode = keyof typeof payoutFailures;

export const isPayoutFailureCode = (code: string): code is PayoutFailureCode =>
  Object.hasOwn(payoutFailures, code);
