import type { z } from 'zod';
import type * as schema from './case-patterns.schema.ts';
import type { CaseDetail, CasePath } from './cases.ts';
import { defineEndpoint } from './define-endpoint.ts';

export type SharedByCases = z.output<typeof schema.sharedReply>;
export type ClosedCases = z.output<typeof schema.closeManyReply>;

/** Other cases go on in this one. Those that somebody else has are refused, and then none is merged. */
export const mergeCases = defineEndpoint<{
  params: CasePath;
  body: z.input<typeof schema.mergeCasesBody>;
  reply: CaseDetail;
}>()({ method: 'POST', path: '/api/cases/{caseId}/merge', consolePermission: 'cases.write' });

/** What at least two of the cases have in common, the strongest first; reads only. */
export const findShared = defineEndpoint<{
  body: z.input<typeof schema.sharedBody>;
  reply: SharedByCases;
}>()({ method: 'POST', path: '/api/cases/shared', consolePermission: 'cases.read' });

/** Each as if it were closed by itself; nobody's is taken first. What stands against one of them stops none of the others. */
export const closeManyCases = defineEndpoint<{
  body: z.input<typeof schema.closeManyBody>;
  reply: ClosedCases;
}>()({ method: 'POST', path: '/api/cases/close', consolePermission: 'cases.write' });
