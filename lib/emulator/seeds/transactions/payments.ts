import { decimalsOf, roundAmount } from '../../core/amounts.ts';
import type { Random } from '../../core/random.ts';
import type { CardRecord, CardTransactionRecord, MoneyRecord, TransactionFeeRecord } from '../../entities.ts';
import {
  authorise,
  capture,
  decline,
  reverseFully,
  reversePartly,
  type TransactionRequest,
} from '../../transactions/steps.ts';
import { type ChannelName, channels } from './channels.ts';
import type { DeclineScenario } from './decline-scenarios.ts';
import {
  type CountryCode,
  currencyOf,
  machines,
  printable,
  type SeedMerchant,
  shops,
  special,
  webShops,
} from './merchants.ts';

export const hourInMs = 3_600_000;
export const dayInMs = 86_400_000;

/** A card and where its holder lives. */
export interface CardScene {
  card: CardRecord;
  home: CountryCode;
  random: Random;
  sinceMs: number;
  /** Until when the card is used as usual. */
  untilMs: number;
  /** Steps that would come after it have not happened yet. */
  nowMs: number;
  /** What the card's switches allow, as often as it is used, and what they do not. */
  usable: readonly ChannelName[];
  switchedOff: readonly ChannelName[];
}

/** A transaction that has no id yet: ids follow the order of time over all cards. */
export interface Draft {
  cardToken: string;
  atMs: number;
  make: (id: number) => CardTransactionRecord;
}

export interface Payment {
  channel: ChannelName;
  merchant: SeedMerchant;
  amount: MoneyRecord;
  fees?: readonly TransactionFeeRecord[];
  billingCurrency?: string;
  paidFrom?: { currency: string; share: number }[];
  isAmountConfirmed?: boolean;
}

const farCountries: readonly [CountryCode, ...CountryCode[]] = [
  'FR',
  'DE',
  'ES',
  'IT',
  'PL',
  'CH',
  'TR',
  'US',
  'JP',
  'SG',
  'TH',
  'BR',
  'GB',
];
const abroad = 0.12;
/** Beyond these a profile has no balance of its own. */
const heldCurrencies: readonly string[] = ['GBP', 'EUR', 'USD', 'AUD', 'SEK', 'PLN', 'CHF', 'JPY'];

function pickMerchant({ home, random }: CardScene, channel: ChannelName): SeedMerchant {
  const country = random.chance(abroad) ? random.pick(farCountries) : home;
  if (channel === 'cash') return random.pick(machines[country] ?? machines.GB);
  if (channel === 'cashDesk') return special.bureau;
  if (channel === 'funding') return special.wallet;
  if (channel === 'payout' || channel === 'credit') return special.payout;
  if (channel === 'online') return random.pick(webShops[country] ?? webShops.GB);
  return random.pick(shops[country]);
}

/** Small sums are commoner than large ones; machines give notes. */
function pickAmount(random: Random, merchant: SeedMerchant, channel: ChannelName): MoneyRecord {
  const currency = currencyOf(merchant.country);
  const raw = merchant.from + (merchant.to - merchant.from) * random.fraction() ** 2;
  if (channel === 'cash') {
    const note = merchant.to > 2_000 ? 100 : 10;
    return { amount: Math.max(note, Math.round(raw / note) * note), currency };
  }
  const isRound = decimalsOf(currency) > 0 && random.chance(0.3);
  return { amount: isRound ? Math.max(1, Math.round(raw)) - 0.01 : roundAmount(raw, currency), currency };
}

/** Wise: fees of Wise's own and of the machine's owner. */
function pickFees({ home, random }: CardScene, { amount, currency }: MoneyRecord): TransactionFeeRecord[] {
  const fees: TransactionFeeRecord[] = [];
  if (currency !== currencyOf(home) && random.chance(0.5))
    fees.push({ amount: roundAmount(amount * 0.03, currency), currency, feeType: 'ATM_MACHINE' });
  if (random.chance(0.35))
    fees.push({ amount: roundAmount(amount * 0.0175, currency), currency, feeType: 'ATM_WITHDRAWAL' });
  return fees;
}

/** Abroad most is converted; some is paid from a balance in the currency of the place, some from two. */
function pickBalances({ home, random }: CardScene, { currency }: MoneyRecord): Partial<Payment> {
  const own = currencyOf(home);
  if (currency === own || !heldCurrencies.includes(currency)) return {};
  const dice = random.fraction();
  if (dice < 0.16) return { billingCurrency: currency, paidFrom: [{ currency, share: 1 }] };
  if (dice > 0.26) return {};
  const share = random.between(20, 80) / 100;
  return {
    paidFrom: [
      { currency, share },
      { currency: own, share: 1 - share },
    ],
  };
}

export function pickPayment(scene: CardScene, channel: ChannelName, merchant?: SeedMerchant): Payment {
  const shop = merchant ?? pickMerchant(scene, channel);
  const amount = pickAmount(scene.random, shop, channel);
  return {
    channel,
    merchant: shop,
    amount,
    ...(channel === 'cash' ? { fees: pickFees(scene, amount) } : {}),
    ...pickBalances(scene, amount),
  };
}

function requestOf({ card }: CardScene, payment: Payment, atMs: number, id: number): TransactionRequest {
  const { method, pin, type } = channels[payment.channel];
  return {
    id,
    card,
    type,
    amount: payment.amount,
    atMs,
    fees: payment.fees ?? [],
    billingCurrency: payment.billingCurrency,
    merchant: printable(payment.merchant),
    authorisationMethod: method,
    pinValidationResult: pin,
    isAmountConfirmed: payment.isAmountConfirmed ?? true,
    ...(payment.paidFrom ? { paidFrom: payment.paidFrom } : {}),
  };
}

export type Fate =
  | { kind: 'settled'; afterMs: number; amount?: number }
  | { kind: 'held' }
  | { kind: 'reversed'; afterMs: number }
  | { kind: 'reduced'; afterMs: number; left: number; settledAfterMs: number }
  /** Nobody captured it in time; `lateAfterMs` after the release somebody did. */
  | { kind: 'lapsed'; lateAfterMs?: number };

function live(row: CardTransactionRecord, fate: Fate, nowMs: number): CardTransactionRecord {
  const money = (amount: number) => ({ amount, currency: row.amount.currency });
  const hasPassed = (ms: number) => ms <= nowMs;
  if (fate.kind === 'settled') {
    const atMs = row.createdAtMs + fate.afterMs;
    return hasPassed(atMs) ? capture(row, atMs, money(fate.amount ?? row.amount.amount)) : row;
  }
  if (fate.kind === 'reversed') {
    const atMs = row.createdAtMs + fate.afterMs;
    return hasPassed(atMs) ? reverseFully(row, atMs) : row;
  }
  if (fate.kind === 'reduced') {
    const atMs = row.createdAtMs + fate.afterMs;
    if (!hasPassed(atMs)) return row;
    const reduced = reversePartly(row, money(fate.left), atMs);
    const settledMs = row.createdAtMs + fate.settledAfterMs;
    return hasPassed(settledMs) ? capture(reduced, settledMs) : reduced;
  }
  // A hold never outlives its purge time.
  const purgeMs = row.purgeAtMs ?? nowMs;
  if (!hasPassed(purgeMs)) return row;
  const released = reverseFully(row, purgeMs);
  const lateMs = fate.kind === 'lapsed' && fate.lateAfterMs ? purgeMs + fate.lateAfterMs : null;
  return lateMs !== null && hasPassed(lateMs) ? capture(released, lateMs) : released;
}

export const accepted = (scene: CardScene, atMs: number, payment: Payment, fate: Fate): Draft => ({
  cardToken: scene.card.token,
  atMs,
  make: (id) => live(authorise(requestOf(scene, payment, atMs, id)), fate, scene.nowMs),
});

export const declined = (
  scene: CardScene,
  atMs: number,
  payment: Payment,
  { detail = null, pin, reason }: Pick<DeclineScenario, 'reason' | 'detail' | 'pin'>,
): Draft => ({
  cardToken: scene.card.token,
  atMs,
  make: (id) => {
    const request = requestOf(scene, payment, atMs, id);
    return decline(pin === undefined ? request : { ...request, pinValidationResult: pin }, reason, detail);
  },
});

/** A refund is a transaction of its own that names no other. */
export const refunded = (scene: CardScene, atMs: number, payment: Payment, amount: number): Draft =>
  accepted(
    scene,
    atMs,
    { ...payment, channel: 'refund', fees: [], amount: { amount, currency: payment.amount.currency } },
    { kind: 'settled', afterMs: 2 * hourInMs },
  );
