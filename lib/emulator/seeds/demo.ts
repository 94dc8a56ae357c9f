import { Random } from '../core/random.ts';
import type { CardRecord, ProfileRecord, UserRecord } from '../entities.ts';
import { buildCard, buildUser, cardLifeDays, type SeedCard } from './build.ts';
import { buildBusinessProfile, buildPerson } from './build-profiles.ts';
import { type DemoCardName, demoCards } from './demo-cards.ts';
import { plantCardOrders } from './demo-card-orders.ts';
import { demoDirectDebitAccounts, plantBalances } from './demo-balances.ts';
import { plantBatchGroups } from './demo-batch-groups.ts';
import { withKioskAges } from './demo-kiosk-cards.ts';
import { plantKiosks } from './demo-kiosks.ts';
import { plantProductions } from './demo-productions.ts';
import { plantRecipients } from './demo-recipients.ts';
import { plantNewcomers } from './newcomers.ts';
import { businesses, personalHolders, type SeedCountryCode, type SeedPerson } from './people.ts';
import { programs, type SeedProgram } from './programs.ts';
import type { SeedData } from './seed.ts';
import { demoTransactions } from './transactions/demo-transactions.ts';

/** One Wise user owns all three businesses, so that a connection with several profiles exists; each person has a user of their own. */
export const businessUserId = 20_000_001;
const firstBusinessId = 30_000_001;
const firstPersonalId = 30_000_101;
const cardsPerBusiness = 40;
const cardsPerPerson = 3;

type Programs = readonly [SeedProgram, ...SeedProgram[]];

const businessPrograms = [
  [programs.visaBusinessUk, programs.visaBusinessUk, programs.visaBusinessUkVirtual],
  [programs.mastercardBusinessEea],
  [programs.visaBusinessUs],
] as const satisfies readonly Programs[];

const eea = [programs.mastercardConsumerEea, programs.mastercardConsumerEeaVirtual] as const;
const personalPrograms: Record<SeedCountryCode, Programs> = {
  GB: [programs.visaConsumerUk, programs.visaConsumerUk, programs.visaConsumerUkVirtual],
  IE: eea,
  FR: eea,
  DE: eea,
  SE: eea,
  US: [programs.visaConsumerUs],
  AU: [programs.visaConsumerAu],
};

type Traits = Partial<Omit<SeedCard, 'profileId' | 'token' | 'person' | 'phoneSerial'>>;

const fixedTraits: Record<DemoCardName, Traits> = {
  active: { ageDays: 34, lastFourDigits: '6320' },
  inactive: { status: 'INACTIVE', ageDays: 6, lastFourDigits: '8874' },
  frozen: { status: 'FROZEN', ageDays: 48, lastFourDigits: '0417' },
  blocked: { status: 'BLOCKED', ageDays: 402, lastFourDigits: '5529' },
  partnerSuspended: { status: 'PARTNER_SUSPENDED', ageDays: 190, lastFourDigits: '2046' },
  expired: { status: 'EXPIRED', ageDays: cardLifeDays + 130, lastFourDigits: '7781' },
  purged: { status: 'PURGED', ageDays: cardLifeDays + 640, lastFourDigits: '3302' },
  old: { ageDays: 75, lastFourDigits: '9158' },
  virtual: { program: programs.visaConsumerUkVirtual, ageDays: 21, lastFourDigits: '4093' },
  lockedTwo: {
    ageDays: 12,
    unlock: 'WITH_FIRST_CHIP_AND_PIN_TRANSACTION',
    isLocked: true,
    lastFourDigits: '6612',
  },
  restricted: { ageDays: 58, lastFourDigits: '1935' },
  pinTriesExceeded: { ageDays: 41, pinTries: 4, lastFourDigits: '7240' },
  ecomOff: { ageDays: 160, lastFourDigits: '3857', switchedOff: ['ECOM'] },
  chipPinLocked: { ageDays: 220, lastFourDigits: '6604', switchedOff: [] },
  dailyLimit: {
    ageDays: 310,
    lastFourDigits: '2918',
    switchedOff: [],
    limits: {
      daily: { amount: 250, currency: 'GBP' },
      monthly: { amount: 2_000, currency: 'GBP' },
    },
  },
  insufficientFunds: { ageDays: 130, lastFourDigits: '4476', switchedOff: [] },
  softDeclines: { ageDays: 280, lastFourDigits: '8031', switchedOff: [] },
  traveller: { ageDays: 410, lastFourDigits: '5162', switchedOff: [] },
  oddities: { ageDays: 190, lastFourDigits: '9743', switchedOff: [] },
};

/** These take the place of a card that was drawn, so that every other card is the one it would have been without them. */
const laidOver: readonly DemoCardName[] = [
  'ecomOff',
  'chipPinLocked',
  'dailyLimit',
  'insufficientFunds',
  'softDeclines',
  'traveller',
  'oddities',
];

/** Most cards work; every status occurs many times over. */
const statuses = [
  ...Array<string>(11).fill('ACTIVE'),
  'FROZEN',
  'FROZEN',
  'INACTIVE',
  'INACTIVE',
  'BLOCKED',
  'BLOCKED',
  'EXPIRED',
  'PURGED',
  'PARTNER_SUSPENDED',
] as const;

function pickTraits(index: number, random: Random): Traits {
  const status = statuses[(index * 7) % statuses.length] ?? 'ACTIVE';
  const ageDays =
    status === 'EXPIRED'
      ? cardLifeDays + random.between(40, 300)
      : status === 'PURGED'
        ? cardLifeDays + random.between(600, 700)
        : random.between(2, status === 'INACTIVE' ? 50 : 1200);
  const opensWithChip = random.chance(0.25);
  return {
    status,
    ageDays,
    unlock: opensWithChip ? 'WITH_FIRST_CHIP_AND_PIN_TRANSACTION' : 'WITH_PARTNER_API',
    isLocked: opensWithChip && random.chance(0.3),
    pinTries: random.chance(0.08) ? random.between(1, 4) : 0,
  };
}

export function buildBusinessUser(): UserRecord {
  const owner: SeedPerson = { firstName: 'Imogen', lastName: 'Hartley', country: 'GB' };
  return buildUser(businessUserId, owner, '+447700900001', 'imogen.hartley@example.com');
}

/** @param nowMs what the payments lead up to; the cards count back from the beginning of its day */
export function plantDemo(dayMs: number, nowMs: number): SeedData {
  const random = new Random('demo');
  const users: UserRecord[] = [];
  const profiles: ProfileRecord[] = [];
  const cards: CardRecord[] = [];
  const fixed = Object.entries(demoCards) as [DemoCardName, (typeof demoCards)[DemoCardName]][];

  const plantCards = (profileId: number, count: number, holders: readonly SeedPerson[], from: Programs) => {
    const cardTraits: (Traits & { token?: string })[] = fixed
      .filter(([name, card]) => card.profileId === profileId && !laidOver.includes(name))
      .map(([name, card]) => ({
        ...fixedTraits[name],
        token: card.token,
        program: fixedTraits[name].program ?? from[0],
      }));
    while (cardTraits.length < count) cardTraits.push(pickTraits(cards.length + cardTraits.length, random));
    for (const [index, traits] of cardTraits.entries()) {
      const person = holders[index % holders.length];
      if (!person) continue;
      const serial = (profileId % 1000) * 7 + (index % holders.length);
      const card = {
        token: random.uuid(),
        profileId,
        person,
        program: from[index % from.length] ?? from[0],
        status: 'ACTIVE',
        ageDays: 30,
        phoneSerial: serial,
        ...traits,
      };
      cards.push(buildCard(card, dayMs, random));
    }
    for (const [name, { profileId: owner, token }] of fixed) {
      const [person] = holders;
      if (owner !== profileId || !person || !laidOver.includes(name)) continue;
      const base = { token, profileId, person, program: from[0], status: 'ACTIVE', ageDays: 30 };
      const card = { ...base, phoneSerial: (profileId % 1000) * 7, ...fixedTraits[name] };
      cards[cards.length - count] = buildCard(card, dayMs, new Random(token));
    }
  };

  users.push(buildBusinessUser());
  for (const [index, business] of businesses.entries()) {
    const profileId = firstBusinessId + index;
    profiles.push(buildBusinessProfile(profileId, businessUserId, business, dayMs, random));
    plantCards(
      profileId,
      cardsPerBusiness,
      business.employees,
      businessPrograms[index] ?? businessPrograms[0],
    );
  }
  for (const [index, person] of personalHolders.entries()) {
    const profileId = firstPersonalId + index;
    const { profile, user } = buildPerson(profileId, person, dayMs, random);
    users.push(user);
    profiles.push(profile);
    plantCards(profileId, cardsPerPerson, [person], personalPrograms[person.country]);
  }
  const aged = withKioskAges(cards, dayMs);
  const cardTransactions = demoTransactions(aged, profiles, nowMs);
  const later = plantNewcomers(dayMs);
  const recipients = plantRecipients(businessUserId, dayMs);
  return {
    users: [...users, ...later.users],
    profiles: [...profiles, ...later.profiles],
    cards: [...aged, ...later.cards],
    productions: plantProductions(aged),
    kiosks: plantKiosks(),
    cardOrders: plantCardOrders(aged, profiles, dayMs),
    cardTransactions,
    recipients,
    balances: plantBalances(profiles, dayMs),
    directDebitAccounts: demoDirectDebitAccounts,
    ...plantBatchGroups(recipients, businessUserId, dayMs),
  };
}
