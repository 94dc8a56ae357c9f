import { decimalsOf, fromMinor, toMinor } from '../core/amounts.ts';
import { printMilliseconds } from '../core/clock.ts';
import { rateBetween } from '../core/rates.ts';
import type { Emulator } from '../emulator.ts';
import { conversionFeeRate } from '../transactions/steps.ts';
import { balanceUpdatePayload } from '../webhooks/money-payloads.ts';
import type { World } from '../world.ts';
import type { BalanceRecord } from './records.ts';

/** Wise: only what is not invested can be operated on. */
const isOperable = ({ investmentState }: BalanceRecord) => investmentState === 'NOT_INVESTED';

/** Wise: a profile has one of a currency. */
export const standardBalanceOf = (
  world: World,
  profileId: number,
  currency: string,
): BalanceRecord | undefined =>
  world.balances.slice(profileId).find((row) => row.type === 'STANDARD' && row.currency === currency);

const availableMinor = ({ amount, currency }: BalanceRecord) => toMinor(amount, currency);

export interface BalanceChange {
  /** In the smallest unit; below 0 for what goes out. */
  minor: number;
  channel: string;
  reference: string;
}

/** Credits or debits a balance and tells the subscribers. */
export function changeBalance(
  { webhooks, world }: Emulator,
  balance: BalanceRecord,
  change: BalanceChange,
): { transactionId: number; balance: BalanceRecord } {
  const atMs = world.clock.now();
  const after = world.balances.put({
    ...balance,
    amount: fromMinor(availableMinor(balance) + change.minor, balance.currency),
    modificationTime: printMilliseconds(atMs),
  });
  const stepId = world.nextNumber('balanceStep');
  webhooks.emit(
    'balances#update',
    balanceUpdatePayload(after, { ...change, stepId, atMs }),
    balance.profileId,
  );
  return { transactionId: world.nextNumber('balanceTransaction'), balance: after };
}

interface Conversion {
  from: BalanceRecord;
  costMinor: number;
  gainMinor: number;
}

/** Emulator choice: the same fee as when a card is paid from another currency, and never more than is there. */
function convertFrom(from: BalanceRecord, currency: string, wantedMinor: number): Conversion {
  const net = rateBetween(from.currency, currency) * (1 - conversionFeeRate);
  // Of one smallest unit; a millionth of it makes up for what is lost in the product.
  const netMinor = net * 10 ** (decimalsOf(currency) - decimalsOf(from.currency));
  const thereMinor = availableMinor(from);
  const mostMinor = Math.floor(thereMinor * netMinor + 1e-6);
  if (mostMinor <= wantedMinor) return { from, costMinor: thereMinor, gainMinor: mostMinor };
  const costMinor = Math.min(thereMinor, Math.ceil(wantedMinor / netMinor - 1e-6));
  return { from, costMinor, gainMinor: wantedMinor };
}

/**
 * What is taken from other balances where one is short. Emulator choice: of the one that is worth most first.
 * @returns null where all of them together do not suffice
 */
function planConversions(
  others: readonly BalanceRecord[],
  currency: string,
  shortMinor: number,
): Conversion[] | null {
  const byWorth = others
    .map((row) => ({ row, worth: row.amount * rateBetween(row.currency, currency) }))
    .filter(({ worth }) => worth > 0)
    .sort((a, b) => b.worth - a.worth);
  const plan: Conversion[] = [];
  let left = shortMinor;
  for (const { row } of byWorth) {
    if (left === 0) break;
    const conversion = convertFrom(row, currency, left);
    if (conversion.gainMinor === 0) continue;
    plan.push(conversion);
    left -= conversion.gainMinor;
  }
  return left === 0 ? plan : null;
}

/** Emulator choice: which of Wise's codes stands for what; one that is invested counts as inactive. */
export type DebitRefusal =
  | 'balance.no-balance-for-currency'
  | 'balance.account-inactive'
  | 'balance.insufficient-funds';

interface DebitWanted {
  profileId: number;
  currency: string;
  minor: number;
  reference: string;
  /** Wise: where a batch group's currency is short, another one may be converted. */
  mayConvert: boolean;
}

/** Takes a sum from the profile's balance of its currency, all of it or nothing. */
export function debitProfile(
  emulator: Emulator,
  { currency, mayConvert, minor, profileId, reference }: DebitWanted,
): { balanceId: number; transactionId: number } | DebitRefusal {
  const { world } = emulator;
  const balance = standardBalanceOf(world, profileId, currency);
  if (!balance) return 'balance.no-balance-for-currency';
  if (!isOperable(balance)) return 'balance.account-inactive';
  const shortMinor = minor - availableMinor(balance);
  const others = mayConvert
    ? world.balances
        .slice(profileId)
        .filter((row) => row.type === 'STANDARD' && row.id !== balance.id && isOperable(row))
    : [];
  const conversions = shortMinor > 0 ? planConversions(others, currency, shortMinor) : [];
  if (!conversions) return 'balance.insufficient-funds';
  let current = balance;
  for (const { costMinor, from, gainMinor } of conversions) {
    // Emulator choice: Wise's documents show TRANSFER and name no other channel.
    const note = { channel: 'CONVERSION', reference };
    changeBalance(emulator, from, { minor: -costMinor, ...note });
    current = changeBalance(emulator, current, { minor: gainMinor, ...note }).balance;
  }
  const { transactionId } = changeBalance(emulator, current, {
    minor: -minor,
    channel: 'TRANSFER',
    reference,
  });
  return { balanceId: balance.id, transactionId };
}
