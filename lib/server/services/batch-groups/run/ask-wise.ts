import 'server-only';
import type { ErrorCode } from '../../../../catalogues/errors.ts';
import { AppError } from '../../../http/app-error.ts';
import { WiseError } from '../../../wise/errors.ts';
import { needsApprovalAtWise } from './blocked-at-wise.ts';
import { type RowEnd, RowEnded, type RowStep } from './row-outcome.ts';

const askAgainMs = 2000;
const firstPauseMs = 500;
const longestPauseMs = 15_000;
/** As often as this Wise may be away for one row; then it is more than a passing fault. */
const mostTries = 30;

const refusedCodes: Record<RowStep, ErrorCode> = {
  recipient: 'batch_recipient_refused',
  quote: 'batch_quote_refused',
  name: 'batch_name_unchecked',
  transfer: 'batch_transfer_refused',
};
/** Of no single row: nothing goes on before somebody has looked. */
const stopping: readonly ErrorCode[] = ['wise_not_connected', 'wise_token_limited', 'sca_required'];

/** One question to Wise for a row. What goes wrong ends the row's turn in the way that is safe for it. */
export async function askWise<T>(step: RowStep, tries: number, question: () => Promise<T>): Promise<T> {
  try {
    return await question();
  } catch (error) {
    if (error instanceof WiseError) throw new RowEnded(endOf(error, step, tries));
    if (error instanceof AppError && stopping.includes(error.code))
      throw new RowEnded({ kind: 'stop', code: error.code });
    throw error;
  }
}

function endOf(error: WiseError, step: RowStep, tries: number): RowEnd {
  const { kind, retryAfterSeconds } = error;
  if (error.applied || kind === 'unknown') return { kind: 'asking', step, afterMs: askAgainMs };
  switch (kind) {
    case 'rate-limited':
      return { kind: 'later', afterMs: (retryAfterSeconds ?? 1) * 1000 };
    case 'unavailable':
      return tries >= mostTries
        ? { kind: 'stop', code: 'wise_unavailable' }
        : { kind: 'later', afterMs: pauseAfter(tries), code: 'wise_unavailable' };
    case 'unauthorised':
      return { kind: 'stop', code: 'wise_not_connected' };
    case 'sca':
      return { kind: 'stop', code: 'sca_required' };
    case 'not-understood':
      return { kind: 'refused', step, code: 'wise_reply_not_understood' };
    default:
      return needsApprovalAtWise(error)
        ? { kind: 'stop', code: 'batch_approvals_at_wise' }
        : { kind: 'refused', step, code: refusedCodes[step] };
  }
}

const pauseAfter = (tries: number): number =>
  Math.min(firstPauseMs * 2 ** Math.min(tries, 10), longestPauseMs);
