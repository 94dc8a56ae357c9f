import 'server-only';
import type { ErrorCode } from '../../catalogues/errors.ts';
import { isStoreFault } from '../db/is-store-fault.ts';
import { WiseError, type WiseErrorKind } from '../wise/errors.ts';
import { AppError } from './app-error.ts';
import type { InFlight } from './in-flight.ts';

const codeOfKind: Record<WiseErrorKind, ErrorCode> = {
  refused: 'wise_refused',
  'not-found': 'not_found',
  unauthorised: 'wise_not_connected',
  sca: 'sca_required',
  'rate-limited': 'wise_rate_limited',
  unavailable: 'wise_unavailable',
  unknown: 'outcome_unknown',
  'not-understood': 'wise_reply_not_understood',
};

/** Failures of the console itself, which say that nothing was changed. */
export const ownFaults: ReadonlySet<ErrorCode> = new Set(['store_unavailable', 'internal_error']);

/** The console's own error for whatever was thrown. */
export function toAppError(error: unknown): AppError {
  if (error instanceof AppError) return error;
  if (error instanceof WiseError) return fromWise(error);
  return new AppError(isStoreFault(error) ? 'store_unavailable' : 'internal_error', { cause: error });
}

/**
 * Nothing of Wise's texts passes, only its trace id and status.
 * A write that was done but whose answer could not be read becomes `outcome_unknown`: reading Wise settles it.
 */
function fromWise(error: WiseError): AppError {
  return new AppError(codeOf(error), {
    cause: error,
    upstream: {
      ...(error.traceId === undefined ? {} : { traceId: error.traceId }),
      ...(error.status === undefined ? {} : { status: error.status }),
    },
    ...(error.retryAfterSeconds === undefined ? {} : { retryAfterSeconds: error.retryAfterSeconds }),
  });
}

function codeOf(error: WiseError): ErrorCode {
  if (error.applied) return 'outcome_unknown';
  return error.hasCode('sca.blocked') ? 'sca_blocked' : codeOfKind[error.kind];
}

/** What Wise took stands: after it a failure of our own may not say that nothing was changed. */
export function settleAfterWrite(error: AppError): AppError {
  if (!ownFaults.has(error.code)) return error;
  return new AppError('outcome_unknown', {
    cause: error,
    detail: 'Wise was asked to do it, but the console could not keep what became of it.',
  });
}

/** What is known after a failure, by what had reached Wise before it. */
export function errorOf(inFlight: Pick<InFlight, 'hasWrittenToWise'>, thrown: unknown): AppError {
  const error = toAppError(thrown);
  return inFlight.hasWrittenToWise ? settleAfterWrite(error) : error;
}
