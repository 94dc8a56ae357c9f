import { z } from 'zod';
import { plasticKinds } from '../catalogues/plastic.ts';
import { branchId, kioskId } from './branches.schema.ts';
import { instant, serveEndpoint } from './endpoint-schema.ts';
import * as endpoints from './plastic.ts';

const count = z.number().int();
const day = z.iso.date();
const note = z.string().trim().max(300).default('');

/** Without a day: today in the branch's zone. Without a branch: the first one the reader may see. */
export const plasticQuery = z.strictObject({ branchId: branchId.optional(), day: day.optional() });
export const plasticDay = z.object({
  branch: z.object({ id: branchId, name: z.string(), timeZone: z.string() }),
  day,
  today: day,
  blanksIn: count,
  produced: count,
  spoiled: count,
  destroyed: count,
  correction: count,
  countedAtOpen: count.nullable(),
  countedAtClose: count.nullable(),
  /** What the day before left; null before the first count. */
  carried: count.nullable(),
  opening: count.nullable(),
  expected: count.nullable(),
  differenceAtOpen: count.nullable(),
  differenceAtClose: count.nullable(),
  toDestroy: count,
  /** Prints of the day that ended in a fault: each may have left plastic. */
  faults: count,
  /** Newest first. */
  rows: z.array(
    z.object({
      id: z.uuid(),
      kind: z.enum(plasticKinds),
      quantity: count,
      kioskId: kioskId.nullable(),
      note: z.string(),
      recordedBy: z.string(),
      witnessedBy: z.string().nullable(),
      at: instant,
    }),
  ),
  kiosks: z.array(
    z.object({
      id: kioskId,
      place: z.string(),
      isActive: z.boolean(),
      produced: count,
      spoiled: count,
      destroyed: count,
    }),
  ),
  /** Those that still stand. */
  signatures: z.array(z.object({ name: z.string(), isOwn: z.boolean(), note: z.string(), at: instant })),
  /** Null where this reader may sign now. */
  whyNotSign: z.enum(['not-counted', 'signed', 'signed-by-you']).nullable(),
  /** The day is off, and nobody has explained it yet. */
  needsNote: z.boolean(),
  /** Who may stand by: managers of the branch and administrators, never the reader. */
  witnesses: z.array(z.object({ id: z.uuid(), name: z.string() })),
  asOf: instant,
});

export const recordPlasticBody = z.strictObject({
  branchId,
  day,
  kind: z.enum(plasticKinds),
  quantity: count,
  kioskId: kioskId.optional(),
  witnessId: z.uuid().optional(),
  note,
});
export const signPlasticBody = z.strictObject({ branchId, day, note });
export const plasticExportQuery = z.strictObject({
  branchId,
  month: z.string().regex(/^\d{4}-(0[1-9]|1[0-2])$/, 'A month like 2026-11.'),
});

const target = ({ body }: { body: { branchId: string } }) => ({ type: 'branch' as const, id: body.branchId });

export const getPlasticDay = serveEndpoint(endpoints.getPlasticDay, {
  query: plasticQuery,
  reply: plasticDay,
});
export const recordPlastic = serveEndpoint(endpoints.recordPlastic, {
  body: recordPlasticBody,
  reply: plasticDay,
  audit: {
    action: 'plastic.record',
    target,
    details: ({ branchId: _branch, note: _note, ...codes }: z.output<typeof recordPlasticBody>) => codes,
  },
});
export const signPlasticDay = serveEndpoint(endpoints.signPlasticDay, {
  body: signPlasticBody,
  reply: plasticDay,
  audit: {
    action: 'plastic.sign',
    target,
    details: ({ day: signed }: z.output<typeof signPlasticBody>) => ({ day: signed }),
  },
});
export const exportPlastic = serveEndpoint(endpoints.exportPlastic, {
  query: plasticExportQuery,
  reply: 'raw',
});
