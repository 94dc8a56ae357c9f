import { randomUUID } from 'node:crypto';
import {
  type ClearCardDetails,
  type ClearPin,
  type EncryptingKeyReply,
  sensitiveDetailsBody,
} from '../../contracts/wise/sensitive-details.ts';
import { printPublicKey } from '../card-data/encrypting-key.ts';
import { writeReplyJwe } from '../card-data/reply-jwe.ts';
import { type RequestJwe, RequestJweError, readRequestJwe } from '../card-data/request-jwe.ts';
import { cardSecretsOf } from '../core/card-secrets.ts';
import type { Emulator } from '../emulator.ts';
import type { CardRecord } from '../entities.ts';
import type { World } from '../world.ts';
import type { EmulatorContext } from './context.ts';
import { isUuid, parseBody } from './parse.ts';
import { accessRefusal, hiddenRefusal, invalidToken, validationRefusal } from './refusal.ts';
import type { WiseRouter } from './router.ts';
import type { UserCaller } from './tokens.ts';

/** Wise: the version of the key is always 1. */
const keyVersion = 1;
export const cardHeader = 'x-tw-twcard-card-token';

/** Wise: for details. Emulator choice: for the PIN as well, of which nothing is said. */
const shownStatuses = ['ACTIVE', 'FROZEN'];

/** Emulator choice: of the profile nothing is asked here, so a card of somebody else is simply not found. */
function cardOfHeaderOrThrow(world: World, c: EmulatorContext, caller: UserCaller): CardRecord {
  const token = c.req.header(cardHeader) ?? '';
  if (!isUuid(token))
    throw validationRefusal(400, { code: 'NOT_VALID', message: 'must be a UUID', path: cardHeader });
  const card = world.cards.get(token.toLowerCase());
  const profile = card && world.profiles.get(String(card.profileId));
  if (!card || profile?.userId !== caller.user.id)
    throw validationRefusal(404, {
      code: 'card.not.found',
      message: 'Card not found',
      path: cardHeader,
      arguments: [token],
    });
  // Wise: a deactivated profile answers 401.
  if (profile.currentState === 'DEACTIVATED') throw invalidToken();
  return card;
}

/** Emulator choice: Wise documents no error of this host; a fault of the JWE answers as other faults of a body do. */
export function readPayloadOrThrow(...[compact, privateKey]: Parameters<typeof readRequestJwe>): RequestJwe {
  try {
    return readRequestJwe(compact, privateKey);
  } catch (error) {
    if (!(error instanceof RequestJweError)) throw error;
    throw validationRefusal(400, {
      code: 'encrypted.payload.invalid',
      message: error.message,
      path: 'encryptedPayload',
    });
  }
}

function printCardDetails(card: CardRecord): ClearCardDetails {
  const { cvv2, pan } = cardSecretsOf(card);
  const [year = '', month = ''] = card.expiryDate.split('-');
  const expiryDate = `${month}/${year.slice(2)}`;
  return { nonce: randomUUID(), cvv2, pan, expiryDate, cardholderName: card.cardHolderName };
}

function printPin(card: CardRecord): ClearPin {
  return { nonce: randomUUID(), pin: cardSecretsOf(card).pin };
}

/** Emulator choice: what the reply's body is, see `sensitiveReply` of the settings; Wise's guide and reference disagree. */
function answerEncrypted(world: World, c: EmulatorContext, contentKey: Buffer, clear: object): Response {
  const { sensitiveReply } = world.settings;
  if (sensitiveReply === 'clear') return c.json(clear);
  const jwe = writeReplyJwe(JSON.stringify(clear), contentKey);
  if (sensitiveReply === 'jweInJson') return c.json({ encryptedPayload: jwe });
  return c.body(jwe, 200, { 'content-type': 'application/jose' });
}

export function checkKeyVersionOrThrow(version: number): void {
  if (version !== keyVersion)
    throw validationRefusal(400, { code: 'NOT_VALID', message: `must be ${keyVersion}`, path: 'keyVersion' });
}

/** What Wise serves on its twcard host. The content key is the caller's: nobody on the way can read a card's number. */
export function registerSensitiveDetails(router: WiseRouter, emulator: Emulator): void {
  const { encryptingKey, world } = emulator;
  // The wrong kind of token was seen to get 404 when it asked for the key: this host hides what it does not serve.
  const refuseOthers = (c: EmulatorContext) => hiddenRefusal(c.req.path);

  router.forUser(
    'GET /twcard-data/v1/clientSideEncryption/fetchEncryptingKey',
    async (c) => {
      const key = printPublicKey(await encryptingKey.current(), world.settings.keyFormat);
      return c.json({ version: keyVersion, key } satisfies EncryptingKeyReply);
    },
    refuseOthers,
  );

  const show = (print: (card: CardRecord) => object) => async (c: EmulatorContext, caller: UserCaller) => {
    cardOfHeaderOrThrow(world, c, caller);
    const body = await parseBody(c, sensitiveDetailsBody);
    checkKeyVersionOrThrow(body.keyVersion);
    const privateKey = await encryptingKey.current();
    // Read only now: another request may have changed it while this one's body arrived.
    const card = cardOfHeaderOrThrow(world, c, caller);
    if (!shownStatuses.includes(card.status)) throw accessRefusal('The card is neither active nor frozen');
    const { contentKey } = readPayloadOrThrow(body.encryptedPayload, privateKey);
    return answerEncrypted(world, c, contentKey, print(card));
  };

  router.forUser('POST /twcard-data/v1/sensitive-card-data/details', show(printCardDetails), refuseOthers);
  router.forUser('POST /twcard-data/v1/sensitive-card-data/pin', show(printPin), refuseOthers);
}
