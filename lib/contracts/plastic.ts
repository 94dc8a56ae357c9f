import type { z } from 'zod';
import { defineEndpoint } from './define-endpoint.ts';
import type * as schema from './plastic.schema.ts';

export type PlasticDay = z.output<typeof schema.plasticDay>;
export type PlasticQuery = z.input<typeof schema.plasticQuery>;
export type PlasticMovement = PlasticDay['rows'][number];

/** What came, went and was counted at a branch on one day of its own zone, and whether it balances. */
export const getPlasticDay = defineEndpoint<{ query: PlasticQuery; reply: PlasticDay }>()({
  method: 'GET',
  path: '/api/plastic',
  consolePermission: 'kiosks.read',
});
/** Adds a row; none is ever changed. What was produced comes from the print jobs. */
export const recordPlastic = defineEndpoint<{
  body: z.input<typeof schema.recordPlasticBody>;
  reply: PlasticDay;
}>()({
  method: 'POST',
  path: '/api/plastic',
  consolePermission: 'plastic.write',
  needsIdempotencyKey: true,
});
/** One of the two names under a day. A row that comes later takes both away. */
export const signPlasticDay = defineEndpoint<{
  body: z.input<typeof schema.signPlasticBody>;
  reply: PlasticDay;
}>()({ method: 'POST', path: '/api/plastic/sign', consolePermission: 'plastic.write' });
/** A month of a branch: its days, then every row. */
export const exportPlastic = defineEndpoint<{
  query: z.input<typeof schema.plasticExportQuery>;
  reply: string;
}>()({ method: 'GET', path: '/api/plastic/export.csv', consolePermission: 'kiosks.read' });
