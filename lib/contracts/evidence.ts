import type { z } from 'zod';
import { defineEndpoint } from './define-endpoint.ts';
import type * as schema from './evidence.schema.ts';

export type EvidenceRecord = z.output<typeof schema.evidenceRecord>;
export type EvidenceDetail = z.output<typeof schema.evidenceDetail>;
export type EvidenceList = z.output<typeof schema.evidenceReply>;
export type EvidenceQuery = z.input<typeof schema.evidenceQuery>;

/** What left as evidence, the newest first; the packages themselves are not kept. */
export const listEvidence = defineEndpoint<{ query: EvidenceQuery; reply: EvidenceList }>()({
  method: 'GET',
  path: '/api/evidence',
  consolePermission: 'cases.evidence',
});

export const getEvidence = defineEndpoint<{ params: { evidenceId: string }; reply: EvidenceDetail }>()({
  method: 'GET',
  path: '/api/evidence/{evidenceId}',
  consolePermission: 'cases.evidence',
});

/** A zip: a case with its payments, to read and to check. `npm run verify-evidence` does the latter. */
export const makeCaseEvidence = defineEndpoint<{
  params: { caseId: string };
  body: z.input<typeof schema.makeEvidenceBody>;
  reply: string;
}>()({
  method: 'POST',
  path: '/api/cases/{caseId}/evidence',
  consolePermission: 'cases.evidence',
  lane: 'evidence',
});

/** A zip: transactions, to read and to check. */
export const makeTransactionEvidence = defineEndpoint<{
  body: z.input<typeof schema.makeTransactionEvidenceBody>;
  reply: string;
}>()({
  method: 'POST',
  path: '/api/transactions/evidence',
  consolePermission: 'cases.evidence',
  lane: 'evidence',
});
