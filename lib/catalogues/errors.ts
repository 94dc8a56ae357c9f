import { approvalErrors } from './approval-errors.ts';
import { basicErrors } from './basic-errors.ts';
import { batchErrors } from './batch-errors.ts';
import { batchFileErrors } from './batch-file-errors.ts';
import { branchErrors } from './branch-errors.ts';
import { cardErrors } from './card-errors.ts';
import { cardOrderErrors } from './card-order-errors.ts';
import { caseErrors } from './case-errors.ts';
import { type CatalogueEntry, nothing } from './error-entry.ts';
import { productionErrors } from './production-errors.ts';
import { scaErrors } from './sca-errors.ts';
import { wiseErrors } from './wise-errors.ts';

/** Every failure the console can answer with. */
export const errors = {
  ...basicErrors,
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
  store_unavailable: nothing(
    503,
    'The console’s own store does not answer',
    'Nothing was sent to Wise.',
    'Try again in a minute. Tell an administrator if it stays so.',
  ),
  starting: nothing(503, 'The console is starting', 'It is not ready yet.', 'Try again in a few seconds.'),
  ...approvalErrors,
  ...branchErrors,
  ...cardErrors,
  ...caseErrors,
  ...cardOrderErrors,
  ...productionErrors,
  ...wiseErrors,
  ...scaErrors,
  ...batchErrors,
  ...batchFileErrors,
} as const satisfies Record<string, CatalogueEntry>;

export type ErrorCode = keyof typeof errors;
export const isErrorCode = (code: string): code is ErrorCode => Object.hasOwn(errors, code);
