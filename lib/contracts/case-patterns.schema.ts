import { z } from 'zod';
import { caseStates, mostMarkedCases, sharedKinds } from '../catalogues/decline-desk.ts';
import * as endpoints from './case-patterns.ts';
import {
  caseDetail,
  casePath,
  decision,
  hasReference,
  noReference,
  target,
  version,
} from './cases.schema.ts';
import { instant, int64Text, serveEndpoint, timeZoneName } from './endpoint-schema.ts';

const seenCases = z
  .array(z.strictObject({ caseId: z.uuid(), version }))
  .min(1)
  .max(mostMarkedCases)
  .refine((cases) => new Set(cases.map(({ caseId }) => caseId)).size === cases.length, 'Each case once.');
export const mergeCasesBody = z.strictObject({ version, cases: seenCases });

/** `timeZone`: of the hours. */
export const sharedBody = z.strictObject({
  caseIds: z.array(z.uuid()).min(2, 'Mark two cases at least.').max(mostMarkedCases),
  timeZone: timeZoneName,
});
/** `cardsWithinDay`: the most of any 24 hours. `transactions`: at most 50 of each, the oldest first. */
export const sharedReply = z.object({
  cases: z.number().int(),
  transactions: z.number().int(),
  items: z.array(
    z.object({
      kind: z.enum(sharedKinds),
      value: z.string(),
      label: z.string(),
      caseIds: z.array(z.uuid()),
      cards: z.number().int(),
      cardsWithinDay: z.number().int(),
      from: instant,
      until: instant,
      transactions: z.array(z.object({ profileId: int64Text, id: int64Text, creationTime: instant })),
    }),
  ),
  asOf: instant,
});
export const closeManyBody = z
  .strictObject({ cases: seenCases, ...decision })
  .refine(hasReference, noReference);
/** `state`: null where it was not closed; then `code` and `detail` say why. */
export const closeManyReply = z.object({
  results: z.array(
    z.object({
      caseId: z.uuid(),
      state: z.enum(caseStates).nullable(),
      code: z.string().nullable(),
      detail: z.string().nullable(),
    }),
  ),
  asOf: instant,
});

export const mergeCases = serveEndpoint(endpoints.mergeCases, {
  params: casePath,
  body: mergeCasesBody,
  reply: caseDetail,
  audit: {
    action: 'cases.merge',
    target,
    details: ({ cases }: z.output<typeof mergeCasesBody>) => ({ merged: cases.map(({ caseId }) => caseId) }),
    isSealed: true,
  },
});
const severalCases = () => ({ type: 'case' as const, id: 'several' });
export const findShared = serveEndpoint(endpoints.findShared, {
  body: sharedBody,
  reply: sharedReply,
  audit: {
    action: 'cases.compare',
    target: severalCases,
    details: ({ caseIds }: z.output<typeof sharedBody>) => ({ caseIds }),
    isSealed: true,
  },
});
export const closeManyCases = serveEndpoint(endpoints.closeManyCases, {
  body: closeManyBody,
  reply: closeManyReply,
  audit: {
    action: 'cases.close-many',
    target: severalCases,
    details: ({ cases, outcome }: z.output<typeof closeManyBody>) => ({
      caseIds: cases.map(({ caseId }) => caseId),
      outcome,
    }),
    isSealed: true,
  },
});
