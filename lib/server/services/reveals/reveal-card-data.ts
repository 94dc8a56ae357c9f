import 'server-only';
import { canBeRevealed, type RevealedThing } from '../../../catalogues/reveals.ts';
import type { RevealBody, RevealReply } from '../../../contracts/sensitive-details.ts';
import { requireConfirmed } from '../../auth/confirm-session.ts';
import type { Operator } from '../../auth/operator.ts';
import { AppError } from '../../http/app-error.ts';
import type { Runtime } from '../../runtime.ts';
import type { RequestJwe } from '../../wise/card-data/request-jwe.ts';
import { WiseError } from '../../wise/errors.ts';
import type { LocatedCard } from '../locate-card.ts';
import { askWiseForCardData } from './ask-wise.ts';
import { readIndexed } from './read-indexed.ts';
import { readKept, toKept } from './kept-request.ts';
import { recordReveal, reopenReveal, settleReveal } from './record-reveal.ts';
import { takePinApproval } from './pin-approval.ts';
import { requirePrinted } from './require-printed.ts';
import { importRevealKey, sealReveal } from './seal-reveal.ts';

/**
 * Shows a card's details or PIN to one page, once. Everything that forbids it is looked at before Wise is asked; that it was
 * asked for is on record before, too. A PIN takes a second person's word besides, for this card, reason and ticket.
 * @param note takes ids and codes for the audit row
 * @throws AppError confirm_required, pin_reveal_off, card_data_not_offered, card_not_produced, reveal_key_wrong, reveal_key_used,
 * reveal_limit_reached, approval_required, card_data_not_readable
 */
export async function revealCardData(
  parts: Runtime,
  operator: Operator,
  card: LocatedCard,
  what: RevealedThing,
  { publicKey, reason, ticket }: RevealBody,
  requestId: string,
  note: (details: Record<string, unknown>) => void,
): Promise<RevealReply> {
  requireConfirmed(operator);
  if (what === 'pin' && !parts.env.reveals.pin) throw new AppError('pin_reveal_off');
  const { cardType, status } = await readIndexed(parts, card);
  if (!canBeRevealed(status)) throw new AppError('card_data_not_offered');
  const key = await importRevealKey(publicKey);
  // Asked while the reveal goes on record, so that it costs no time of its own.
  const printed = requirePrinted(parts, card, cardType);
  printed.catch(() => undefined);
  const before = readKept(parts.inFlight.keptBefore);
  const recorded = before
    ? await reopenReveal(parts, operator, before.revealId, key.thumbprint)
    : await recordReveal(
        parts,
        operator,
        card,
        { what, reason, requestId, keyThumbprint: key.thumbprint },
        what === 'pin'
          ? async (tx) => note(await takePinApproval(tx, operator, card, { reason, ticket }))
          : undefined,
      );
  const { revealId } = recorded;
  try {
    await printed;
    const keep = (request: RequestJwe) => parts.inFlight.keepForReplay(toKept(revealId, request));
    const content = await askWiseForCardData(parts, card, what, keep, before?.request);
    const sealed = await sealReveal(key, { revealId, cardToken: card.token }, content);
    return { revealId, sealed, expiresAt: recorded.expiresAt.toISOString() };
  } catch (error) {
    const isWaiting = error instanceof WiseError && error.kind === 'sca';
    await settleReveal(parts, revealId, isWaiting ? 'waiting' : 'refused').catch(() => undefined);
    // Wise: 403 without more is a card in another status than these two.
    if (error instanceof WiseError && error.kind === 'refused' && error.status === 403)
      throw new AppError('card_data_not_offered', { cause: error });
    throw error;
  }
}
