import { printMilliseconds } from '../core/clock.ts';
import { Random } from '../core/random.ts';
import type { ProfileRecord } from '../entities.ts';
import type { BalanceRecord, DirectDebitAccountRecord } from '../money/records.ts';
import { homeCurrencyOf } from '../transactions/spend-limits.ts';
import { balanceIdOf } from '../transactions/steps.ts';
import { dayInMs } from './build.ts';

interface SeedBalance {
  currency: string;
  amount: number;
  reserved?: number;
  investmentState?: string;
  /** Of a jar; the balance of the currency has no name. */
  name?: string;
}

/** By the profile's place among the businesses. */
const ofBusinesses: readonly (readonly SeedBalance[])[] = [
  [
    { currency: 'GBP', amount: 655_012.18, reserved: 12_480 },
    { currency: 'EUR', amount: 214_870.44 },
    { currency: 'USD', amount: 98_340.07, reserved: 1_250.5 },
    { currency: 'CAD', amount: 41_206.9 },
    { currency: 'GBP', amount: 48_000, name: 'Tax' },
    { currency: 'GBP', amount: 120_000, name: 'Reserve fund', investmentState: 'INVESTED' },
  ],
  [
    { currency: 'EUR', amount: 382_119.63, reserved: 4_310.25 },
    { currency: 'GBP', amount: 27_455.1 },
    { currency: 'USD', amount: 64_002.88, investmentState: 'INVESTED' },
    { currency: 'EUR', amount: 15_500, name: 'Festival 2027' },
  ],
  [
    { currency: 'USD', amount: 1_204_566.02, reserved: 30_000 },
    { currency: 'CAD', amount: 87_310.45 },
    { currency: 'GBP', amount: 9_870.66 },
    { currency: 'EUR', amount: 310.86 },
  ],
];

/** Some people have one, in the currency of where they live. */
function ofPerson(profile: ProfileRecord): readonly SeedBalance[] {
  const random = new Random(`balances ${profile.id}`);
  if (random.chance(0.3)) return [];
  return [{ currency: homeCurrencyOf(profile), amount: random.between(1_200, 640_000) / 100 }];
}

/** Jars are numbered after all that a profile could have one of a currency of. */
const firstJar = 51;

function build(profileId: number, rows: readonly SeedBalance[], dayMs: number): BalanceRecord[] {
  let jars = 0;
  return rows.map(
    ({ amount, currency, investmentState = 'NOT_INVESTED', name = null, reserved = 0 }, at) => ({
      id:
        name === null ? balanceIdOf(profileId, currency) : balanceIdOf(profileId, 'GBP') + firstJar + jars++,
      profileId,
      currency,
      type: name === null ? 'STANDARD' : 'SAVINGS',
      name,
      investmentState,
      amount,
      reservedAmount: reserved,
      creationTime: printMilliseconds(dayMs - (900 - at) * dayInMs),
      modificationTime: printMilliseconds(dayMs - (at + 1) * dayInMs),
    }),
  );
}

/** Emulator choice: cards are paid without a look at these. */
export function plantBalances(profiles: readonly ProfileRecord[], dayMs: number): BalanceRecord[] {
  let businesses = 0;
  return profiles.flatMap((profile) =>
    build(
      profile.id,
      profile.type === 'BUSINESS' ? (ofBusinesses[businesses++] ?? []) : ofPerson(profile),
      dayMs,
    ),
  );
}

/** The first business can be paid for from two banks. */
export const demoDirectDebitAccounts: readonly DirectDebitAccountRecord[] = [
  {
    id: 7_001,
    profileId: 30_000_001,
    currency: 'USD',
    type: 'ACH',
    routingNumber: '064000020',
    accountNumber: '40000000000',
    accountType: 'CHECKING',
  },
  {
    id: 7_002,
    profileId: 30_000_001,
    currency: 'CAD',
    type: 'EFT',
    routingNumber: '00116001',
    accountNumber: '2001100428',
    accountType: 'CHECKING',
  },
];
