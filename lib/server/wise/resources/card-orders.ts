import 'server-only';
import type { z } from 'zod';
import {
  type cardOrder,
  cardOrderListReply,
  cardOrderRequirementsReply,
  cardOrder as cardOrderReply,
  presetPinReply,
} from '../../../contracts/wise/card-orders.ts';
import type { WiseClient } from '../client.ts';
import { fixedWisePath, wisePath } from '../path.ts';
import type { CardPage } from './cards.ts';
import { asUser, type CallOptions } from './options.ts';

export type WiseCardOrder = z.output<typeof cardOrder>;

export interface WiseCardOrders {
  listCardOrders(
    options: CallOptions,
    profileId: string,
    page: CardPage,
  ): Promise<z.output<typeof cardOrderListReply>>;
  getCardOrder(options: CallOptions, profileId: string, orderId: string): Promise<WiseCardOrder>;
  getRequirements(
    options: CallOptions,
    profileId: string,
    orderId: string,
  ): Promise<{ type: string; status: string }[]>;
  /** @param jwe the PIN, encrypted to Wise's key; Wise knows the order by its id and the user alone */
  presetPin(options: CallOptions, orderId: string, jwe: string): Promise<void>;
}

/** Wise: always 1. */
const keyVersion = 1;

export const createCardOrders = (client: WiseClient): WiseCardOrders => ({
  listCardOrders: (options, profileId, { pageNumber, pageSize }) =>
    client.call({
      ...asUser(options),
      method: 'GET',
      path: wisePath`/v3/spend/profiles/${profileId}/card-orders`,
      query: { pageSize, pageNumber },
      safe: true,
      reply: cardOrderListReply,
    }),

  getCardOrder: (options, profileId, orderId) =>
    client.call({
      ...asUser(options),
      method: 'GET',
      path: wisePath`/v3/spend/profiles/${profileId}/card-orders/${orderId}`,
      safe: true,
      reply: cardOrderReply,
    }),

  getRequirements: async (options, profileId, orderId) => {
    const { requirements } = await client.call({
      ...asUser(options),
      method: 'GET',
      path: wisePath`/v3/spend/profiles/${profileId}/card-orders/${orderId}/requirements`,
      safe: true,
      reply: cardOrderRequirementsReply,
    });
    return requirements;
  },

  presetPin: async (options, orderId, jwe) => {
    await client.call({
      ...asUser(options),
      method: 'POST',
      host: 'card-data',
      path: fixedWisePath`/twcard-data/v1/sensitive-card-data/preset-pin`,
      headers: { 'x-tw-twcard-order-id': orderId },
      body: { keyVersion, encryptedPayload: jwe },
      safe: false,
      reply: presetPinReply,
    });
  },
});
