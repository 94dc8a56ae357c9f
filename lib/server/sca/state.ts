import 'server-only';
import type { ScaState } from '../../contracts/sca.ts';
import type { OneTimeToken } from '../../contracts/wise/one-time-token.ts';
import type { Runtime } from '../runtime.ts';
import { findFactorOwner } from './factor-owner.ts';
import { noteCleared, type WaitingRequest } from './waiting-requests.ts';

/** Wise: what is of low risk is not asked about again for this long. */
const lowRiskMs = 5 * 60 * 1000;

/** Wise takes what is cleared off its list, or marks it as passed. */
export async function toScaState(
  parts: Runtime,
  waiting: WaitingRequest,
  { challenges: left }: OneTimeToken,
): Promise<ScaState> {
  const { content, id } = waiting;
  const challenges = content.challenges.map((asked) => ({
    ...asked,
    passed: left.find(({ primaryChallenge }) => primaryChallenge.type === asked.type)?.passed ?? true,
  }));
  const isCleared = challenges.every(({ passed, required }) => passed || !required);
  const clearedAt = isCleared ? await noteCleared(parts, id) : null;
  return {
    scaId: id,
    expiresAt: waiting.expiresAt.toISOString(),
    challenges,
    hostedUrl: hostedUrlOf(parts.env.wise.webUrl, content.oneTimeToken),
    owner: await findFactorOwner(parts, waiting),
    action: content.action,
    details: content.details,
    isCleared,
    lowRiskUntil: clearedAt && new Date(clearedAt.getTime() + lowRiskMs).toISOString(),
  };
}

/** Wise's own page for its users. The token alone lets nobody do anything: the request it is good for stays here. */
function hostedUrlOf(webUrl: string, oneTimeToken: string): string {
  const url = new URL('/approve-api-action/', webUrl);
  url.searchParams.set('ott', oneTimeToken);
  return url.href;
}
