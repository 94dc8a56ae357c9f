import { z } from 'zod';
import { textOrNull } from './absent.ts';
import { int64 } from './int64.ts';

const amount = z.object({
  value: z.number(),
  currency: z.string().regex(/^[A-Z]{3}$/, 'must be a currency'),
});
const transactionType = z.enum(['GOODS_AND_SERVICES', 'CASH_WITHDRAWAL', 'REFUND']);
export type SimulatedTransactionType = z.infer<typeof transactionType>;

/** POST v2 authorisation. `cardNumber` is the whole number as sensitive card details give it. */
export const simulatedAuthorisationBody = z.object({
  pos: z.enum(['CHIP_AND_PIN', 'E_COMMERCE_NO_3DS']),
  transactionType,
  amount,
  mcc: z.int().min(0).max(9999),
  cardNumber: z.string(),
});

/**
 * What Wise gives back of an authorisation and takes again as `ref`. It holds the card's number, PIN and security codes in
 * clear, so it is never logged. Of it only what says which authorisation is meant is named here.
 */
export const simulationReference = z.looseObject({
  transaction: z.looseObject({
    card: z.looseObject({ token: z.string(), pan: z.string() }),
    stan: z.string(),
    schemeTransactionId: z.string(),
    retrievalReferenceNum: z.string(),
  }),
  authorizationIdResponse: textOrNull,
});
export type SimulationReference = z.infer<typeof simulationReference>;

/** POST v1 clearing and reversal. For a reversal the amount is what is left; 0 lets everything go. */
export const simulatedStepBody = z.object({ amount, transactionType, ref: simulationReference });

/** `error` tells what became of the transaction where it is not what was asked for. */
export const simulationReply = z.looseObject({ reference: simulationReference, error: textOrNull });

/** GET v2, newest first. `creationTime` in seconds with a fraction. */
export const simulatedTransactions = z.array(
  z.looseObject({ transactionId: int64, creationTime: z.number() }),
);
