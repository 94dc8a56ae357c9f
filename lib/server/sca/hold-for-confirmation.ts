import 'server-only';
import { randomUUID } from 'node:crypto';
import type { Method } from '../../contracts/define-endpoint.ts';
import type { Operator } from '../auth/operator.ts';
import { AppError } from '../http/app-error.ts';
import type { Runtime } from '../runtime.ts';
import { digestOfAsked } from '../wise/asked.ts';
import { toScaState } from './state.ts';
import { keepWaitingRequest } from './waiting-requests.ts';

/** Wise's token may live for an hour; nothing waits here longer than this. */
const longestMs = 10 * 60 * 1000;

export interface HeldRequest {
  operator: Operator;
  method: Method;
  /** With its query. */
  path: string;
  body: string | undefined;
  idempotencyKey: string | undefined;
  params: unknown;
  /** As the audit trail has it; a reading has none. */
  action: string | undefined;
  details: Record<string, unknown>;
}

/**
 * Keeps the request that Wise wants confirmed, so that it can be sent again as it was.
 * @returns the error that names what is to be confirmed; the one given where nothing can be kept: nobody is signed in, Wise
 * has done a part of the request already, or the challenges could not be read
 */
export async function holdForConfirmation(
  parts: Runtime,
  error: AppError,
  request: HeldRequest,
): Promise<AppError> {
  const { inFlight, log, wise } = parts;
  const refused = inFlight.refusedByWise;
  const { operator } = request;
  if (error.code !== 'sca_required' || !refused || inFlight.hasWrittenToWise || operator.sessionId === '')
    return error;
  const { asked, oneTimeToken, userId } = refused;
  try {
    const status = await wise.oneTimeTokens.getStatus({ userId, priority: 'interactive' }, oneTimeToken);
    const { action = null, body = null, details, idempotencyKey = null, method, path } = request;
    const waiting = await keepWaitingRequest(
      parts,
      {
        id: randomUUID(),
        personId: operator.personId,
        sessionId: operator.sessionId,
        profileId: profileOf(request.params),
        userId,
        expiresAt: new Date(Date.now() + Math.min(longestMs, status.validity * 1000)),
      },
      {
        request: { method, path, body, idempotencyKey },
        action,
        details,
        asked: { ...asked, body: asked.body ?? null, digest: digestOfAsked(asked) },
        oneTimeToken,
        challenges: status.challenges.map(({ alternatives, primaryChallenge, required }) => ({
          type: primaryChallenge.type,
          alternatives,
          required,
        })),
        kept: inFlight.keptForReplay,
      },
    );
    return new AppError('sca_required', {
      ...error.options,
      sca: await toScaState(parts, waiting, status),
    });
  } catch (cause) {
    log.warn({ type: cause instanceof Error ? cause.name : typeof cause }, 'sca challenges not read');
    return error;
  }
}

const profileOf = (params: unknown): string =>
  typeof params === 'object' && params !== null && 'profileId' in params ? String(params.profileId) : '';
