import type { z } from 'zod';
import { defineEndpoint } from './define-endpoint.ts';
import type * as schema from './retention.schema.ts';

export type RetentionRule = z.output<typeof schema.retentionRule>;
export type Retention = z.output<typeof schema.retentionReply>;
export type RetentionPreview = z.output<typeof schema.retentionPreviewReply>;

/** How long each class is kept, and what goes next. */
export const getRetention = defineEndpoint<{ reply: Retention }>()({
  method: 'GET',
  path: '/api/retention',
  consolePermission: 'retention.read',
});

/** What would have passed its time, were a class kept for so many days. */
export const previewRetention = defineEndpoint<{
  query: z.input<typeof schema.retentionPreviewQuery>;
  reply: RetentionPreview;
}>()({ method: 'GET', path: '/api/retention/preview', consolePermission: 'retention.read' });

/** Always waits for a second administrator; what has passed its time by then is deleted at once. */
export const changeRetention = defineEndpoint<{
  body: z.input<typeof schema.changeRetentionBody>;
  reply: { approvalId: string };
}>()({ method: 'PUT', path: '/api/retention', consolePermission: 'retention.write' });
