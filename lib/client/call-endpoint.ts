import type { Endpoint, EndpointTypes, Method } from '../contracts/define-endpoint.ts';
import { urlOf } from '../contracts/url-of.ts';
import { parseJson } from '../format/json.ts';
import { errorFromAnswer, noAnswer } from './api-error.ts';
import { confirmAtWise, takeConfirmedAnswer } from './sca/confirm-at-wise.ts';
import { endSession } from './session/session-end.ts';

type Part<T, K extends 'params' | 'query' | 'body'> = K extends keyof T
  ? { [P in K]: T[K] }
  : { [P in K]?: undefined };

export type CallInput<T> = Part<T, 'params'> &
  (T extends { query: infer Q }
    ? Partial<Q> extends Q
      ? { query?: Q }
      : { query: Q }
    : { query?: undefined }) &
  Part<T, 'body'> & {
    signal?: AbortSignal | undefined;
    /** One per intent: pass the same key again only for the same intent. Minted where it is needed and missing. */
    idempotencyKey?: string | undefined;
  };
type ReplyFrom<T> = T extends { reply: infer R } ? R : undefined;

/**
 * Calls one of the console's endpoints.
 * @returns the parsed reply. The server has checked it against its schema before sending; the browser carries no second check.
 * A write that Wise wants confirmed waits for the dialog, which answers as if nothing had been asked.
 * @throws ApiError for every failure; a write without an answer is `outcome_unknown`, a read without one `console_unreachable`.
 */
export async function callEndpoint<T extends EndpointTypes>(
  endpoint: Endpoint<Method, T>,
  input: CallInput<T>,
): Promise<ReplyFrom<T>> {
  const isWrite = endpoint.method !== 'GET';
  const headers = new Headers({ accept: 'application/json' });
  if (endpoint.needsIdempotencyKey) {
    headers.set('idempotency-key', input.idempotencyKey ?? crypto.randomUUID());
  }
  if (isWrite) headers.set('content-type', 'application/json');
  const address = urlOf(endpoint, input);
  const confirmed = isWrite ? undefined : takeConfirmedAnswer(address);
  if (confirmed) return promised<T>(confirmed.answer);
  const answer = await send(address, {
    method: endpoint.method,
    headers,
    cache: 'no-store',
    credentials: 'same-origin',
    ...(isWrite ? { body: JSON.stringify(input.body ?? {}) } : {}),
    ...(input.signal ? { signal: input.signal } : {}),
  });
  if (!answer.response.ok) {
    const requestId = answer.response.headers.get('x-request-id') ?? '';
    const error = errorFromAnswer(answer.response.status, answer.body, requestId, address);
    if (error.code === 'not_signed_in') endSession('ended');
    if (isWrite && error.code === 'sca_required' && !endpoint.path.startsWith('/api/sca/'))
      return promised<T>(await confirmAtWise(error));
    throw error;
  }
  // Somebody on the way answered in the console's place.
  if (answer.body === undefined) throw noAnswer(isWrite, new SyntaxError('The answer is no JSON'));
  return promised<T>(answer.body);
}

/** The server has checked it against the endpoint's own schema. */
const promised = <T extends EndpointTypes>(answer: unknown) => answer as ReplyFrom<T>;

async function send(url: string, init: RequestInit) {
  try {
    const response = await fetch(url, init);
    const text = await response.text();
    return { response, body: parseJson(text) };
  } catch (cause) {
    if (init.signal?.aborted) throw cause;
    throw noAnswer(init.method !== 'GET', cause);
  }
}
