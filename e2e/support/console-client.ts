import { randomUUID } from 'node:crypto';
import type { Endpoint, EndpointTypes, Method } from '../../lib/contracts/define-endpoint.ts';
import type { Problem } from '../../lib/contracts/problem.ts';

type Part<T, K extends 'params' | 'query' | 'body'> = K extends keyof T
  ? { [P in K]: T[K] }
  : { [P in K]?: undefined };
type QueryPart<T> = T extends { query: infer Q }
  ? Partial<Q> extends Q
    ? { query?: Q }
    : { query: Q }
  : { query?: undefined };
type ReplyFrom<T> = T extends { reply: infer R } ? R : undefined;

export interface SendOptions {
  query?: Record<string, unknown> | undefined;
  /** Sent as JSON; a string is sent as it is. */
  body?: unknown;
  /** A fresh one by default; null sends none. */
  idempotencyKey?: string | null | undefined;
  /** The console's own by default; null sends none. */
  origin?: string | null | undefined;
  headers?: Record<string, string> | undefined;
}
export type CallOptions<T> = Part<T, 'params'> &
  QueryPart<T> &
  Part<T, 'body'> &
  Pick<SendOptions, 'idempotencyKey' | 'origin' | 'headers'>;

/** What came back. `body` of a refused call and `problem` of a successful one throw and say what came instead. */
export interface Answer<R> {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
  readonly body: R;
  readonly problem: Problem;
}

export interface ConsoleClient {
  readonly consoleUrl: string;
  /** Calls an endpoint as the page would: with Origin, and with a fresh Idempotency-Key where one is needed. */
  call<T extends EndpointTypes>(
    endpoint: Endpoint<Method, T>,
    options: CallOptions<T>,
  ): Promise<Answer<ReplyFrom<T>>>;
  /** Anything at all, for requests no page would send. */
  send(method: string, path: string, options?: SendOptions): Promise<Answer<unknown>>;
  /** A GET whose body is still coming: streams. The caller cancels it. */
  open(path: string, headers?: Record<string, string>): Promise<Response>;
  readonly cookies: ReadonlyMap<string, string>;
}

/** Without `cookies`: nobody, not signed in. */
export function createConsoleClient(consoleUrl: string, cookies = new Map<string, string>()): ConsoleClient {
  const cookieHeader = (): Record<string, string> =>
    cookies.size === 0 ? {} : { cookie: [...cookies].map(([name, value]) => `${name}=${value}`).join('; ') };

  const send = async (method: string, path: string, options: SendOptions = {}) => {
    const { body, headers, idempotencyKey = randomUUID(), origin = consoleUrl, query } = options;
    const isWrite = method !== 'GET' && method !== 'HEAD';
    const reply = await fetch(`${consoleUrl}${path}${printQuery(query)}`, {
      method,
      redirect: 'manual',
      headers: {
        ...cookieHeader(),
        ...(isWrite ? { 'content-type': 'application/json' } : {}),
        ...(isWrite && origin !== null ? { origin } : {}),
        ...(isWrite && idempotencyKey !== null ? { 'idempotency-key': idempotencyKey } : {}),
        ...headers,
      },
      ...(body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
    });
    return readAnswer(`${method} ${path}`, reply);
  };

  return {
    consoleUrl,
    cookies,
    send,
    async call(endpoint, options) {
      const { body, headers, origin, params, query } = options;
      const isWrite = endpoint.method !== 'GET';
      const answer = await send(endpoint.method, fillPath(endpoint.path, params ?? {}), {
        query,
        headers,
        origin,
        body: isWrite ? (body ?? {}) : undefined,
        idempotencyKey: endpoint.needsIdempotencyKey
          ? options.idempotencyKey
          : (options.idempotencyKey ?? null),
      });
      return answer;
    },
    open: (path, headers) =>
      fetch(`${consoleUrl}${path}`, { redirect: 'manual', headers: { ...cookieHeader(), ...headers } }),
  };
}

/**
 * Signs in through next-auth as the page does.
 * @throws when the console refuses
 */
export async function signInToConsole(
  consoleUrl: string,
  email: string,
  password: string,
): Promise<ConsoleClient> {
  const cookies = new Map<string, string>();
  const csrf = await fetch(`${consoleUrl}/api/auth/csrf`);
  keepCookies(cookies, csrf);
  const { csrfToken } = await csrf.json();
  const reply = await fetch(`${consoleUrl}/api/auth/callback/credentials`, {
    method: 'POST',
    redirect: 'manual',
    headers: {
      'content-type': 'application/x-www-form-urlencoded',
      origin: consoleUrl,
      cookie: [...cookies].map(([name, value]) => `${name}=${value}`).join('; '),
    },
    body: new URLSearchParams({ email, password, csrfToken, callbackUrl: consoleUrl, json: 'true' }),
  });
  keepCookies(cookies, reply);
  if (!reply.ok || ![...cookies.keys()].some((name) => name.endsWith('console-session')))
    throw new Error(`${email} could not sign in: ${reply.status} ${await reply.text()}`);
  return createConsoleClient(consoleUrl, cookies);
}

function keepCookies(cookies: Map<string, string>, reply: Response): void {
  for (const line of reply.headers.getSetCookie()) {
    const [pair = ''] = line.split(';');
    const at = pair.indexOf('=');
    cookies.set(pair.slice(0, at), pair.slice(at + 1));
  }
}

async function readAnswer(what: string, reply: Response) {
  const text = await reply.text();
  const type = reply.headers.get('content-type') ?? '';
  const parse = () => (/\bjson\b/.test(type) ? JSON.parse(text) : text);
  const unexpected = (wanted: string) =>
    new Error(`${what}: wanted ${wanted}, got ${reply.status} ${text.slice(0, 600)}`);
  return {
    status: reply.status,
    headers: reply.headers,
    text,
    get body() {
      if (!reply.ok) throw unexpected('an answer');
      return parse();
    },
    get problem(): Problem {
      if (!type.startsWith('application/problem+json')) throw unexpected('a problem');
      return parse();
    },
  };
}

function fillPath(path: string, params: Record<string, string>): string {
  return path.replace(/\{(\w+)\}/g, (_, name: string) => {
    const value = params[name];
    if (value === undefined) throw new Error(`${path} needs ${name}`);
    return encodeURIComponent(value);
  });
}

function printQuery(query: Record<string, unknown> | undefined): string {
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(query ?? {}))
    for (const one of Array.isArray(value) ? value : [value])
      if (one !== undefined) search.append(name, String(one));
  return search.size === 0 ? '' : `?${search}`;
}
