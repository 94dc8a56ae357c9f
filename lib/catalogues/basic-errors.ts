import { type CatalogueEntry, nothing } from './error-entry.ts';

/** What a page can say by itself, where an answer carries no words of its own: all other errors are told by the server. */
export const basicErrors = {
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
  not_found: nothing(
    404,
    'Not found',
    'There is nothing here that you may see.',
    'Check the number, or search for it.',
  ),
  internal_error: nothing(
    500,
    'Something broke here',
    'It has been recorded.',
    'Try again. If it stays so, pass on the request id.',
  ),
  outcome_unknown: {
    status: 504,
    title: 'We do not know yet whether it was done',
    detail: 'Wise did not answer in time. It may have been done or not.',
    advice: 'Do not try again: the console asks Wise itself and shows the answer here.',
    certain: 'unknown',
  },
} as const satisfies Record<string, CatalogueEntry>;
