import 'server-only';
import { randomUUID } from 'node:crypto';
import type { z } from 'zod';
import type { CaseDetail } from '../../../contracts/cases.ts';
import type { closeManyBody, closeManyReply } from '../../../contracts/case-patterns.schema.ts';
import { decideCase, takeCase } from '../../../contracts/cases.schema.ts';
import type { ServedEndpoint } from '../../../contracts/endpoint-schema.ts';
import { beginAudit } from '../../audit/audited-act.ts';
import type { Operator } from '../../auth/operator.ts';
import { AppError } from '../../http/app-error.ts';
import { logOwnFault } from '../../http/failure-response.ts';
import { toAppError } from '../../http/to-app-error.ts';
import type { Runtime } from '../../runtime.ts';
import { decideCase as decide, takeCase as take } from './case-acts.ts';
import { readCase } from './read-case.ts';

type Body = z.output<typeof closeManyBody>;
type Result = z.input<typeof closeManyReply>['results'][number];

/** One after the other, each as if it were closed by itself: what stands against one of them stops none of the others. */
export async function closeMany(
  parts: Runtime,
  operator: Operator,
  { cases, ...decision }: Body,
): Promise<z.input<typeof closeManyReply>> {
  const results: Result[] = [];
  for (const { caseId, version } of cases)
    try {
      const { state } = await closeOne(parts, operator, caseId, version, decision);
      results.push({ caseId, state, code: null, detail: null });
    } catch (thrown) {
      const error = toAppError(thrown);
      logOwnFault(parts.log, error, caseId);
      results.push({ caseId, state: null, code: error.code, detail: error.options.detail ?? null });
    }
  return { results, asOf: new Date().toISOString() };
}

/** Nobody's is taken first; each keeps its own severity. */
async function closeOne(
  parts: Runtime,
  operator: Operator,
  caseId: string,
  seen: number,
  decision: Omit<Body, 'cases'>,
): Promise<CaseDetail> {
  const found = await readCase(parts, operator, caseId);
  if (found.version !== seen) throw new AppError('conflict');
  let version = seen;
  if (found.state === 'waiting')
    ({ version } = await audited(parts, operator, takeCase, caseId, { version }, (body) =>
      take(parts, operator, caseId, body.version),
    ));
  const body = { ...decision, version, severity: found.severity };
  return audited(parts, operator, decideCase, caseId, body, () => decide(parts, operator, caseId, body));
}

async function audited<Body, Reply>(
  parts: Runtime,
  operator: Operator,
  endpoint: ServedEndpoint,
  caseId: string,
  body: Body,
  act: (body: Body) => Promise<Reply>,
): Promise<Reply> {
  // Each of its own: sealed acts lie under a key that their request names.
  const row = await beginAudit(parts, endpoint, {
    operator,
    params: { caseId },
    body,
    requestId: randomUUID(),
  });
  try {
    const reply = await act(body);
    await row.succeed();
    return reply;
  } catch (thrown) {
    const error = toAppError(thrown);
    await row.fail(error);
    throw error;
  }
}
