import { randomUUID } from 'node:crypto';
import { AppError } from '@/lib/server/http/app-error';
import { problemResponse } from '@/lib/server/http/problem-response';

/** Whatever no endpoint serves. */
function refuse(): Response {
  return problemResponse(new AppError('not_found'), randomUUID());
}

export { refuse as DELETE, refuse as GET, refuse as PATCH, refuse as POST, refuse as PUT };
