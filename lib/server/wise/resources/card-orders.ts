import 'server-only';
import type { z } from 'zod';
import {
  addressCheckReply,
  availabilityReply,
  type CardAddress,
  type CardOrderBody,
  type cardOrder,
  cardOrderListReply,
  cardOrderRequirementsReply,
  cardOrder as cardOrderReply,
  idempotenceHeader,
  presetPinReply,
} from '../../../contracts/wise/card-orders.ts';
import { keyVersion } from '../card-data/request-jwe.ts';
import type { WiseClient } from '../client.ts';
import { toWiseInt64 } from '../json.ts';
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
  /** Which programmes the profile may order one more card of; none: it may order no more. */
  getAvailability(
    options: CallOptions,
    profileId: string,
  ): Promise<z.output<typeof availabilityReply>['cardPrograms']>;
  /**
   * May be repeated: the same key is the same order.
   * @param idempotenceUuid stored before the first attempt
   */
  createCardOrder(
    options: CallOptions,
    profileId: string,
    body: CardOrderBody,
    idempotenceUuid: string,
  ): Promise<WiseCardOrder>;
  /** Accepted at once and done a little later: read the order until it says CANCELLED. From REQUIREMENTS_FULFILLED on the card is blocked. */
  cancelCardOrder(options: CallOptions, profileId: string, orderId: string): Promise<void>;
  /** @returns what is wrong with it, by field; nothing: it is good */
  validateAddress(options: CallOptions, address: CardAddress): Promise<{ field: string; message: string }[]>;
  /** @param jwe the PIN, encrypted to Wise's key; Wise knows the order by its id and the user alone */
  presetPin(options: CallOptions, orderId: string, jwe: string): Promise<void>;
}

export const createCardOrders = (client: WiseClient): WiseCardOrders => ({
  listCardOrders: (options, profileId, { pageNumber, pageSize }) =>
    client.call({
      ...asUser(options),
      method: 'GET',
      path: wisePath`/v3/spend/profiles/${profileId}/card-orders`,
      query: { pageSize, pageNumber },
      reply: cardOrderListReply,
    }),

  getCardOrder: (options, profileId, orderId) =>
    client.call({
      ...asUser(options),
      method: 'GET',
      path: wisePath`/v3/spend/profiles/${profileId}/card-orders/${orderId}`,
      reply: cardOrderReply,
    }),

  getRequirements: async (options, profileId, orderId) => {
    const { requirements } = await client.call({
      ...asUser(options),
      method: 'GET',
      path: wisePath`/v3/spend/profiles/${profileId}/card-orders/${orderId}/requirements`,
      reply: cardOrderRequirementsReply,
    });
    return requirements;
  },

  getAvailability: async (options, profileId) => {
    const { cardPrograms } = await client.call({
      ...asUser(options),
      method: 'GET',
      path: wisePath`/v3/spend/profiles/${profileId}/card-orders/availability`,
      reply: availabilityReply,
    });
    return cardPrograms;
  },

  createCardOrder: (options, profileId, { cardHolderProfileId, ...body }, idempotenceUuid) =>
    client.call({
      ...asUser(options),
      method: 'POST',
      path: wisePath`/v3/spend/profiles/${profileId}/card-orders`,
      headers: { [idempotenceHeader]: idempotenceUuid },
      body: {
        ...body,
        ...(cardHolderProfileId !== undefined && { cardHolderProfileId: toWiseInt64(cardHolderProfileId) }),
      },
      safe: true,
      reply: cardOrderReply,
    }),

  cancelCardOrder: (options, profileId, orderId) =>
    client.call({
      ...asUser(options),
      method: 'PUT',
      path: wisePath`/v3/spend/profiles/${profileId}/card-orders/${orderId}/status`,
      body: { status: 'CANCELLED' },
      reply: 'empty',
    }),

  validateAddress: async (options, address) => {
    const { errors } = await client.call({
      ...asUser(options),
      method: 'POST',
      path: wisePath`/v3/spend/address/validate`,
      body: address,
      safe: true,
      onlyReads: true,
      reply: addressCheckReply,
    });
    return errors;
  },

  presetPin: async (options, orderId, jwe) => {
    await client.call({
      ...asUser(options),
      method: 'POST',
      host: 'card-data',
      path: fixedWisePath`/twcard-data/v1/sensitive-card-data/preset-pin`,
      headers: { 'x-tw-twcard-order-id': orderId },
      body: { keyVersion, encryptedPayload: jwe },
      reply: presetPinReply,
    });
  },
});
