import { z } from 'zod';
import { orNull, textOrNull } from './absent.ts';
import { decimal } from './decimal.ts';
import { int64 } from './int64.ts';

/** Wise: at most this many transfers in a group. */
export const batchGroupSize = 1000;
export const batchGroupNameLength = 100;

const bankAddress = orNull(z.record(z.string(), z.unknown()));

/** Which of these a currency has differs; what is null is not shown. */
export const payInDetails = z.looseObject({
  type: z.string(),
  reference: z.string(),
  amount: decimal,
  currency: z.string(),
  name: textOrNull,
  branchName: textOrNull,
  accountNumber: textOrNull,
  accountType: textOrNull,
  bankCode: textOrNull,
  bankAddress,
  transferWiseAddress: bankAddress,
  iban: textOrNull,
  bban: textOrNull,
  institutionNumber: textOrNull,
  transitNumber: textOrNull,
  beneficiaryBankBIC: textOrNull,
  intermediaryBankBIC: textOrNull,
  fpsIdentifier: textOrNull,
  clearingNumber: textOrNull,
});

export const batchGroup = z.looseObject({
  id: z.string(),
  /** int64, of any sign and without order; sent back exactly as it came. */
  version: int64,
  name: z.string(),
  sourceCurrency: z.string(),
  status: z.string(),
  transferIds: z.array(int64),
  /** Wise: filled while the group is COMPLETED. An older page spells the empty list `payInReferences`. */
  payInDetails: orNull(z.array(payInDetails)),
});

export const batchGroupBody = z.object({
  sourceCurrency: z.string(),
  name: z.string().min(1).max(batchGroupNameLength),
});

/** The answer to funding from a balance has no version. Neither `status` nor `alreadyPaid` proves that money moved. */
export const batchPaymentReply = z.looseObject({
  id: z.string(),
  name: textOrNull,
  alreadyPaid: orNull(z.boolean()),
  status: textOrNull,
  transferIds: orNull(z.array(int64)),
});

/** USD by ACH, CAD by EFT. */
export const directDebitTypes = { USD: 'ACH', CAD: 'EFT' } as const;

export const directDebitAccount = z.looseObject({
  id: int64,
  currency: z.string(),
  type: z.string(),
  details: z.looseObject({
    routingNumber: textOrNull,
    accountNumber: textOrNull,
    accountType: textOrNull,
  }),
});
export const directDebitAccountListReply = z.array(directDebitAccount);

/** Wise: at most ten characters. */
export const paymentInitiationReferenceLength = 10;

/** NEW, PROCESSING, COMPLETED, FAILED or CHARGED_BACK today; open. */
export const paymentInitiation = z.looseObject({
  id: int64,
  batchGroupId: z.string(),
  reference: textOrNull,
  type: z.string(),
  status: z.string(),
  accountId: int64,
  transferId: orNull(int64),
  createdTime: textOrNull,
});
