import { GuardedReason } from '../../../../catalogues/decline-reasons/guarded-reason.ts';
import type { WiseCard } from '../../../../../contracts/cards.ts';
import type { ToldTransaction } from '../told-transaction.ts';

const firstNames =
  'Oliver Amara Grace Daniel Sofia Marcus Chloé Noor Hannah Ibrahim Elena Tom Leah Yusuf Ingrid Paolo Wei Nadia Samuel Beatriz'.split(
    ' ',
  );
const lastNames =
  'Smith Okafor Marchetti Brandt Novak Ashby Kowalski Fernandes Lindqvist Haddad Tanaka Murphy Rossi Dubois Petrov Iyer Silva Jansen Moreau Quinn'.split(
    ' ',
  );
const shopNames =
  'Corner Market Café Station Books Fresh Central Garden Harbour Pharmacy Grill Online Travel Fuel Sports'.split(
    ' ',
  );
const cities = 'London Leeds Bristol Paris Lyon Berlin Madrid Lisboa Tokyo Dublin Milano Porto'.split(' ');
const countries = ['GB', 'FR', 'DE', 'ES', 'PT', 'JP', 'IE', 'IT', 'United Kingdom', 'US'];
const mccs = ['5411', '5812', '5541', '4111', '5912', '5942', '6011', '4722', '7011', '5732'];
const types = ['POS_PURCHASE', 'ECOM_PURCHASE', 'CASH_WITHDRAWAL', 'REFUND', 'ACCOUNT_CHECK'];
const methods = ['CHIP', 'CONTACTLESS', 'E_COMMERCE', 'MANUAL_ENTRY', 'MAGSTRIPE'];
/** What one of each is worth in pounds: amounts are drawn alike, so the largest value is never in yen. */
export const worthInPounds: [currency: string, worth: number][] = [
  ['GBP', 1],
  ['EUR', 0.87],
  ['USD', 0.79],
  ['JPY', 0.0052],
  ['PLN', 0.2],
];
const currencies = worthInPounds.map(([currency]) => currency);
const states = ['COMPLETED', 'COMPLETED', 'COMPLETED', 'COMPLETED', 'DECLINED', 'IN_PROGRESS', 'CANCELLED'];
const reasons = [
  'INSUFFICIENT_FUNDS',
  'CARD_FROZEN',
  'INCORRECT_PIN',
  'SPEND_LIMIT_EXCEEDED',
  'SUSPECTED_FRAUD_AML',
  'UNEXPECTED_ERROR',
];
const programmes = ['VISA_DEBIT_CONSUMER_UK', 'VISA_DEBIT_BUSINESS_UK', 'MASTERCARD_DEBIT_CONSUMER_EEA'];
export const dayMs = 86_400_000;

/** Draws that are the same every time, between 0 and 1. */
export function seededDraws(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

const cardTokenOf = (index: number): string => `bbbbbbbb-0000-4000-8000-${String(index).padStart(12, '0')}`;
const profileOf = (index: number, profileIds: readonly string[]): string =>
  profileIds[index % profileIds.length] ?? '';

/** The card of that number; names that come first in the lists are many people's. */
export function makeCard(index: number, profileIds: readonly string[]): WiseCard {
  const draw = seededDraws(index + 1);
  return {
    token: cardTokenOf(index),
    profileId: profileOf(index, profileIds),
    status: { value: 'ACTIVE' },
    cardHolderName: `${oftenFirst(firstNames, draw)} ${oftenFirst(lastNames, draw)}`,
    expiryDate: '2029-11-30T00:00:00Z',
    lastFourDigits: String((index * 7919) % 10_000).padStart(4, '0'),
    bankIdentificationNumber: null,
    phoneNumber: `+4477009${String(index).padStart(6, '0')}`,
    cardProgram: {
      name: oftenFirst(programmes, draw),
      scheme: 'VISA',
      defaultCurrency: 'GBP',
      cardType: 'PHYSICAL',
    },
    unlockSpendingPermissions: 'NONE',
    creationTime: '2025-01-01T00:00:00Z',
    modificationTime: '2025-01-01T00:00:00Z',
  };
}

/** Transaction `index` of `count`, each a little later than the one before, over the year that ends at `until`. */
export function makeTransaction(
  index: number,
  { cards, count, profileIds, until }: { cards: number; count: number; profileIds: string[]; until: number },
): ToldTransaction {
  const draw = seededDraws(index * 31 + 7);
  const of = Math.floor(draw() * cards);
  const madeAt = new Date(until - (365 * dayMs * (count - index)) / count);
  const state = oftenFirst(states, draw);
  const currency = oftenFirst(currencies, draw);
  const amount = { amount: (draw() ** 3 * 900 + 1).toFixed(currency === 'JPY' ? 0 : 2), currency };
  return {
    profileId: profileOf(of, profileIds),
    step: state === 'COMPLETED' ? 'CAPTURE' : 'AUTH',
    source: 'webhook',
    toldAt: madeAt,
    receivedAt: madeAt,
    transaction: {
      id: String(700_000_000 + index),
      cardToken: cardTokenOf(of),
      type: oftenFirst(types, draw),
      state,
      reason: GuardedReason.of(state, state === 'DECLINED' ? oftenFirst(reasons, draw) : null, null),
      creationTime: madeAt.toISOString(),
      modificationTime: madeAt.toISOString(),
      purgeTime: null,
      transactionAmount: amount,
      fees: [],
      transactionAmountWithFees: amount,
      billingAmount: amount,
      merchant: {
        name: `${oftenFirst(shopNames, draw)} ${evenly(shopNames, draw)} ${Math.floor(draw() * 500)}`,
        country: oftenFirst(countries, draw),
        city: oftenFirst(cities, draw),
        zipCode: null,
        mcc: oftenFirst(mccs, draw),
        category: 'Shops',
      },
      authorisationMethod: oftenFirst(methods, draw),
      approvalCode: Math.floor(draw() * 1e6)
        .toString(36)
        .toUpperCase()
        .padStart(6, '0'),
      arn: null,
      pinValidationResult: draw() < 0.02 ? 'NOT_RECEIVED' : null,
      balanceChannelReferenceId: null,
    },
  };
}

const at = (list: readonly string[], share: number): string => list[Math.floor(share * list.length)] ?? '';
const evenly = (list: readonly string[], draw: () => number): string => at(list, draw());
const oftenFirst = (list: readonly string[], draw: () => number): string => at(list, draw() ** 2);
