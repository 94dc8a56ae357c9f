import 'server-only';
import type { z } from 'zod';
import { productionStatus } from '../../../contracts/wise/card-production.ts';
import type { WiseClient } from '../client.ts';
import { wisePath } from '../path.ts';
import { asUser, type CallOptions } from './options.ts';

export type WiseProduction = z.output<typeof productionStatus>;

export interface WiseCardProduction {
  /** @throws WiseError not-found for a card that is not collected at a kiosk */
  getProduction(options: CallOptions, profileId: string, cardToken: string): Promise<WiseProduction>;
}

export const createCardProduction = (client: WiseClient): WiseCardProduction => ({
  getProduction: (options, profileId, cardToken) =>
    client.call({
      ...asUser(options),
      method: 'GET',
      path: wisePath`/v3/spend/profiles/${profileId}/cards/${cardToken}/production`,
      safe: true,
      reply: productionStatus,
    }),
});
