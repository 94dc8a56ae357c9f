import 'server-only';
import { randomUUID } from 'node:crypto';
import type { ErrorCode } from '../../../catalogues/errors.ts';
import { setAnswerHeaders } from '../../http/answer-headers.ts';
import { AppError } from '../../http/app-error.ts';
import { problemResponse } from '../../http/problem-response.ts';
import { type Runtime, runtime } from '../../runtime.ts';

const refusals: readonly ErrorCode[] = ['webhook_signature_wrong', 'body_too_large', 'method_not_allowed'];

/** Nothing else than these is turned away: what is signed is kept, whatever it says. */
export async function countRefusals<T>({ intake }: Runtime, take: () => Promise<T>): Promise<T> {
  try {
    return await intake.during(take);
  } catch (thrown) {
    if (thrown instanceof AppError && refusals.includes(thrown.code)) intake.noteRefusal(thrown.code);
    throw thrown;
  }
}

/** Wise sends POST only. */
export async function refuseMethod(): Promise<Response> {
  const parts = await runtime().catch(() => undefined);
  parts?.intake.noteRefusal('method_not_allowed');
  const requestId = randomUUID();
  const response = setAnswerHeaders(
    problemResponse(new AppError('method_not_allowed'), requestId),
    requestId,
  );
  response.headers.set('allow', 'POST');
  return response;
}
