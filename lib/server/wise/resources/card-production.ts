import 'server-only';
import type { z } from 'zod';
import { productionStatus, type SimulatedProductionBody } from '../../../contracts/wise/card-production.ts';
import type { WiseClient } from '../client.ts';
import { wisePath } from '../path.ts';
import { asUser, type CallOptions } from './options.ts';

export type WiseProduction = z.output<typeof productionStatus>;

export interface SentToKiosk {
  /** false: Wise refused with REQUEST_ERROR, and `production` says why. */
  isAccepted: boolean;
  production: WiseProduction;
}

export interface WiseCardProduction {
  /** @throws WiseError not-found for a card that is not collected at a kiosk */
  getProduction(options: CallOptions, profileId: string, cardToken: string): Promise<WiseProduction>;
  /**
   * Prints the card. Has no key and is never repeated: without an answer nobody knows whether it prints.
   * A refusal by the kiosk is a result; any other is thrown.
   */
  sendToKiosk(
    options: CallOptions,
    profileId: string,
    cardToken: string,
    kioskId: string,
  ): Promise<SentToKiosk>;
  /** On the sandbox and the emulator only. */
  simulateProduction(
    options: CallOptions,
    profileId: string,
    cardToken: string,
    body: SimulatedProductionBody,
  ): Promise<void>;
}

const accepted = productionStatus.transform((production) => ({ isAccepted: true, production }));
const refused = productionStatus.transform((production) => ({ isAccepted: false, production }));

export const createCardProduction = (client: WiseClient): WiseCardProduction => ({
  getProduction: (options, profileId, cardToken) =>
    client.call({
      ...asUser(options),
      method: 'GET',
      path: wisePath`/v3/spend/profiles/${profileId}/cards/${cardToken}/production`,
      reply: productionStatus,
    }),

  sendToKiosk: (options, profileId, cardToken, kioskId) =>
    client.call({
      ...asUser(options),
      method: 'PUT',
      path: wisePath`/v3/spend/profiles/${profileId}/cards/${cardToken}/production`,
      body: { kioskId },
      reply: accepted,
      refusal: { status: 422, reply: refused },
    }),

  simulateProduction: (options, profileId, cardToken, body) =>
    client.call({
      ...asUser(options),
      method: 'POST',
      path: wisePath`/v1/simulation/spend/profiles/${profileId}/cards/${cardToken}/production`,
      body,
      reply: 'empty',
    }),
});
