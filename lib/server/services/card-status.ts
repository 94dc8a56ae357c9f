import 'server-only';
import {
  actionFor,
  type CardAction,
  cardActionNames,
  cardActions,
  whyNotOffered,
} from '../../catalogues/card-actions.ts';
import type { Card } from '../../contracts/cards.ts';
import { type Operator, scopeOf } from '../auth/operator.ts';
import { AppError } from '../http/app-error.ts';
import type { Runtime } from '../runtime.ts';
import type { LocatedCard } from './locate-card.ts';
import { readCardHold } from './card-holds/read-holds.ts';
import { asTold, toCard } from './read-card.ts';
import { setCardStatus } from './set-card-status.ts';

type TargetStatus = 'ACTIVE' | 'FROZEN' | 'BLOCKED';

/**
 * Activates, freezes, unfreezes or blocks. Which of them it is, and so which right it takes, depends on the status the
 * card has at Wise now, not on what a page showed some time ago. A held card can be blocked, whoever's the hold is: a lost
 * card is lost, and no hold is worth payments with it.
 * @throws AppError card_status_not_offered, forbidden, card_held, outcome_unknown (not repeated: reading Wise tells)
 */
export async function changeCardStatus(
  parts: Runtime,
  operator: Operator,
  card: LocatedCard,
  to: TargetStatus,
  note: (details: Record<string, unknown>) => void,
): Promise<Card> {
  const [from, holdBefore] = await Promise.all([
    readStatus(parts, card, 'interactive'),
    readCardHold(parts, operator, card.token),
  ]);
  note({ from });
  requireHandOver(operator, card, requireAction(operator, from, to));
  const { told, asOf } = await setCardStatus(parts, operator, card, to);
  // What Wise took is told, also where the store went away in between.
  return toCard(parts, operator, card, told, asOf).catch(() => ({
    ...asTold(card, told, asOf),
    hold: holdBefore,
  }));
}

export async function readStatus(
  { wise }: Pick<Runtime, 'wise'>,
  card: LocatedCard,
  priority: 'interactive' | 'background',
): Promise<string> {
  const call = { userId: card.userId, priority };
  return (await wise.cards.getCard(call, card.profileId, card.token)).status.value;
}

/** @throws AppError card_status_not_offered where Wise offers no way there, forbidden where the person may not go it */
export function requireAction(operator: Operator, from: string, to: TargetStatus): CardAction {
  const action = actionFor(from, to);
  if (!action) throw new AppError('card_status_not_offered', { detail: notOffered(from, to) });
  if (scopeOf(operator, cardActions[action].consolePermission) === undefined) throw new AppError('forbidden');
  return action;
}

/**
 * A branch activates only what it has handed over: a card that is still in the tray would pay for whoever takes it.
 * @throws AppError hand_over_first
 */
function requireHandOver(operator: Operator, { ownBranch }: LocatedCard, action: CardAction): void {
  const reach = scopeOf(operator, cardActions[action].consolePermission);
  if (action === 'activate' && reach !== 'all' && !ownBranch?.isHandedOver)
    throw new AppError('hand_over_first');
}

function notOffered(from: string, to: TargetStatus): string {
  const act =
    cardActionNames.find((name) => cardActions[name].to === to && (to !== 'ACTIVE' || name === 'unfreeze')) ??
    'freeze';
  return `Not offered: ${whyNotOffered(act, from)}.`;
}
