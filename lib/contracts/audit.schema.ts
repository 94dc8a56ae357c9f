import { z } from 'zod';
import * as endpoints from './audit.ts';
import { instant, listOf, serveEndpoint } from './endpoint-schema.ts';

/**
 * One row of the chain. `withheld` is null where the reader may not know who acted; `withheldDigest` stands in the hash
 * instead, so that the chain can be checked without it.
 */
export const auditRow = z.object({
  sequence: z.string(),
  at: instant,
  phase: z.enum(['intent', 'outcome', 'reconciled', 'event']),
  action: z.string(),
  outcome: z.enum(['succeeded', 'failed', 'unknown']).nullable(),
  errorCode: z.string().nullable(),
  targetType: z.string(),
  targetId: z.string(),
  profileId: z.string().nullable(),
  intentSequence: z.string().nullable(),
  requestId: z.string().nullable(),
  details: z.record(z.string(), z.unknown()),
  withheld: z
    .object({
      actorId: z.string().nullable(),

      actorRole: z.string().nullable(),
    })
    .nullable(),
  /** The person's present name, for reading; it is no part of the chain. */
  actorName: z.string().nullable(),
  withheldDigest: z.string(),
  previousHash: z.string(),
  hash: z.string(),
});
export const auditQuery = z.strictObject({
  query: z.string().trim().max(200).optional(),
  action: z.string().max(80).optional(),
  outcome: z.enum(['succeeded', 'failed', 'unknown']).optional(),
  from: instant.optional(),
  until: instant.optional(),
  cursor: z.string().max(40).optional(),
  limit: z.coerce.number().int().min(1).max(200).default(50),
});
export const auditList = listOf(auditRow).extend({ actions: z.array(z.string()) });
/** The newest signed head. `signature`: Ed25519 over `sequence:hash`, base64. */
export const auditHead = z.object({
  sequence: z.string(),
  hash: z.string(),
  signedAt: instant.nullable(),
  signature: z.string().nullable(),
  publicKey: z.string(),
  keyId: z.string(),
});
/** JSON lines: a header, every row in order, the signed heads between, the newest head last. */
export const auditExportQuery = z.strictObject({
  reason: z.enum(['regulator', 'internal-audit', 'investigation', 'routine']),
});

export const listAudit = serveEndpoint(endpoints.listAudit, { query: auditQuery, reply: auditList });
export const getAuditHead = serveEndpoint(endpoints.getAuditHead, { reply: auditHead });
export const exportAudit = serveEndpoint(endpoints.exportAudit, {
  query: auditExportQuery,
  reply: 'raw',
  audit: { action: 'audit.export', target: () => ({ type: 'audit', id: 'trail' }) },
});
