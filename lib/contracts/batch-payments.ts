import type { z } from 'zod';
import type { BatchGroupPath } from './batch-groups.ts';
import type * as schema from './batch-payments.schema.ts';
import { defineEndpoint } from './define-endpoint.ts';

export type PaymentField = z.output<typeof schema.paymentField>;
export type PaymentForm = z.output<typeof schema.paymentFormReply>;
export type TransferForm = z.output<typeof schema.transferFormReply>;
export type KnownPayee = z.output<typeof schema.knownPayee>;
export type NewPayment = z.input<typeof schema.addPaymentBody>;
export type AddedPayment = z.output<typeof schema.addPaymentReply>;

/** What one payment in a currency has to say, by Wise’s account requirements. Kept an hour, as the checks keep them. */
export const readPaymentForm = defineEndpoint<{
  params: BatchGroupPath;
  query: z.input<typeof schema.paymentFormQuery>;
  reply: PaymentForm;
}>()({
  method: 'GET',
  path: '/api/profiles/{profileId}/batch-groups/{batchGroupId}/payment-form',
  consolePermission: 'batch-groups.write',
});

/** What Wise asks of the transfer itself: a quote for the amount is made, and taken up by nobody. */
export const readTransferForm = defineEndpoint<{
  params: BatchGroupPath;
  query: z.input<typeof schema.transferFormQuery>;
  reply: TransferForm;
}>()({
  method: 'GET',
  path: '/api/profiles/{profileId}/batch-groups/{batchGroupId}/transfer-form',
  consolePermission: 'batch-groups.write',
});

/** Recipients of the profile by id or by the very same account, never by name. */
export const findPayee = defineEndpoint<{
  params: BatchGroupPath;
  body: z.input<typeof schema.findPayeeBody>;
  reply: z.output<typeof schema.findPayeeReply>;
}>()({
  method: 'POST',
  path: '/api/profiles/{profileId}/batch-groups/{batchGroupId}/find-payee',
  consolePermission: 'batch-groups.write',
});

/** One row, checked like those of a file. Nothing is sent to Wise. */
export const addPayment = defineEndpoint<{
  params: BatchGroupPath;
  body: NewPayment;
  reply: AddedPayment;
}>()({
  method: 'POST',
  path: '/api/profiles/{profileId}/batch-groups/{batchGroupId}/payments',
  consolePermission: 'batch-groups.write',
});
