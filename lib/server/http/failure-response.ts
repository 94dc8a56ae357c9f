import 'server-only';
import type { Logger } from 'pino';
import { faultCodeOf } from '../db/is-store-fault.ts';
import { AppError } from './app-error.ts';
import { problemResponse } from './problem-response.ts';
import { ownFaults } from './to-app-error.ts';

/** The answer to a failed request; where the console itself failed, the log says where. */
export function failureResponse(log: Pick<Logger, 'error'>, error: AppError, requestId: string): Response {
  logOwnFault(log, error, requestId);
  return problemResponse(error, requestId);
}

export function logOwnFault(log: Pick<Logger, 'error'>, error: AppError, requestId: string): void {
  const fault = error.cause instanceof AppError ? error.cause : error;
  if (ownFaults.has(fault.code)) {
    log.error({ requestId, code: fault.code, err: safeError(fault.cause) }, 'request failed');
  }
}

/** Messages of foreign errors may quote data: only their kind and place are logged. */
function safeError(cause: unknown): Record<string, unknown> {
  if (!(cause instanceof Error)) return { type: typeof cause };
  const frames = (cause.stack ?? '')
    .split('\n')
    .filter((line) => line.trimStart().startsWith('at '))
    .slice(0, 6);
  return {
    type: cause.name,
    code: faultCodeOf(cause),
    frames: frames.map((line) => line.trim()),
  };
}
