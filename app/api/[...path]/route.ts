import { randomUUID } from 'node:crypto';
import { setAnswerHeaders } from '@/lib/server/http/answer-headers';
import { AppError } from '@/lib/server/http/app-error';
import { problemResponse } from '@/lib/server/http/problem-response';

/** Whatever no endpoint serves. */
function refuse(): Response {
  const requestId = randomUUID();
  return setAnswerHeaders(problemResponse(new AppError('not_found'), requestId), requestId);
}

export { refuse as DELETE, refuse as GET, refuse as PATCH, refuse as POST, refuse as PUT };
