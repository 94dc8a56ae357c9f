import { z } from 'zod';
import { textOrNull } from './absent.ts';

/**
 * GET and PUT production of a card that is printed at a kiosk. `status` is open: READY, IN_PROGRESS, PRODUCED and
 * PRODUCTION_ERROR are its life; with REQUEST_ERROR a request is refused.
 */
export const productionStatus = z.looseObject({
  status: z.string(),
  kioskId: textOrNull,
  /** When the request was sent to the kiosk: it names the attempt. */
  occurredAt: textOrNull,
  errorCode: textOrNull,
  description: textOrNull,
});

/** Wise: the card's data is gone this long after the card was made; only a new order helps. */
export const producibleDays = 60;

/** A refusal that is none: the job waits at the kiosk and begins by itself. */
export const waitingCode = 'REQUEST_CREATED_BUT_NOT_STARTED';

export const produceCardBody = z.object({ kioskId: z.string().min(1) });

/** On the sandbox alone, and of a card that was sent to a kiosk. */
export const simulatedProductionBody = z
  .object({ status: z.enum(['PRODUCED', 'PRODUCTION_ERROR']), errorCode: z.string().min(1).optional() })
  .refine(({ errorCode, status }) => errorCode === undefined || status === 'PRODUCTION_ERROR', {
    path: ['errorCode'],
    message: 'goes with PRODUCTION_ERROR only',
  });
export type SimulatedProductionBody = z.infer<typeof simulatedProductionBody>;
