import type { ContentfulStatusCode } from 'hono/utils/http-status';

/** An answer that is no success. Thrown by handlers, printed by the exchange. */
export class Refusal extends Error {
  readonly status: ContentfulStatusCode;
  readonly body: unknown;
  readonly headers: Record<string, string>;

  constructor(status: ContentfulStatusCode, body: unknown, headers: Record<string, string> = {}) {
    super(`refused with ${status}`);
    this.status = status;
    this.body = body;
    this.headers = headers;
  }
}

/** Wise: authentication failures, everywhere and on /oauth/token. */
export const oauthRefusal = (status: 400 | 401, error: string, description: string) =>
  new Refusal(
    status,
    { error, error_description: description },
    status === 401 ? { 'www-authenticate': `Bearer error="${error}"` } : {},
  );

export const invalidToken = () => oauthRefusal(401, 'invalid_token', 'Invalid token');

export interface Fault {
  code: string;
  message: string;
  path?: string;
  arguments?: readonly string[];
}

/** Wise: validation answers a list of errors. */
export const validationRefusal = (status: 400 | 404 | 409 | 415 | 422, ...faults: Fault[]) =>
  new Refusal(status, { errors: faults.map((fault) => ({ ...fault, arguments: fault.arguments ?? [] })) });

/** The same for one value, at its place in the body, the path or the query. @param given the value, where it was told */
export const fieldRefusal = (path: string, message: string, ...given: string[]) =>
  validationRefusal(400, { code: 'NOT_VALID', message, path, arguments: [path, ...given] });

/** Wise: access refusals of the older services. */
export const accessRefusal = (message: string) =>
  new Refusal(403, {
    timestamp: new Date().toISOString(),
    status: 403,
    error: 'Forbidden',
    message,
    path: null,
  });

/** Emulator choice: what a path that does not exist answers in the older services, for one that is kept from the caller. */
export const hiddenRefusal = (path: string) =>
  new Refusal(404, {
    timestamp: new Date().toISOString(),
    status: 404,
    error: 'Not Found',
    message: 'No message available',
    path,
  });

/** Wise: spending permissions answer a bare message, unlike everything else. */
export const messageRefusal = (status: 400 | 422, message: string) => new Refusal(status, { message });

/** Wise: the newer services, spend limits among them, answer a problem with a list. */
export const problemRefusal = (
  instance: string,
  status: 400 | 422,
  ...errors: { ref: string; detail: string }[]
) =>
  new Refusal(status, {
    type: '/errors/types/validation',
    title: 'Validation Error',
    status,
    instance,
    errors: errors.map((error) => ({ code: 'NOT_VALID', ...error })),
  });

/** Wise: 429 carries the seconds to wait and who limited; its body is an empty object. */
export const rateRefusal = (retryAfterSeconds: number) =>
  new Refusal(429, {}, { 'retry-after': String(retryAfterSeconds), 'x-rate-limited-by': 'wise-public-api' });
