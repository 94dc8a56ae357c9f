import 'server-only';
import type { WiseErrorKind, WiseProblem, WiseProblemCode } from './errors.ts';
import { parseWiseJson } from './json.ts';

/** As undici gives them: names in lower case. */
export type WiseHeaders = Record<string, string | string[] | undefined>;

/** No error of Wise is longer; what is, is a proxy's page. In characters. */
export const problemBodyLimit = 64 * 1024;
const mostCodes = 20;
const longestText = 500;
const longestPause = 3600;

/**
 * Reads any of Wise's error answers. Its services have some thirteen body shapes between them: OAuth, a list of
 * errors (two kinds), problem+json, a bare message, an error code with a description, Spring's, an empty body.
 * @param now milliseconds, for a Retry-After that names a date
 */
export function readWiseProblem(
  status: number,
  headers: WiseHeaders,
  bodyText: string,
  now = Date.now(),
): WiseProblem {
  const oneTimeToken = headerOf(headers, 'x-2fa-approval');
  const traceId = readTraceId(headers);
  const retryAfterSeconds = readRetryAfter(headerOf(headers, 'retry-after'), now);
  const needsSca = oneTimeToken !== undefined && (status === 403 || status === 400);
  return {
    kind: needsSca ? 'sca' : kindOfStatus(status),
    status,
    codes: readCodes(readObject(bodyText)),
    ...(traceId === undefined ? {} : { traceId }),
    ...(retryAfterSeconds === undefined ? {} : { retryAfterSeconds }),
    ...(needsSca ? { sca: { oneTimeToken } } : {}),
  };
}

/** Wise: a payment that was refused may come with 200 or 201; its body says so, the status of HTTP does not. */
export function isRejectedPayment(bodyText: string): boolean {
  const body = readObject(bodyText);
  return isRecord(body) && body.status === 'REJECTED' && typeof body.errorCode === 'string';
}

export function readTraceId(headers: WiseHeaders): string | undefined {
  const traceId = headerOf(headers, 'x-trace-id');
  return traceId !== undefined && /^[\w:.-]{1,100}$/.test(traceId) ? traceId : undefined;
}

function kindOfStatus(status: number): WiseErrorKind {
  if (status === 401) return 'unauthorised';
  if (status === 404) return 'not-found';
  if (status === 429) return 'rate-limited';
  // 501: it will never be done, so asking again is no help.
  if (status === 408 || (status >= 500 && status !== 501)) return 'unavailable';
  return status >= 400 ? 'refused' : 'not-understood';
}

function readCodes(body: unknown): WiseProblemCode[] {
  if (!isRecord(body)) return [];
  const listed = Array.isArray(body.errors) ? body.errors.filter(isRecord).slice(0, mostCodes) : [];
  return listed.length > 0 ? listed.flatMap(readCode) : readCode(body);
}

function readCode(item: Record<string, unknown>): WiseProblemCode[] {
  const problemType = typeof item.type === 'string' && item.type.startsWith('/errors/') ? item.type : null;
  const code = firstText(item.code, item.errorCode, item.error, problemType);
  const message = firstText(
    item.error_description,
    item.message,
    item.description,
    item.detail,
    item.errorMessage,
    item.title,
  );
  if (code === undefined && message === undefined) return [];
  // Spring's `path` is the request's own address; it comes with `timestamp`.
  const path = 'timestamp' in item ? undefined : firstText(item.path, item.field, item.ref);
  return [
    {
      code: code === undefined ? 'message_only' : plainCode(code),
      ...(message === undefined ? {} : { message }),
      ...(path === undefined ? {} : { path }),
    },
  ];
}

/** A code may be logged, so it must look like one. */
const plainCode = (code: string) => (/^[\w./: -]{1,80}$/.test(code) ? code : 'other');

function firstText(...candidates: unknown[]): string | undefined {
  const text = candidates.find(
    (item) => (typeof item === 'string' && item !== '') || typeof item === 'number',
  );
  return text === undefined ? undefined : String(text).slice(0, longestText);
}

function readObject(bodyText: string): unknown {
  if (bodyText.length > problemBodyLimit || !/^\s*\{/.test(bodyText)) return undefined;
  try {
    return parseWiseJson(bodyText);
  } catch {
    return undefined;
  }
}

function readRetryAfter(text: string | undefined, now: number): number | undefined {
  if (text === undefined) return undefined;
  const seconds = /^\d+$/.test(text) ? Number(text) : Math.ceil((Date.parse(text) - now) / 1000);
  return Number.isFinite(seconds) ? Math.min(Math.max(seconds, 0), longestPause) : undefined;
}

function headerOf(headers: WiseHeaders, name: string): string | undefined {
  const value = headers[name];
  const text = Array.isArray(value) ? value[0] : value;
  return text === undefined || text.trim() === '' ? undefined : text.trim();
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
