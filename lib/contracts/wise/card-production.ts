import { z } from 'zod';
import { textOrNull } from './absent.ts';

/** GET production of a card that is printed at a kiosk. `status` is open, see `productionStatuses`. */
export const productionStatus = z.looseObject({
  status: z.string(),
  kioskId: textOrNull,
  occurredAt: textOrNull,
  errorCode: textOrNull,
  description: textOrNull,
});
