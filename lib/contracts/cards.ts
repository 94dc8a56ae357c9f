import type { z } from 'zod';
import type * as schema from './cards.schema.ts';
import { defineEndpoint } from './define-endpoint.ts';

type In<T extends z.ZodType> = z.input<T>;
type Out<T extends z.ZodType> = z.output<T>;
export type WiseCard = Out<typeof schema.wiseCard>;
export type IndexedCard = Out<typeof schema.indexedCard>;
export type Card = Out<typeof schema.cardReply>;
export type CardHold = Out<typeof schema.cardHold>;
export type HoldRefreeze = Out<typeof schema.holdRefreeze>;
export type CardList = Out<typeof schema.cardListReply>;
export type CardListQuery = In<typeof schema.cardListQuery>;
export type CardSort = NonNullable<CardListQuery['sort']>;
export type CardEvent = Out<typeof schema.cardEvent>;
export type CardHistory = Out<typeof schema.cardHistoryReply>;
export type CardPath = schema.CardPath;

/** The console's own index, across every profile. */
export const listCards = defineEndpoint<{ query: CardListQuery; reply: CardList }>()({
  method: 'GET',
  path: '/api/cards',
  consolePermission: 'cards.read',
});

/** CSV of everything the filters find, in the shown order. */
export const exportCards = defineEndpoint<{ query: In<typeof schema.cardExportQuery>; reply: string }>()({
  method: 'GET',
  path: '/api/cards/export.csv',
  consolePermission: 'cards.export',
});

/** One page of a profile's cards, straight from Wise. */
export const listProfileCards = defineEndpoint<{
  params: { profileId: string };
  query: In<typeof schema.profileCardsQuery>;
  reply: Out<typeof schema.profileCardsReply>;
}>()({ method: 'GET', path: '/api/profiles/{profileId}/cards', consolePermission: 'cards.read' });

export const getCard = defineEndpoint<{ params: CardPath; reply: Card }>()({
  method: 'GET',
  path: '/api/profiles/{profileId}/cards/{cardToken}',
  consolePermission: 'cards.read',
});

export const getCardHistory = defineEndpoint<{
  params: CardPath;
  query: In<typeof schema.cardHistoryQuery>;
  reply: CardHistory;
}>()({
  method: 'GET',
  path: '/api/profiles/{profileId}/cards/{cardToken}/history',
  consolePermission: 'cards.read',
});

/**
 * Activate, freeze, unfreeze or block. Which console permission is needed depends on the card's present status,
 * so the declared one is only what everybody who may do any of the four has; the handler asks for the exact one.
 */
export const updateCardStatus = defineEndpoint<{
  params: CardPath;
  body: In<typeof schema.cardStatusBody>;
  reply: Card;
}>()({
  method: 'PUT',
  path: '/api/profiles/{profileId}/cards/{cardToken}/status',
  consolePermission: 'cards.freeze',
  needsIdempotencyKey: true,
});

/** Clears Wise's count of wrong PINs online. Changes no PIN; the chip's own count may need a cash machine. */
export const resetPinCount = defineEndpoint<{
  params: CardPath;
  body: Record<string, never>;
  reply: Out<typeof schema.resetPinCountReply>;
}>()({
  method: 'POST',
  path: '/api/profiles/{profileId}/cards/{cardToken}/reset-pin-count',
  consolePermission: 'pin-count.reset',
  needsIdempotencyKey: true,
});
