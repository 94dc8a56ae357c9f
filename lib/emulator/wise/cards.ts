import { cardPageSize, cardStatusBody } from '../../contracts/wise/cards.ts';
import type { Emulator } from '../emulator.ts';
import type { CardRecord } from '../entities.ts';
import type { World } from '../world.ts';
import { changeCard, changeCardStatus } from './card-changes.ts';
import { mayChangeStatus } from './card-status-rules.ts';
import type { EmulatorContext } from './context.ts';
import { parseBody, parseCount, parseUuidParam } from './parse.ts';
import { profileOfCallerOrThrow } from './profiles.ts';
import { validationRefusal } from './refusal.ts';
import type { WiseRouter } from './router.ts';
import type { UserCaller } from './tokens.ts';

function printCard(card: CardRecord) {
  return {
    token: card.token,
    profileId: card.profileId,
    clientId: card.clientId,
    status: { value: card.status },
    // Emulator choice: Wise's schema knows no null here and requires no field, so a purged card simply has none.
    ...(card.cardHolderName === null ? {} : { cardHolderName: card.cardHolderName }),
    expiryDate: card.expiryDate,
    lastFourDigits: card.lastFourDigits,
    bankIdentificationNumber: card.bankIdentificationNumber,
    ...(card.phoneNumber === null ? {} : { phoneNumber: card.phoneNumber }),
    cardProgram: card.cardProgram,
    unlockSpendingPermissions: card.unlockSpendingPermissions,
    creationTime: card.creationTime,
    modificationTime: card.modificationTime,
  };
}

/** Emulator choice: a card of another profile and one that does not exist answer the same 404. */
export function cardOfCallerOrThrow(world: World, c: EmulatorContext, caller: UserCaller): CardRecord {
  const profile = profileOfCallerOrThrow(world, c, caller);
  const token = parseUuidParam(c, 'cardToken');
  const card = world.cards.get(token);
  if (!card || card.profileId !== profile.id)
    throw validationRefusal(404, {
      code: 'card.not.found',
      message: 'Card not found',
      path: 'cardToken',
      arguments: [token],
    });
  return card;
}

export function registerCards(router: WiseRouter, emulator: Emulator): void {
  const { world } = emulator;

  // Emulator choice: in the order the cards were made, so that a new card does not move the pages before it.
  router.forUser('GET /v3/spend/profiles/{profileId}/cards', (c, caller) => {
    const profile = profileOfCallerOrThrow(world, c, caller);
    const pageSize = parseCount(c, 'pageSize', cardPageSize);
    const pageNumber = parseCount(c, 'pageNumber', { min: 1, default: 1 });
    const from = (pageNumber - 1) * pageSize;
    const cards = world.cards.slice(profile.id, from, from + pageSize);
    return c.json({ cards: cards.map(printCard), totalCount: world.cards.groupSize(profile.id) });
  });

  router.forUser('GET /v3/spend/profiles/{profileId}/cards/{cardToken}', (c, caller) =>
    c.json(printCard(cardOfCallerOrThrow(world, c, caller))),
  );

  router.forUser('PUT /v3/spend/profiles/{profileId}/cards/{cardToken}/status', async (c, caller) => {
    profileOfCallerOrThrow(world, c, caller);
    const { status } = await parseBody(c, cardStatusBody);
    // Read only now: another request may have changed it while this one's body arrived.
    const card = cardOfCallerOrThrow(world, c, caller);
    if (!mayChangeStatus(card.status, status))
      throw validationRefusal(422, {
        code: 'card.status.transition.not.allowed',
        message: `Card status cannot change from ${card.status} to ${status}`,
        path: 'status',
        arguments: [card.status, status],
      });
    // Emulator choice: asking for the status a card has changes nothing and tells nobody.
    if (card.status === status) return c.json(printCard(card));
    return c.json(printCard(changeCardStatus(emulator, card, status, caller.clientId)));
  });

  router.forUser('POST /v3/spend/profiles/{profileId}/cards/{cardToken}/reset-pin-count', (c, caller) => {
    const card = cardOfCallerOrThrow(world, c, caller);
    if (card.pinTries > 0) changeCard(emulator, card, { pinTries: 0 });
    return c.body(null, 200);
  });
}
