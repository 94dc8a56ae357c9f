import 'server-only';
import { canBeRevealed, revealReasons } from '../../../catalogues/reveals.ts';
import { digestOf } from '../../approvals/content.ts';
import { type PinRevealContent, pinReveal } from '../../approvals/kinds/pin-reveal.ts';
import { requestApproval } from '../../approvals/request.ts';
import { consumeApproval } from '../../approvals/standing.ts';
import type { Operator } from '../../auth/operator.ts';
import type { Database } from '../../db/database.ts';
import { AppError } from '../../http/app-error.ts';
import type { Runtime } from '../../runtime.ts';
import { formatCardEnd } from '../../../format/card-numbers.ts';
import type { LocatedCard } from '../locate-card.ts';
import { readIndexed } from './read-indexed.ts';

type Why = Pick<PinRevealContent, 'reason' | 'ticket'>;

const resourceOf = ({ token }: LocatedCard) => ({ type: 'card', id: token });
const contentOf = ({ profileId, token }: LocatedCard, { reason, ticket }: Why): PinRevealContent => ({
  profileId,
  cardToken: token,
  reason,
  ticket,
});

/**
 * Asks a second person whether this one may look at the PIN.
 * @returns the approval's id
 * @throws AppError pin_reveal_off, card_data_not_offered, conflict where they wait for an answer about this card already
 */
export async function requestPinReveal(
  parts: Runtime,
  operator: Operator,
  card: LocatedCard,
  why: Why,
): Promise<string> {
  if (!parts.env.reveals.pin) throw new AppError('pin_reveal_off');
  const { lastFourDigits, status } = await readIndexed(parts, card);
  if (!canBeRevealed(status)) throw new AppError('card_data_not_offered');
  return parts.store.db.transaction(async (tx) => {
    const { approvalId } = await requestApproval(parts, tx, pinReveal, {
      operator,
      content: contentOf(card, why),
      subject: `Card ${formatCardEnd(lastFourDigits)}`,
      lines: [
        `Shows the PIN of the card ending ${lastFourDigits} to whoever asks, once.`,
        `Reason: ${revealReasons[why.reason]}.`,
        `Ticket: ${why.ticket}`,
      ],
      resource: resourceOf(card),
      profileId: card.profileId,
      alone: 'of-asker',
    });
    return approvalId;
  });
}

/**
 * Uses up the approval of exactly this.
 * @returns what the audit row says of it
 * @throws AppError approval_required
 */
export async function takePinApproval(
  tx: Database,
  operator: Operator,
  card: LocatedCard,
  why: Why,
): Promise<{ approvalId: string }> {
  const resource = resourceOf(card);
  const approval = await consumeApproval(tx, {
    kind: pinReveal.kind,
    resource,
    digest: digestOf(pinReveal.kind, resource, contentOf(card, why)),
    requestedBy: operator.personId,
  });
  if (!approval) throw new AppError('approval_required');
  return { approvalId: approval.approvalId };
}
