import { z } from 'zod';
import { batchGroupPath, batchGroupReply, batchGroupTarget } from './batch-groups.schema.ts';
import * as endpoints from './batch-payments.ts';
import { batchRow, batchRowFault } from './batch-rows.schema.ts';
import { currencyCode, decimalText, int64Text, serveEndpoint, several } from './endpoint-schema.ts';

/** One entry of a form, as Wise describes it. `type` is Wise's: text, select, radio or date today. */
export const paymentField = z.object({
  /** Wise's own, dotted for a part of the address. */
  key: z.string(),
  /** The row's field that holds it: `name`, `details.IBAN`, `transfer.transferPurpose`. */
  field: z.string(),
  label: z.string(),
  type: z.string(),
  isRequired: z.boolean(),
  /** Once it has another value Wise may ask for other fields. */
  isRefreshing: z.boolean(),
  displayFormat: z.string().nullable(),
  example: z.string().nullable(),
  minLength: z.number().int().nullable(),
  maxLength: z.number().int().nullable(),
  choices: z.array(z.object({ key: z.string(), name: z.string() })),
});

/** What was chosen of Wise's choices so far, as `key=value`. What is typed never travels in an address. */
const chosen = several(z.string().regex(/^[A-Za-z][\w.]{0,60}=[\w.-]{1,100}$/));

export const paymentFormQuery = z.strictObject({
  target: currencyCode.optional(),
  /** The kind of account that was filled in. */
  type: z.string().max(80).optional(),
  chosen,
});
/** `kinds`: null before a currency is chosen, and none where Wise pays nothing to it. */
export const paymentFormReply = z.object({
  currencies: z.array(z.string()),
  kinds: z.array(z.object({ type: z.string(), title: z.string(), fields: z.array(paymentField) })).nullable(),
});

export const transferFormQuery = z.strictObject({
  target: currencyCode,
  recipientId: int64Text.optional(),
  type: z.string().max(80).optional(),
  side: z.enum(['source', 'target']),
  amount: decimalText,
  chosen,
});
/** `known`: null where Wise can be asked only once the payee is there. */
export const transferFormReply = z.object({
  known: z.object({ referenceLength: z.number().int().nullable(), fields: z.array(paymentField) }).nullable(),
});

export const knownPayee = z.object({
  id: int64Text,
  name: z.string(),
  currency: z.string(),
  /** As Wise prints it. */
  account: z.string().nullable(),
  type: z.string(),
});
/** An id, or the account whole: an IBAN, a bank's number and the account's, an e-mail address. */
export const findPayeeBody = z.strictObject({ text: z.string().trim().min(1).max(200) });
export const findPayeeReply = z.object({ items: z.array(knownPayee) });

/** `accept`: codes of doubts that the person takes on themselves. */
export const addPaymentBody = z.strictObject({
  version: z.number().int(),
  cells: z.record(z.string().max(80), z.string().max(500)),
  accept: z.array(z.string().max(300)).max(20).default([]),
});
/** Nothing was added while something is to be mended. */
export const addPaymentReply = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('added'), row: batchRow, group: batchGroupReply }),
  z.object({ kind: z.literal('to-mend'), faults: z.array(batchRowFault) }),
]);

export const readPaymentForm = serveEndpoint(endpoints.readPaymentForm, {
  params: batchGroupPath,
  query: paymentFormQuery,
  reply: paymentFormReply,
});
export const readTransferForm = serveEndpoint(endpoints.readTransferForm, {
  params: batchGroupPath,
  query: transferFormQuery,
  reply: transferFormReply,
});
export const findPayee = serveEndpoint(endpoints.findPayee, {
  params: batchGroupPath,
  body: findPayeeBody,
  reply: findPayeeReply,
  audit: { action: 'batch-groups.find-payee', target: batchGroupTarget },
});
export const addPayment = serveEndpoint(endpoints.addPayment, {
  params: batchGroupPath,
  body: addPaymentBody,
  reply: addPaymentReply,
  audit: { action: 'batch-groups.add-payment', target: batchGroupTarget },
});
