import 'server-only';
import { errors } from '../../catalogues/errors.ts';
import type { Problem } from '../../contracts/problem.ts';
import type { AppError } from './app-error.ts';

export function problemOf(error: AppError, requestId: string): Problem {
  const entry = errors[error.code];
  const { detail, fields, sca, upstream, retryAfterSeconds } = error.options;
  return {
    type: `urn:wise-admin-console:error:${error.code}`,
    title: entry.title,
    status: entry.status,
    code: error.code,
    detail: detail ?? entry.detail,
    advice: entry.advice,
    certain: entry.certain,
    requestId,
    ...(fields && { fields }),
    ...(sca && { sca }),
    ...(upstream && { upstream }),
    ...(retryAfterSeconds !== undefined && { retryAfterSeconds }),
  };
}

export function problemResponse(error: AppError, requestId: string): Response {
  const headers = new Headers({
    'content-type': 'application/problem+json',
    'cache-control': 'no-store',
  });
  if (error.options.retryAfterSeconds !== undefined) {
    headers.set('retry-after', String(Math.ceil(error.options.retryAfterSeconds)));
  }
  return new Response(JSON.stringify(problemOf(error, requestId)), { status: error.status, headers });
}
