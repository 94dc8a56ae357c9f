import { type CatalogueEntry, nothing } from './error-entry.ts';

/** Of Wise: its answers, and the access to it. */
export const wiseErrors = {
  webhook_signature_wrong: nothing(
    401,
    'Signature does not match',
    'The delivery was not signed with the configured key.',
    'Check WISE_WEBHOOK_PUBLIC_KEY.',
  ),
  method_not_allowed: nothing(
    405,
    'Not by this method',
    'Deliveries are taken by POST only.',
    'Send it by POST.',
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
    'Read it again. If it stays so, pass on the request id: Wise support finds the call by it.',
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
} as const satisfies Record<string, CatalogueEntry>;
