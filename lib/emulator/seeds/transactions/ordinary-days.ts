import { roundAmount } from '../../core/amounts.ts';
import type { Random } from '../../core/random.ts';
import type { CardRecord } from '../../entities.ts';
import { type ChannelName, channels, switchedOffDetail } from './channels.ts';
import { coverScenarios, type DeclineScenario, openScenarios, softScenarios } from './decline-scenarios.ts';
import { hotels, rentals } from './merchants.ts';
import {
  accepted,
  type CardScene,
  dayInMs,
  declined,
  type Draft,
  type Fate,
  hourInMs,
  type Payment,
  pickPayment,
  refunded,
} from './payments.ts';

const minuteInMs = 60_000;

/** How often each way of paying is used. */
const habits = [
  'contactless',
  'contactless',
  'contactless',
  'contactless',
  'wallet',
  'wallet',
  'online',
  'online',
  'online',
  'online',
  'chip',
  'chip',
  'cash',
] as const satisfies readonly ChannelName[];

/** Virtual cards know no counter but the telephone. */
export function channelsOf(card: CardRecord): Pick<CardScene, 'usable' | 'switchedOff'> {
  const enabled = new Map(card.spendingPermissions.map((row) => [row.type, row.isEnabled]));
  return {
    usable: habits.filter((name) => enabled.get(channels[name].needs) === true),
    switchedOff: [...new Set(habits)].filter((name) => enabled.get(channels[name].needs) === false),
  };
}

/** A stripe may be tried on any card; money sent on needs what a shop on the net needs. */
export function canBeDeclinedBy({ usable }: CardScene, { channel }: DeclineScenario): boolean {
  if (channel === 'stripe') return true;
  return usable.includes(channel === 'funding' ? 'online' : channel);
}

export function pickWeighted<T extends { weight: number }>(
  random: Random,
  items: readonly T[],
): T | undefined {
  const total = items.reduce((sum, { weight }) => sum + weight, 0);
  let left = random.fraction() * total;
  for (const item of items) {
    left -= item.weight;
    if (left < 0) return item;
  }
  return items.at(-1);
}

const pickFrom = <T>(random: Random, items: readonly T[]): T | undefined =>
  items[random.between(0, Math.max(0, items.length - 1))];

/** An hour at which people pay, on a day of the scene. */
export function pickInstant({ random, sinceMs, untilMs }: CardScene): number {
  const atMs = sinceMs + Math.floor(random.fraction() * (untilMs - sinceMs));
  const hour = Math.floor((atMs % dayInMs) / hourInMs);
  const isNight = hour < 6 && random.chance(0.85);
  return Math.max(sinceMs, isNight ? atMs - 8 * hourInMs : atMs);
}

function pickFate(random: Random, { amount, channel }: Payment): Fate {
  const dice = random.fraction();
  const some = (least: number, most: number) => random.between(least, most) * minuteInMs;
  if (channel === 'cash') return { kind: 'settled', afterMs: some(1, 30) };
  if (dice < 0.018) return { kind: 'reversed', afterMs: some(2, 600) };
  if (dice < 0.03)
    return {
      kind: 'reduced',
      afterMs: some(10, 900),
      left: roundAmount(amount.amount * (random.between(20, 80) / 100), amount.currency),
      settledAfterMs: some(1_000, 4_000),
    };
  if (dice < 0.04) return { kind: 'lapsed' };
  if (dice < 0.046) return { kind: 'lapsed', lateAfterMs: random.between(1, 12) * dayInMs };
  return { kind: 'settled', afterMs: some(300, 4_320) };
}

/** Hotels and hire cars hold more than they take. */
function preAuthorised(scene: CardScene, atMs: number): Draft {
  const { random } = scene;
  const merchant = random.pick(random.chance(0.7) ? hotels : rentals);
  const payment = { ...pickPayment(scene, 'online', merchant), isAmountConfirmed: false };
  const taken = roundAmount(payment.amount.amount * (random.between(55, 110) / 100), payment.amount.currency);
  return accepted(scene, atMs, payment, {
    kind: 'settled',
    afterMs: random.between(2, 9) * dayInMs,
    amount: taken,
  });
}

/** The same card, merchant and amount, a few minutes later and another way. */
export function softPair(
  scene: CardScene,
  atMs: number,
  scenario: DeclineScenario & { then: ChannelName },
): Draft[] {
  const payment = pickPayment(scene, scenario.channel);
  const laterMs = atMs + scene.random.between(1, 6) * minuteInMs;
  return [
    declined(scene, atMs, payment, scenario),
    accepted(scene, laterMs, { ...payment, channel: scenario.then }, { kind: 'settled', afterMs: dayInMs }),
  ];
}

export const declinedBy = (scene: CardScene, atMs: number, scenario: DeclineScenario): Draft =>
  declined(scene, atMs, pickPayment(scene, scenario.channel), scenario);

/** A purchase of which all or part comes back some days later. */
function returnedPurchase(scene: CardScene, atMs: number): Draft[] {
  const { random } = scene;
  const payment = pickPayment(scene, 'online');
  const { amount, currency } = payment.amount;
  const back = random.chance(0.5) ? amount : roundAmount(amount * (random.between(15, 85) / 100), currency);
  const refundMs = atMs + random.between(2, 16) * dayInMs;
  const bought = accepted(scene, atMs, payment, { kind: 'settled', afterMs: dayInMs });
  return refundMs < scene.nowMs ? [bought, refunded(scene, refundMs, payment, back)] : [bought];
}

export function plainPurchase(scene: CardScene, atMs: number): Draft {
  const channel = pickFrom(scene.random, scene.usable) ?? 'online';
  const payment = pickPayment(scene, channel);
  return accepted(scene, atMs, payment, pickFate(scene.random, payment));
}

const rareChannels = ['funding', 'cashDesk', 'payout', 'credit'] as const;

/** Something that happens on a card any day: nearly always a purchase, at times more than one transaction. */
export function ordinaryEvent(scene: CardScene, atMs: number): Draft[] {
  const { random, switchedOff, usable } = scene;
  const dice = random.fraction();
  if (dice < 0.055) {
    const scenario = pickWeighted(
      random,
      openScenarios.filter((candidate) => canBeDeclinedBy(scene, candidate)),
    );
    if (scenario) return [declinedBy(scene, atMs, scenario)];
  }
  if (dice < 0.063) {
    const scenario = pickWeighted(
      random,
      softScenarios.filter(({ channel, then }) => usable.includes(channel) && usable.includes(then)),
    );
    if (scenario) return softPair(scene, atMs, scenario);
  }
  if (dice < 0.072) {
    const scenario = pickWeighted(random, coverScenarios);
    if (scenario) return [declinedBy(scene, atMs, scenario)];
  }
  if (dice < 0.085 && switchedOff.length > 0) {
    const channel = pickFrom(random, switchedOff) ?? 'online';
    const detail = switchedOffDetail[channels[channel].needs ?? ''] ?? null;
    return [declinedBy(scene, atMs, { reason: 'PAYMENT_METHOD_NOT_ALLOWED', detail, channel, weight: 1 })];
  }
  if (dice < 0.105 && usable.includes('online')) return returnedPurchase(scene, atMs);
  if (dice < 0.12 && usable.includes('online')) return [preAuthorised(scene, atMs)];
  if (dice < 0.135) {
    const payment = pickPayment(scene, random.pick(rareChannels));
    return [accepted(scene, atMs, payment, { kind: 'settled', afterMs: 4 * hourInMs })];
  }
  return [plainPurchase(scene, atMs)];
}
