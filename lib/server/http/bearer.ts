import 'server-only';
import { timingSafeEqual } from 'node:crypto';
import { AppError } from './app-error.ts';

/** For what other machines and commands ask. @throws AppError not_signed_in unless the request carries that token */
export function requireBearer(request: Request, token: string): void {
  const given = Buffer.from(request.headers.get('authorization') ?? '');
  const expected = Buffer.from(`Bearer ${token}`);
  if (given.length !== expected.length || !timingSafeEqual(given, expected))
    throw new AppError('not_signed_in');
}
