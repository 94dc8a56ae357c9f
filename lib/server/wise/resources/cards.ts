import 'server-only';
import type { WiseCard } from '../../../contracts/cards.ts';
import type { CardStatusBody } from '../../../contracts/wise/cards.ts';
import type { WiseClient } from '../client.ts';
import { wisePath } from '../path.ts';
import { asUser, type CallOptions } from './options.ts';
import { wiseCardListReply, wiseCardReply } from './to-wise-card.ts';

export interface CardPage {
  /** From 1. */
  pageNumber: number;
  /** Wise: 10 to 100. */
  pageSize: number;
}

export interface WiseCards {
  listCards(
    options: CallOptions,
    profileId: string,
    page: CardPage,
  ): Promise<{ cards: WiseCard[]; totalCount: number }>;
  getCard(options: CallOptions, profileId: string, cardToken: string): Promise<WiseCard>;
  updateCardStatus(
    options: CallOptions,
    profileId: string,
    cardToken: string,
    status: CardStatusBody['status'],
  ): Promise<WiseCard>;
  resetPinCount(options: CallOptions, profileId: string, cardToken: string): Promise<void>;
}

export const createCards = (client: WiseClient): WiseCards => ({
  listCards: (options, profileId, { pageNumber, pageSize }) =>
    client.call({
      ...asUser(options),
      method: 'GET',
      path: wisePath`/v3/spend/profiles/${profileId}/cards`,
      query: { pageSize, pageNumber },
      reply: wiseCardListReply,
    }),

  getCard: (options, profileId, cardToken) =>
    client.call({
      ...asUser(options),
      method: 'GET',
      path: wisePath`/v3/spend/profiles/${profileId}/cards/${cardToken}`,
      reply: wiseCardReply,
    }),

  updateCardStatus: (options, profileId, cardToken, status) =>
    client.call({
      ...asUser(options),
      method: 'PUT',
      path: wisePath`/v3/spend/profiles/${profileId}/cards/${cardToken}/status`,
      body: { status },
      reply: wiseCardReply,
    }),

  resetPinCount: (options, profileId, cardToken) =>
    client.call({
      ...asUser(options),
      method: 'POST',
      path: wisePath`/v3/spend/profiles/${profileId}/cards/${cardToken}/reset-pin-count`,
      reply: 'empty',
    }),
});
