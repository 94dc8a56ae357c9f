import { z } from 'zod';
import { plasticPlaces, printJobStates, reasonsNotToSend } from '../catalogues/printing.ts';
import * as endpoints from './card-productions.ts';
import { cardPath, cardTarget } from './cards.schema.ts';
import { instant, serveEndpoint } from './endpoint-schema.ts';

export const kioskId = z.string().regex(/^[\w-]{1,40}$/, 'A kiosk’s id like WIS00001.');

/** One attempt to print a card. `occurredAt`: when Wise sent it to the kiosk; `durationMs`: from then to its end. */
export const printJob = z.object({
  id: z.uuid(),
  profileId: z.string(),
  cardToken: z.string(),
  lastFourDigits: z.string().nullable(),
  /** Null where this reader is not told, and where the index does not know the card. */
  cardHolderName: z.string().nullable(),
  kioskId: z.string(),
  kioskPlace: z.string().nullable(),
  branchId: z.string().nullable(),
  state: z.enum(printJobStates),
  /** Null for one that was sent elsewhere. */
  sentBy: z.string().nullable(),
  createdAt: instant,
  occurredAt: instant.nullable(),
  endedAt: instant.nullable(),
  durationMs: z.number().int().nullable(),
  errorStatus: z.string().nullable(),
  errorCode: z.string().nullable(),
  retryOf: z.uuid().nullable(),
  whatWasDone: z.string().nullable(),
  previousPlastic: z.enum(plasticPlaces).nullable(),
});

/** As Wise tells it now; `status` is open, and null for a card that is not collected at a kiosk. */
export const cardProduction = z.object({
  profileId: z.string(),
  cardToken: z.string(),
  lastFourDigits: z.string(),
  status: z.string().nullable(),
  kioskId: z.string().nullable(),
  occurredAt: instant.nullable(),
  errorCode: z.string().nullable(),
  /** Where it is collected; null while no branch is named. */
  branchId: z.string().nullable(),
  cardMadeAt: z.string(),
  /** By the server's clock. */
  ageDays: z.number().int(),
  lastJob: printJob.nullable(),
  tries: z.number().int(),
  offer: z.object({
    whyNot: z.enum(reasonsNotToSend).nullable(),
    needsAccount: z.boolean(),
    needsClearance: z.boolean(),
    clearanceAt: z.string().nullable(),
    needsEmptyTrays: z.boolean(),
  }),
  asOf: instant,
});

const text = (atMost: number) => z.string().trim().min(1).max(atMost);
export const sendToKioskBody = z.strictObject({
  kioskId,
  /** About the try before, where there was one. */
  again: z
    .strictObject({
      /** The try it is about: another one since then refuses this. Null: it was made elsewhere. */
      afterJobId: z.uuid().nullable(),
      whatWasDone: text(300),
      previousPlastic: z.enum(plasticPlaces),
      /** Who stood by when it was destroyed. */
      witnessId: z.uuid().optional(),
      /** Who agreed to a further try: the engineer, or Wise with a reference. */
      clearedBy: text(80).optional(),
    })
    .optional(),
});

export const getCardProduction = serveEndpoint(endpoints.getCardProduction, {
  params: cardPath,
  reply: cardProduction,
});
export const sendToKiosk = serveEndpoint(endpoints.sendToKiosk, {
  params: cardPath,
  body: sendToKioskBody,
  reply: cardProduction,
  audit: {
    action: 'production.send',
    target: cardTarget,
    reason: (body: z.output<typeof sendToKioskBody>) => body.again?.whatWasDone,
    details: ({ again, kioskId: id }: z.output<typeof sendToKioskBody>) => ({
      kioskId: id,
      ...(again && {
        afterJobId: again.afterJobId,
        previousPlastic: again.previousPlastic,
        ...(again.witnessId && { witnessId: again.witnessId }),
      }),
    }),
  },
});
