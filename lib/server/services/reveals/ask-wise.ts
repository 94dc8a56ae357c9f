import 'server-only';
import { z } from 'zod';
import type { RevealedThing } from '../../../catalogues/reveals.ts';
import { clearCardDetails, clearPin } from '../../../contracts/wise/sensitive-details.ts';
import { AppError } from '../../http/app-error.ts';
import type { Runtime } from '../../runtime.ts';
import { UnusableKey } from '../../wise/card-data/encrypting-key.ts';
import { readSensitiveReply } from '../../wise/card-data/read-sensitive-reply.ts';
import { makeRequestJwe, type RequestJwe } from '../../wise/card-data/request-jwe.ts';
import { WiseError } from '../../wise/errors.ts';
import type { LocatedCard } from '../locate-card.ts';

const detailsShown = clearCardDetails.transform(({ pan, cvv2, expiryDate, cardholderName }) => ({
  pan,
  cvv2,
  expiryDate,
  cardholderName,
}));
const pinShown = clearPin.transform(({ pin }) => ({ pin }));

/**
 * What the page is given. `jwe`: Wise's answer as it came, and the key that opens it, so that the digits are nowhere in this
 * process. `clear`: the fields, where Wise did not encrypt.
 */
export type RevealContent =
  | { form: 'jwe'; contentKey: string; reply: string }
  | { form: 'clear'; details: z.output<typeof detailsShown> | z.output<typeof pinShown> };

/**
 * @param keep told of what is sent, which Wise wants again as it was once it is confirmed
 * @param before what was kept, where this is that time
 * @throws AppError card_data_not_readable; WiseError
 */
export async function askWiseForCardData(
  parts: Runtime,
  card: LocatedCard,
  what: RevealedThing,
  keep: (request: RequestJwe) => void,
  before?: RequestJwe,
): Promise<RevealContent> {
  const ask = async (request: RequestJwe) => {
    keep(request);
    return askOnce(parts, card, what, request);
  };
  try {
    return await ask(before ?? (await makeRequest(parts, card)));
  } catch (error) {
    if (!(error instanceof WiseError && mayBeStaleKey(error))) throw error;
    parts.wise.encryptingKeys.forget();
    return ask(await makeRequest(parts, card));
  }
}

/** Wise documents no error for a request that it cannot decrypt; its other encrypted endpoints answer 400 or a plain 500. */
const mayBeStaleKey = ({ status }: WiseError) => status === 400 || status === 500;

const asHolder = ({ userId }: LocatedCard) => ({ userId, priority: 'interactive' }) as const;

async function makeRequest({ env, wise }: Runtime, card: LocatedCard): Promise<RequestJwe> {
  const key = await wise.encryptingKeys
    .get(() => wise.sensitiveDetails.fetchEncryptingKey(asHolder(card)))
    .catch((error: unknown) => {
      throw error instanceof UnusableKey ? new AppError('card_data_not_readable', { cause: error }) : error;
    });
  return makeRequestJwe(key, env.wise.cardDataAlgorithm);
}

async function askOnce(
  { wise }: Runtime,
  card: LocatedCard,
  what: RevealedThing,
  { contentKey, jwe }: RequestJwe,
): Promise<RevealContent> {
  const ask = what === 'pin' ? wise.sensitiveDetails.readPin : wise.sensitiveDetails.readDetails;
  const read = readSensitiveReply(await ask(asHolder(card), card.token, jwe));
  if (read?.form === 'jwe')
    return { form: 'jwe', contentKey: contentKey.toString('base64url'), reply: read.reply };
  const details = (what === 'pin' ? pinShown : detailsShown).safeParse(read?.body);
  // Without a cause: what did not parse may hold digits.
  if (!details.success) throw new AppError('card_data_not_readable');
  return { form: 'clear', details: details.data };
}
