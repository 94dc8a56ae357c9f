import type { RevealedField, RevealedThing } from '../../catalogues/reveals.ts';
import type { Card, CardPath } from '../../contracts/cards.ts';
import {
  noteRevealEvent,
  type RevealBody,
  revealDetails,
  revealPin,
} from '../../contracts/sensitive-details.ts';
import { callEndpoint } from '../call-endpoint.ts';
import {
  makeRevealKeys,
  openDetails,
  openPin,
  type RevealedDetails,
  type RevealedPin,
  RevealFault,
} from './open-reveal.ts';

export type Revealed =
  | { what: 'details'; revealId: string; digits: RevealedDetails }
  | { what: 'pin'; revealId: string; digits: RevealedPin };

/**
 * Asks, opens, and tells the console what became of it. Outside the query cache on purpose: what this returns is held by
 * the one component that shows it, and by nothing else.
 * @throws ApiError, RevealFault
 */
export async function reveal(
  what: RevealedThing,
  card: Card,
  why: Pick<RevealBody, 'reason' | 'ticket'>,
): Promise<Revealed> {
  const params = { profileId: card.profileId, cardToken: card.token };
  const keys = await makeRevealKeys();
  const body = { ...why, publicKey: keys.publicKey };
  const reply = await callEndpoint(what === 'pin' ? revealPin : revealDetails, { params, body });
  const { revealId } = reply;
  try {
    const revealed: Revealed =
      what === 'pin'
        ? { what, revealId, digits: await openPin(reply, keys, card.token) }
        : { what, revealId, digits: await openDetails(reply, keys, card) };
    await tell(params, revealId, { event: 'opened' }).catch(() => undefined);
    return revealed;
  } catch (error) {
    const event = error instanceof RevealFault ? error.kind : 'not-opened';
    await tell(params, revealId, { event }).catch(() => undefined);
    throw error;
  }
}

/** On record first: a field whose copying cannot be recorded is not copied. */
export async function copyField(
  path: CardPath,
  revealId: string,
  field: RevealedField,
  value: string,
): Promise<void> {
  await tell(path, revealId, { event: 'copied', field });
  await navigator.clipboard.writeText(value);
}

type RevealEvent =
  | { event: 'opened' | 'not-opened' | 'another-card' }
  | { event: 'copied'; field: RevealedField };
const tell = (path: CardPath, revealId: string, body: RevealEvent) =>
  callEndpoint(noteRevealEvent, { params: { ...path, revealId }, body });
