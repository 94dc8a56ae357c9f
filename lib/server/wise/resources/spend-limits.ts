import 'server-only';
import type { z } from 'zod';
import { cardSpendLimits, profileSpendLimits } from '../../../contracts/wise/spend-limits.ts';
import type { WiseClient } from '../client.ts';
import { wisePath } from '../path.ts';
import { asUser, type CallOptions } from './options.ts';

export interface WiseSpendLimits {
  getCardSpendLimits(
    options: CallOptions,
    profileId: string,
    cardToken: string,
  ): Promise<z.output<typeof cardSpendLimits>>;
  getProfileSpendLimits(
    options: CallOptions,
    profileId: string,
  ): Promise<z.output<typeof profileSpendLimits>>;
}

export const createSpendLimits = (client: WiseClient): WiseSpendLimits => ({
  getCardSpendLimits: (options, profileId, cardToken) =>
    client.call({
      ...asUser(options),
      method: 'GET',
      path: wisePath`/v4/spend/profiles/${profileId}/cards/${cardToken}/spend-limits`,
      reply: cardSpendLimits,
    }),

  getProfileSpendLimits: (options, profileId) =>
    client.call({
      ...asUser(options),
      method: 'GET',
      path: wisePath`/v4/spend/profiles/${profileId}/spend-limits`,
      reply: profileSpendLimits,
    }),
});
