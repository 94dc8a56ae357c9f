import { produceCardBody, simulatedProductionBody } from '../../contracts/wise/card-production.ts';
import type { Emulator } from '../emulator.ts';
import type { ProductionRecord } from '../entities.ts';
import { productionCodes } from '../issuing/production-codes.ts';
import { catchUpProduction, endPrint, sendToKiosk } from '../issuing/productions.ts';
import { cardOfCallerOrThrow } from './cards.ts';
import type { EmulatorContext } from './context.ts';
import { parseBody } from './parse.ts';
import { profileOfCallerOrThrow } from './profiles.ts';
import { validationRefusal } from './refusal.ts';
import type { WiseRouter } from './router.ts';
import type { UserCaller } from './tokens.ts';

function printProduction({ description, errorCode, kioskId, occurredAt, status }: ProductionRecord) {
  return { status, kioskId, occurredAt, errorCode, description };
}

export function registerCardProduction(router: WiseRouter, emulator: Emulator): void {
  const { world } = emulator;

  // Emulator choice: Wise does not say what a card answers that is not collected at a kiosk, or is not ready yet.
  const findOrThrow = (c: EmulatorContext, caller: UserCaller) => {
    const card = cardOfCallerOrThrow(world, c, caller);
    const production = catchUpProduction(emulator, card.token);
    if (production) return { card, production };
    throw validationRefusal(404, {
      code: 'card.production.not.found',
      message: 'Card production not found',
      path: 'cardToken',
      arguments: [card.token],
    });
  };

  router.forUser('GET /v3/spend/profiles/{profileId}/cards/{cardToken}/production', (c, caller) =>
    c.json(printProduction(findOrThrow(c, caller).production)),
  );

  router.forUser('PUT /v3/spend/profiles/{profileId}/cards/{cardToken}/production', async (c, caller) => {
    profileOfCallerOrThrow(world, c, caller);
    const { kioskId } = await parseBody(c, produceCardBody);
    // Read only now: another request may have sent it while this one's body arrived.
    const { card, production } = findOrThrow(c, caller);
    const sent = sendToKiosk(emulator, card, production, kioskId);
    if (sent.status === 'REQUEST_ERROR') return c.json(printProduction(sent), 422);
    // Wise: what was accepted has no keys of an error.
    const { occurredAt, status } = sent;
    return c.json({ status, kioskId, occurredAt });
  });

  router.forUser(
    'POST /v1/simulation/spend/profiles/{profileId}/cards/{cardToken}/production',
    async (c, caller) => {
      profileOfCallerOrThrow(world, c, caller);
      const { errorCode, status } = await parseBody(c, simulatedProductionBody);
      // Emulator choice: only codes Wise knows, and the one for the unknown where none is named.
      if (errorCode !== undefined && !Object.hasOwn(productionCodes, errorCode))
        throw validationRefusal(400, { code: 'NOT_VALID', message: 'is no such code', path: 'errorCode' });
      const { card, production } = findOrThrow(c, caller);
      // Wise: the card must have been sent to a kiosk. Emulator choice: the answer where it was not.
      if (production.status !== 'IN_PROGRESS')
        throw validationRefusal(422, {
          code: 'card.production.not.in.progress',
          message: 'The card is not being produced',
          path: 'cardToken',
          arguments: [production.status],
        });
      endPrint(emulator, card, production, status === 'PRODUCED' ? null : (errorCode ?? 'UNKNOWN_ERROR'));
      return c.body(null, 200);
    },
  );
}
