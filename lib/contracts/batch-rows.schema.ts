import { z } from 'zod';
import { batchRowStateValues } from '../catalogues/batch-statuses.ts';
import { batchGroupPath, batchGroupReply, batchGroupTarget } from './batch-groups.schema.ts';
import * as endpoints from './batch-rows.ts';
import { instant, serveEndpoint } from './endpoint-schema.ts';

/** By the canonical field: `name`, `amount`, `details.IBAN`. As they were typed. */
const cells = z.record(z.string().max(80), z.string().max(500));

/** `accepts`: a person may say that it is meant so. Everything else has to be mended. */
export const batchRowFault = z.object({
  field: z.string(),
  code: z.string(),
  message: z.string(),
  mend: z.string(),
  /** To be put in its place, the likeliest first. */
  suggestions: z.array(z.string()),
  isAcceptable: z.boolean(),
});
/** What nobody has to mend and an approver has to see. */
export const batchRowFlag = z.discriminatedUnion('code', [
  z.object({ code: z.literal('new-payee') }),
  z.object({ code: z.literal('account-changed-behind-known-name'), recipientIds: z.array(z.string()) }),
  z.object({ code: z.literal('duplicate-in-file'), row: z.number().int() }),
  z.object({ code: z.literal('like-recent-batch'), name: z.string(), date: z.string() }),
  z.object({ code: z.literal('formula-like'), field: z.string() }),
]);

/** One thing that Wise told of the name or the account at the bank. Types and outcomes are Wise's own, and open. */
export const nameCheck = z.object({
  type: z.string(),
  outcome: z.string(),
  providedName: z.string().nullable(),
  resolvedName: z.string().nullable(),
});

export const batchRow = z.object({
  rowNumber: z.number().int(),
  state: z.enum(batchRowStateValues),
  step: z.enum(['recipient', 'quote', 'name', 'transfer']).nullable(),
  cells,
  faults: z.array(batchRowFault),
  flags: z.array(batchRowFlag),
  /** Codes of faults that a person has accepted. */
  accepted: z.array(z.string()),
  /** The account is new: a recipient is made for it. */
  isNewPayee: z.boolean(),
  /** All that is open of it: it is accepted, mended or left out as a whole. */
  nameChecks: z.array(nameCheck),
  /** Of the error catalogue: why Wise did not take it, or what is not certain. */
  code: z.string().nullable(),
  fixedSide: z.enum(['source', 'target']).nullable(),
  amount: z.string().nullable(),
  targetCurrency: z.string().nullable(),
  recipientId: z.string().nullable(),
  sourceAmount: z.string().nullable(),
  targetAmount: z.string().nullable(),
  fee: z.string().nullable(),
  rate: z.string().nullable(),
  transferId: z.string().nullable(),
  transferStatus: z.string().nullable(),
  /** When it came to that status: as Wise's webhook said, or when it was first read so. */
  transferStatusAt: instant.nullable(),
  /** The payee's bank sent it back; Wise goes on from there. */
  bouncedAt: instant.nullable(),
  /** Why it could not be delivered, by Wise's code. */
  payoutFailure: z.object({ code: z.string(), at: instant.nullable() }).nullable(),
  /** The group in which this returned row is sent again. */
  sentAgainIn: z.uuid().nullable(),
  /** The returned row that this one sends again. */
  sendsAgain: z.object({ batchGroupId: z.uuid(), rowNumber: z.number().int() }).nullable(),
  changedAt: instant,
});

/** `since`: the `asOf` of the reading before; only what changed comes. */
export const batchRowsQuery = z.strictObject({ since: instant.optional() });
export const batchRowsReply = z.object({
  items: z.array(batchRow),
  /** Of all rows of the group: who reads only what changed learns by it that some are gone. */
  total: z.number().int(),
  version: z.number().int(),
  asOf: instant,
});

/** For each column of the file the field it holds; null = it is left alone. */
const mapping = z.array(z.string().max(80).nullable()).max(200);

/** `content`: the file's bytes. `replaces`: the rows that are there are thrown away first. */
export const addBatchRowsBody = z.strictObject({
  version: z.number().int(),
  content: z.base64().max(3_000_000),
  replaces: z.boolean().default(false),
  mapping: mapping.optional(),
});
/** Where the header leaves a doubt, a person says what each column holds; nothing was added then. */
export const addBatchRowsReply = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('added'), rows: z.number().int(), group: batchGroupReply }),
  z.object({
    kind: z.literal('needs-mapping'),
    header: z.array(z.string()),
    samples: z.array(z.array(z.string())),
    suggestion: mapping,
  }),
]);

export const changeBatchRowsBody = z.strictObject({
  version: z.number().int(),
  rows: z
    .array(
      z.strictObject({
        rowNumber: z.number().int().min(1),
        cells: cells.optional(),
        leaveOut: z.boolean().optional(),
        accept: z.array(z.string().max(300)).max(20).optional(),
      }),
    )
    .min(1)
    .max(1000),
});
/** Rows that changed, others among them: a duplicate is one of two. */
export const changeBatchRowsReply = z.object({ group: batchGroupReply, rows: z.array(batchRow) });

export const listBatchRows = serveEndpoint(endpoints.listBatchRows, {
  params: batchGroupPath,
  query: batchRowsQuery,
  reply: batchRowsReply,
});
export const addBatchRows = serveEndpoint(endpoints.addBatchRows, {
  params: batchGroupPath,
  body: addBatchRowsBody,
  reply: addBatchRowsReply,
  audit: { action: 'batch-groups.add-rows', target: batchGroupTarget },
});
export const changeBatchRows = serveEndpoint(endpoints.changeBatchRows, {
  params: batchGroupPath,
  body: changeBatchRowsBody,
  reply: changeBatchRowsReply,
  audit: {
    action: 'batch-groups.change-rows',
    target: batchGroupTarget,
    details: (body: z.output<typeof changeBatchRowsBody>) => ({
      rows: body.rows.map(({ rowNumber }) => rowNumber).slice(0, 50),
      count: body.rows.length,
    }),
  },
});
export const exportBatchRows = serveEndpoint(endpoints.exportBatchRows, {
  params: batchGroupPath,
  query: z.strictObject({ rows: z.enum(['all', 'to-mend']).default('to-mend') }),
  reply: 'raw',
});
