import { cardLimitWindows } from '../../contracts/wise/spend-limits.ts';
import { convert } from '../core/rates.ts';
import { fromMinor, toMinor } from '../core/amounts.ts';
import { localDay, localMonth, type Window } from '../core/local-days.ts';
import type {
  CardRecord,
  CardTransactionRecord,
  MoneyRecord,
  ProfileLimitType,
  ProfileRecord,
} from '../entities.ts';
import type { World } from '../world.ts';
import { isIncoming, withFees } from './steps.ts';

const zones: Partial<Record<string, string>> = {
  AU: 'Australia/Melbourne',
  DE: 'Europe/Berlin',
  FR: 'Europe/Paris',
  GB: 'Europe/London',
  IE: 'Europe/Dublin',
  SE: 'Europe/Stockholm',
  US: 'America/Chicago',
};
const currencies: Partial<Record<string, string>> = { AU: 'AUD', GB: 'GBP', SE: 'SEK', US: 'USD' };

/** Emulator choice: Wise gives the maxima but not how they come about. In a currency of smaller units they are ten times as high. */
const maxima = {
  PURCHASE: { daily: 30_000, monthly: 60_000, value: 0.5 },
  ATM_WITHDRAWAL: { daily: 4_000, monthly: 8_000, value: 0.25 },
} as const;
export const profileLimitTypes = ['PURCHASE', 'ATM_WITHDRAWAL'] as const;

export const homeCurrencyOf = ({ address }: Pick<ProfileRecord, 'address'>): string =>
  currencies[address.countryIso2Code] ?? 'EUR';

export function maxOf(
  profile: Pick<ProfileRecord, 'address'>,
  type: ProfileLimitType,
  window: 'daily' | 'monthly',
): MoneyRecord {
  const currency = homeCurrencyOf(profile);
  return { amount: maxima[type][window] * (currency === 'SEK' ? 10 : 1), currency };
}

/** What applies until somebody sets something else. */
export function profileLimitOf(
  profile: ProfileRecord,
  type: ProfileLimitType,
  window: 'daily' | 'monthly',
): MoneyRecord {
  const max = maxOf(profile, type, window);
  return profile.limits[type]?.[window] ?? { ...max, amount: max.amount * maxima[type].value };
}

/** Emulator choice: cash advances count as withdrawals, everything else that takes money as a purchase. */
const limitTypeOf = (type: string): ProfileLimitType =>
  type === 'CASH_WITHDRAWAL' || type === 'CASH_ADVANCE' ? 'ATM_WITHDRAWAL' : 'PURCHASE';

/** Wise: the authorised amount counts. Emulator choice: until it is released, fees included, and refunds give nothing back. */
const counts = ({ state, type }: CardTransactionRecord) =>
  (state === 'IN_PROGRESS' || state === 'COMPLETED') && !isIncoming(type);

function sumUp(rows: readonly CardTransactionRecord[], currency: string): MoneyRecord {
  const minor = rows
    .filter(counts)
    .reduce((sum, row) => sum + toMinor(convert(withFees(row), currency).amount, currency), 0);
  return { amount: fromMinor(minor, currency), currency };
}

const within = (rows: readonly CardTransactionRecord[], { fromMs, toMs }: Window) =>
  rows.filter(({ createdAtMs }) => createdAtMs >= fromMs && createdAtMs < toMs);

/** Wise: windows end with the day or the month where the profile is. */
export function windowOf(profile: ProfileRecord, window: 'daily' | 'monthly', now: number): Window {
  const zone = zones[profile.address.countryIso2Code] ?? 'UTC';
  return window === 'daily' ? localDay(now, zone) : localMonth(now, zone);
}

export function cardUsage(
  world: World,
  card: CardRecord,
  window: 'daily' | 'monthly' | 'lifetime',
  currency: string,
): MoneyRecord {
  const rows = world.cardTransactions.ofCard(card.token);
  const profile = world.profiles.get(card.profileId);
  if (window === 'lifetime' || !profile) return sumUp(rows, currency);
  return sumUp(within(rows, windowOf(profile, window, world.clock.now())), currency);
}

/** Wise: a profile's limits are shared by all its cards. */
export function profileUsage(
  world: World,
  profile: ProfileRecord,
  type: ProfileLimitType,
  window: 'daily' | 'monthly',
): MoneyRecord {
  const tokens = world.cards.slice(profile.id).map(({ token }) => token);
  const rows = world.cardTransactions.ofCards(tokens).filter((row) => limitTypeOf(row.type) === type);
  const { currency } = maxOf(profile, type, window);
  return sumUp(within(rows, windowOf(profile, window, world.clock.now())), currency);
}

export interface LimitBreach {
  reason: string;
  detail: string | null;
}

const cardBreaches: Record<(typeof cardLimitWindows)[number], LimitBreach> = {
  transaction: { reason: 'PAYMENT_METHOD_TRANSACTION_LIMIT_EXCEEDED', detail: null },
  daily: {
    reason: 'PAYMENT_METHOD_DAILY_LIMIT_EXCEEDED',
    detail: 'CARD_GENERAL_DAILY_LIMIT_EXCEEDED_CHANGEABLE',
  },
  monthly: {
    reason: 'PAYMENT_METHOD_MONTHLY_LIMIT_EXCEEDED',
    detail: 'CARD_GENERAL_MONTHLY_LIMIT_EXCEEDED_CHANGEABLE',
  },
  lifetime: { reason: 'PAYMENT_METHOD_LIFETIME_LIMIT_EXCEEDED', detail: null },
};

const profileBreaches: Record<'daily' | 'monthly', LimitBreach> = {
  daily: {
    reason: 'PAYMENT_METHOD_DAILY_LIMIT_EXCEEDED',
    detail: 'PROFILE_GENERAL_DAILY_LIMIT_EXCEEDED_CHANGEABLE',
  },
  monthly: {
    reason: 'PAYMENT_METHOD_MONTHLY_LIMIT_EXCEEDED',
    detail: 'PROFILE_GENERAL_MONTHLY_LIMIT_EXCEEDED_CHANGEABLE',
  },
};

const exceeds = (limit: MoneyRecord, used: number, asked: MoneyRecord) =>
  toMinor(used + convert(asked, limit.currency).amount, limit.currency) >
  toMinor(limit.amount, limit.currency);

/** The first limit a payment would go beyond: the card's own, narrowest first, then the profile's. */
export function findLimitBreach(
  world: World,
  card: CardRecord,
  transactionType: string,
  asked: MoneyRecord,
): LimitBreach | null {
  for (const window of cardLimitWindows) {
    const limit = card.limits[window];
    if (!limit) continue;
    const used = window === 'transaction' ? 0 : cardUsage(world, card, window, limit.currency).amount;
    if (exceeds(limit, used, asked)) return cardBreaches[window];
  }
  const profile = world.profiles.get(card.profileId);
  if (!profile) return null;
  const type = limitTypeOf(transactionType);
  for (const window of ['daily', 'monthly'] as const) {
    const limit = profileLimitOf(profile, type, window);
    if (exceeds(limit, profileUsage(world, profile, type, window).amount, asked))
      return profileBreaches[window];
  }
  return null;
}
