import type { CardRecord, MoneyRecord } from '../entities.ts';
import { type ChannelName, channels, switchedOffDetail } from '../seeds/transactions/channels.ts';
import { statusScenarios } from '../seeds/transactions/decline-scenarios.ts';
import type { World } from '../world.ts';
import { findLimitBreach, type LimitBreach } from './spend-limits.ts';
import { isIncoming } from './steps.ts';

const dayInMs = 86_400_000;
/** Wise: more than 3 wrong ones. */
const pinTriesAllowed = 3;
const pinChannels: readonly ChannelName[] = ['chip', 'cash', 'cashDesk'];

export interface AskedPayment {
  channel: ChannelName;
  amount: MoneyRecord;
}

const decline = (reason: string, detail: string | null = null): LimitBreach => ({ reason, detail });

/** Wise: all authorisations of a card that is not active are declined, refunds too. */
function findStatusDecline({ clock }: World, card: CardRecord): LimitBreach | null {
  if (card.status !== 'ACTIVE') return decline(statusScenarios[card.status] ?? 'UNEXPECTED_ERROR');
  // The date names the last day the card is good for.
  return Date.parse(card.expiryDate) + dayInMs <= clock.now() ? decline('CARD_EXPIRED') : null;
}

/** A permission that the card does not have is refused as one that is switched off. */
function findSwitchDecline(card: CardRecord, channel: ChannelName): LimitBreach | null {
  const { needs } = channels[channel];
  if (needs === null) return null;
  if (card.spendingPermissions.some(({ isEnabled, type }) => type === needs && isEnabled)) return null;
  return decline('PAYMENT_METHOD_NOT_ALLOWED', switchedOffDetail[needs]);
}

/**
 * Why a payment is declined, null where it is approved. Emulator choice: the first that applies of status, wrong PINs,
 * spending permissions and limits; balances are not looked at.
 */
export function findDecline(world: World, card: CardRecord, asked: AskedPayment): LimitBreach | null {
  const { amount, channel } = asked;
  const byCard = findStatusDecline(world, card);
  if (byCard) return byCard;
  if (pinChannels.includes(channel) && card.pinTries > pinTriesAllowed)
    return decline('PIN_ENTRY_TRIES_EXCEEDED');
  const bySwitch = findSwitchDecline(card, channel);
  if (bySwitch) return bySwitch;
  const { type } = channels[channel];
  return isIncoming(type) ? null : findLimitBreach(world, card, type, amount);
}
