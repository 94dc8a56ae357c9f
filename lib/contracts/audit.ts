import type { z } from 'zod';
import type * as schema from './audit.schema.ts';
import { defineEndpoint } from './define-endpoint.ts';

export type AuditRow = z.output<typeof schema.auditRow>;
export type AuditHead = z.output<typeof schema.auditHead>;
export type AuditQuery = z.input<typeof schema.auditQuery>;

export const listAudit = defineEndpoint<{ query: AuditQuery; reply: z.output<typeof schema.auditList> }>()({
  method: 'GET',
  path: '/api/audit',
  consolePermission: 'audit.read',
});
export const getAuditHead = defineEndpoint<{ reply: AuditHead }>()({
  method: 'GET',
  path: '/api/audit/head',
  consolePermission: 'audit.read',
});
export const exportAudit = defineEndpoint<{
  query: z.input<typeof schema.auditExportQuery>;
  reply: string;
}>()({
  method: 'GET',
  path: '/api/audit/export',
  consolePermission: 'audit.export',
});
