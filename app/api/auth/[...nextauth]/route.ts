import { randomUUID } from 'node:crypto';
import type { NextRequest } from 'next/server';
import NextAuth from 'next-auth';
import { nextAuthOptions } from '@/lib/server/auth/next-auth-options';
import { setAnswerHeaders } from '@/lib/server/http/answer-headers';
import { failureResponse } from '@/lib/server/http/failure-response';
import { toAppError } from '@/lib/server/http/to-app-error';
import { runtime } from '@/lib/server/runtime';

type Segment = { params: Promise<{ nextauth: string[] }> };

async function handle(request: NextRequest, segment: Segment): Promise<Response> {
  const { log } = await runtime();
  const faults: unknown[] = [];
  const options = await nextAuthOptions((fault) => faults.push(fault));
  const response: Response = await NextAuth(request, segment, options);
  if (faults.length === 0) return response;
  const requestId = randomUUID();
  return setAnswerHeaders(failureResponse(log, toAppError(faults[0]), requestId), requestId);
}

export { handle as GET, handle as POST };
