import { z } from 'zod';
import { mostTransactionsInEvidence } from '../catalogues/evidence.ts';
import { longestNote, shortestReason } from '../catalogues/notes.ts';
import { instant, int64Text, listOf, serveEndpoint, timeZoneName } from './endpoint-schema.ts';
import * as endpoints from './evidence.ts';

/** `sha256`: of the whole file. `changedSince`: how many of its transactions are told otherwise by now. */
export const evidenceRecord = z.object({
  id: z.uuid(),
  madeAt: instant,
  by: z.string(),
  reason: z.string(),
  recipient: z.string(),
  caseId: z.uuid().nullable(),
  transactions: z.number().int(),
  changedSince: z.number().int(),
  size: z.number().int(),
  sha256: z.string(),
  keyId: z.string(),
});
export const evidenceDetail = evidenceRecord.extend({
  items: z.array(
    z.object({ profileId: int64Text, id: int64Text, creationTime: instant, hasChanged: z.boolean() }),
  ),
  asOf: instant,
});

export const evidenceQuery = z.strictObject({
  caseId: z.uuid().optional(),
  cursor: z.string().max(600).optional(),
  limit: z.coerce.number().int().min(1).max(200).default(50),
});
/** `key`: the console's own, which packages are signed with: to be given to whoever checks them. */
export const evidenceReply = listOf(evidenceRecord).extend({
  key: z.object({ keyId: z.string(), publicKey: z.string() }),
});

/** `timeZone`: in which the document and the tables tell times. */
export const makeEvidenceBody = z.strictObject({
  reason: z.string().trim().min(shortestReason, 'Write why it leaves.').max(longestNote),
  recipient: z.string().trim().min(2, 'Write to whom it goes.').max(200),
  timeZone: timeZoneName.default('UTC'),
});
export const makeTransactionEvidenceBody = makeEvidenceBody.extend({
  transactions: z
    .array(z.strictObject({ profileId: int64Text, id: int64Text }))
    .min(1)
    .max(mostTransactionsInEvidence),
});

type Made = z.output<typeof makeEvidenceBody>;
const texts = {
  reason: ({ reason }: Made) => reason,
  texts: ({ recipient }: Made) => ({ recipient }),
};

export const listEvidence = serveEndpoint(endpoints.listEvidence, {
  query: evidenceQuery,
  reply: evidenceReply,
});
export const getEvidence = serveEndpoint(endpoints.getEvidence, {
  params: z.strictObject({ evidenceId: z.uuid() }),
  reply: evidenceDetail,
});
export const makeCaseEvidence = serveEndpoint(endpoints.makeCaseEvidence, {
  params: z.strictObject({ caseId: z.uuid() }),
  body: makeEvidenceBody,
  reply: 'raw',
  audit: {
    action: 'cases.evidence',
    target: ({ params }) => ({ type: 'case', id: params.caseId ?? '' }),
    ...texts,
    isSealed: true,
  },
});
export const makeTransactionEvidence = serveEndpoint(endpoints.makeTransactionEvidence, {
  body: makeTransactionEvidenceBody,
  reply: 'raw',
  audit: {
    action: 'transactions.evidence',
    target: () => ({ type: 'transactions', id: 'archive' }),
    ...texts,
    isSealed: true,
  },
});
