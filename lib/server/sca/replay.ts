import 'server-only';
import { randomUUID } from 'node:crypto';
import type { Operator } from '../auth/operator.ts';
import { AppError } from '../http/app-error.ts';
import type { ScaReplay } from '../http/in-flight.ts';
import type { Runtime } from '../runtime.ts';
import { readChallenges } from './clear-challenges.ts';
import { takeWaitingRequest, type WaitingContent } from './waiting-requests.ts';

const replayHeader = 'x-sca-replay';

/** Replays that this process has begun, by a name that is good for one request. */
export type ScaReplays = Map<string, ScaReplay>;

/** What the request that arrives may use; nothing for one that was not sent by `replayWaitingRequest`. */
export function takeReplay(replays: ScaReplays, request: Request): ScaReplay | undefined {
  const name = request.headers.get(replayHeader);
  if (name === null) return undefined;
  const replay = replays.get(name);
  replays.delete(name);
  return replay;
}

/**
 * Sends the waiting request to the console itself once more, with the person's own session: every check is made again, and
 * the one call of Wise's that was confirmed carries its token. It leaves the store before it is sent, so it is never sent twice.
 * @returns the answer to that request, whatever it is
 * @throws AppError sca_over, sca_not_cleared
 */
export async function replayWaitingRequest(
  parts: Runtime,
  operator: Operator,
  scaId: string,
  cookie: string,
): Promise<Response> {
  const { isCleared } = await readChallenges(parts, operator, scaId);
  if (!isCleared) throw new AppError('sca_not_cleared');
  const { content } = await takeWaitingRequest(parts, operator, scaId);
  const name = randomUUID();
  parts.scaReplays.set(name, {
    askedDigest: content.asked.digest,
    oneTimeToken: content.oneTimeToken,
    kept: content.kept,
  });
  try {
    return await send(parts, content, { cookie, [replayHeader]: name });
  } catch (cause) {
    const isRead = content.request.method === 'GET';
    throw new AppError(isRead ? 'internal_error' : 'outcome_unknown', { cause });
  } finally {
    parts.scaReplays.delete(name);
  }
}

async function send(
  { env }: Runtime,
  { request }: WaitingContent,
  headers: Record<string, string>,
): Promise<Response> {
  const { body, idempotencyKey, method, path } = request;
  const answer = await fetch(new URL(path, env.ownUrl), {
    method,
    headers: {
      ...headers,
      origin: new URL(env.consoleUrl).origin,
      ...(body === null ? {} : { 'content-type': 'application/json' }),
      ...(idempotencyKey === null ? {} : { 'idempotency-key': idempotencyKey }),
    },
    ...(body === null ? {} : { body }),
    cache: 'no-store',
    redirect: 'error',
  });
  const kept = ['content-type', 'retry-after', 'idempotent-replayed'].flatMap((name) => {
    const value = answer.headers.get(name);
    return value === null ? [] : [[name, value] as [string, string]];
  });
  return new Response(await answer.text(), {
    status: answer.status,
    headers: [...kept, ['cache-control', 'no-store']],
  });
}
