import type { Emulator } from '../emulator.ts';
import { cardOfCallerOrThrow } from './cards.ts';
import { validationRefusal } from './refusal.ts';
import type { WiseRouter } from './router.ts';

export function registerCardProduction(router: WiseRouter, { world }: Emulator): void {
  // Emulator choice: Wise does not say what a card answers that is not collected at a kiosk.
  router.forUser('GET /v3/spend/profiles/{profileId}/cards/{cardToken}/production', (c, caller) => {
    const { token } = cardOfCallerOrThrow(world, c, caller);
    const production = world.productions.get(token);
    if (!production)
      throw validationRefusal(404, {
        code: 'card.production.not.found',
        message: 'Card production not found',
        path: 'cardToken',
        arguments: [token],
      });
    const { cardToken: _, ...printed } = production;
    return c.json(printed);
  });
}
