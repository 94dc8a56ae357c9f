import 'server-only';
import { z } from 'zod';
import type { RevealedThing } from '../../../catalogues/reveals.ts';
import { clearCardDetails, clearPin } from '../../../contracts/wise/sensitive-details.ts';
import { AppError } from '../../http/app-error.ts';
import type { Runtime } from '../../runtime.ts';
import { UnusableKey } from '../../wise/card-data/encrypting-key.ts';
import { readSensitiveReply } from '../../wise/card-data/read-sensitive-reply.ts';
import { makeRequestJwe } from '../../wise/card-data/request-jwe.ts';
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

/** @throws AppError card_data_not_readable; WiseError */
export async function askWiseForCardData(
  parts: Runtime,
  card: LocatedCard,
  what: RevealedThing,
): Promise<RevealContent> {
  try {
    return await askOnce(parts, card, what);
  } catch (error) {
    if (!(error instanceof WiseError && mayBeStaleKey(error))) throw error;
    parts.wise.encryptingKeys.forget();
    return askOnce(parts, card, what);
  }
}

/** Wise documents no error for a request that it cannot decrypt; its other encrypted endpoints answer 400 or a plain 500. */
const mayBeStaleKey = ({ status }: WiseError) => status === 400 || status === 500;

async function askOnce(
  { env, wise }: Runtime,
  card: LocatedCard,
  what: RevealedThing,
): Promise<RevealContent> {
  const call = { userId: card.userId, priority: 'interactive' } as const;
  const key = await wise.encryptingKeys
    .get(() => wise.sensitiveDetails.fetchEncryptingKey(call))
    .catch((error: unknown) => {
      throw error instanceof UnusableKey ? new AppError('card_data_not_readable', { cause: error }) : error;
    });
  const { contentKey, jwe } = makeRequestJwe(key, env.wise.cardDataAlgorithm);
  const ask = what === 'pin' ? wise.sensitiveDetails.readPin : wise.sensitiveDetails.readDetails;
  const read = readSensitiveReply(await ask(call, card.token, jwe));
  if (read?.form === 'jwe')
    return { form: 'jwe', contentKey: contentKey.toString('base64url'), reply: read.reply };
  const details = (what === 'pin' ? pinShown : detailsShown).safeParse(read?.body);
  // Without a cause: what did not parse may hold digits.
  if (!details.success) throw new AppError('card_data_not_readable');
  return { form: 'clear', details: details.data };
}
