import 'server-only';
import type { PasscodeWay, ScaFactor, ScaState } from '../../contracts/sca.ts';
import type { OneTimeToken } from '../../contracts/wise/one-time-token.ts';
import type { Operator } from '../auth/operator.ts';
import { AppError } from '../http/app-error.ts';
import type { Runtime } from '../runtime.ts';
import { WiseError } from '../wise/errors.ts';
import { findFactorOwner } from './factor-owner.ts';
import { profileForFactors } from './profile-for-factors.ts';
import { toScaState } from './state.ts';
import { countFailure, findWaitingRequest, type WaitingRequest } from './waiting-requests.ts';

const wayOf: Partial<Record<ScaFactor, PasscodeWay>> = { SMS: 'sms', WHATSAPP: 'whatsapp', VOICE: 'voice' };

/** What is left to be confirmed of a request of one's own, as Wise says now. @throws AppError sca_over */
export async function readChallenges(parts: Runtime, operator: Operator, scaId: string): Promise<ScaState> {
  const waiting = await findWaitingRequest(parts, operator, scaId);
  return toScaState(parts, waiting, await readStatus(parts, waiting));
}

/** @returns the end of the number it went to. @throws AppError sca_over, sca_not_yours_to_type, sca_proof_not_offered */
export async function sendPasscode(
  parts: Runtime,
  operator: Operator,
  scaId: string,
  way: PasscodeWay,
): Promise<{ sentTo: string }> {
  const waiting = await findCompanysOwn(parts, operator, scaId);
  const sentTo = await parts.wise.oneTimeTokens
    .triggerPasscode(asOwner(waiting), waiting.content.oneTimeToken, way)
    .catch((error: unknown) => {
      throw isRefusal(error) ? new AppError('sca_proof_not_offered', { cause: error }) : error;
    });
  return { sentTo };
}

/**
 * Gives Wise one proof. A wrong one counts at Wise, so none is ever sent twice.
 * @throws AppError sca_over, sca_not_yours_to_type, sca_proof_not_offered, sca_proof_wrong, sca_blocked
 */
export async function verifyProof(
  parts: Runtime,
  operator: Operator,
  scaId: string,
  type: ScaFactor,
  value: string,
): Promise<ScaState> {
  const waiting = await findCompanysOwn(parts, operator, scaId);
  try {
    return await toScaState(parts, waiting, await verify(parts, waiting, type, value));
  } catch (error) {
    throw await explainRefusal(parts, waiting, error);
  }
}

async function verify(
  parts: Runtime,
  waiting: WaitingRequest,
  type: ScaFactor,
  value: string,
): Promise<OneTimeToken> {
  const { oneTimeTokens } = parts.wise;
  const { oneTimeToken } = waiting.content;
  const owner = asOwner(waiting);
  const way = wayOf[type];
  if (way) {
    requireForm(value, /^\d{4,10}$/, 'A code has digits alone.');
    return oneTimeTokens.verifyPasscode(owner, oneTimeToken, way, value);
  }
  if (type === 'PIN') {
    requireForm(value, /^\d{4}$/, 'The PIN has four digits.');
    return oneTimeTokens.verifyPin(owner, oneTimeToken, await profileForFactors(parts, waiting), value);
  }
  if (type === 'PARTNER_DEVICE_FINGERPRINT')
    return oneTimeTokens.verifyDeviceFingerprint(
      owner,
      oneTimeToken,
      await profileForFactors(parts, waiting),
      value,
    );
  throw new AppError('sca_proof_not_offered');
}

function requireForm(value: string, pattern: RegExp, message: string): void {
  if (!pattern.test(value))
    throw new AppError('validation_failed', { fields: [{ path: 'body.value', message }] });
}

/** A code of a customer that a member of staff can type is one that a caller can be talked out of. */
async function findCompanysOwn(parts: Runtime, operator: Operator, scaId: string): Promise<WaitingRequest> {
  const waiting = await findWaitingRequest(parts, operator, scaId);
  const { kind } = await findFactorOwner(parts, waiting);
  if (kind !== 'company') throw new AppError('sca_not_yours_to_type');
  return waiting;
}

const asOwner = ({ userId }: WaitingRequest) => ({ userId, priority: 'interactive' }) as const;

/** A token that Wise no longer knows is over, whatever was left of its ten minutes here. */
const readStatus = ({ wise }: Runtime, waiting: WaitingRequest) =>
  wise.oneTimeTokens.getStatus(asOwner(waiting), waiting.content.oneTimeToken).catch((error: unknown) => {
    throw isRefusal(error) ? new AppError('sca_over', { cause: error }) : error;
  });

const isRefusal = (error: unknown): error is WiseError =>
  error instanceof WiseError && (error.kind === 'refused' || error.kind === 'not-found');

/** Wise documents 400 for a proof that is wrong and for a user who is blocked, and 404 for one that was not set up. */
async function explainRefusal(parts: Runtime, waiting: WaitingRequest, error: unknown): Promise<unknown> {
  if (!isRefusal(error)) return error;
  if (error.hasCode('sca.blocked')) return new AppError('sca_blocked', { cause: error });
  const notOffered = error.kind === 'not-found' || notOfferedCodes.some((code) => error.hasCode(code));
  if (notOffered) return new AppError('sca_proof_not_offered', { cause: error });
  const failures = await countFailure(parts, waiting.id);
  return new AppError('sca_proof_wrong', {
    cause: error,
    detail: `That was wrong proof number ${failures} here. After five in a row Wise can block confirming for 15 minutes.`,
  });
}

const notOfferedCodes = ['otp.not.triggered', 'challenge.not.found'];
