import { Random } from '../core/random.ts';
import type { CardRecord, ProfileRecord, UserRecord } from '../entities.ts';
import { buildCard } from './build.ts';
import { buildBusinessProfile, buildPerson } from './build-profiles.ts';
import { plantBalances } from './demo-balances.ts';
import { plantKiosks } from './demo-kiosks.ts';
import { buildBusinessUser, businessUserId } from './demo.ts';
import { businesses, personalHolders, type SeedPerson } from './people.ts';
import { programs } from './programs.ts';
import { sourceOf } from '../transactions/card-transactions.ts';
import type { SeedData, SeedOptions } from './seed.ts';

const scalePrograms = [
  programs.visaConsumerUk,
  programs.visaConsumerUkVirtual,
  programs.mastercardConsumerEea,
  programs.visaConsumerUs,
] as const;
const scaleStatuses = [
  'ACTIVE',
  'ACTIVE',
  'ACTIVE',
  'ACTIVE',
  'ACTIVE',
  'ACTIVE',
  'FROZEN',
  'INACTIVE',
  'BLOCKED',
] as const;

const fallbackHolder: SeedPerson = { firstName: 'Alex', lastName: 'Morgan', country: 'GB' };

/** Many cards spread evenly over the profiles: three businesses of one user, the rest people with a user each. */
export function plantScale(dayMs: number, options: SeedOptions): SeedData {
  const random = new Random('scale');
  const users: UserRecord[] = [];
  const profiles: ProfileRecord[] = [];
  const cards: CardRecord[] = [];
  const holders: SeedPerson[] = [];
  const profileCount = options.profiles ?? 500;
  const cardCount = options.cards ?? 10_000;

  for (let index = 0; index < profileCount; index++) {
    const business = businesses[index];
    if (business) {
      if (index === 0) users.push(buildBusinessUser());
      profiles.push(buildBusinessProfile(30_000_001 + index, businessUserId, business, dayMs, random));
      holders.push(business.employees[0] ?? fallbackHolder);
    } else {
      const named = personalHolders[random.between(0, personalHolders.length - 1)];
      const family = personalHolders[random.between(0, personalHolders.length - 1)];
      if (!named || !family) continue;
      const person: SeedPerson = { ...named, lastName: family.lastName };
      const profileId = 30_000_101 + index - businesses.length;
      const { profile, user } = buildPerson(
        profileId,
        person,
        dayMs,
        random,
        `person-${profileId}@example.com`,
      );
      users.push(user);
      profiles.push(profile);
      holders.push(person);
    }
  }

  for (let index = 0; index < cardCount; index++) {
    const place = index % Math.max(1, profiles.length);
    const profile = profiles[place];
    const person = holders[place];
    if (!profile || !person) break;
    cards.push(
      buildCard(
        {
          token: random.uuid(),
          profileId: profile.id,
          person,
          program: random.pick(scalePrograms),
          status: random.pick(scaleStatuses),
          ageDays: random.between(2, 1200),
          phoneSerial: index,
          lastFourDigits: String((index * 7919) % 10_000).padStart(4, '0'),
        },
        dayMs,
        random,
      ),
    );
  }
  return {
    users,
    profiles,
    cards,
    productions: [],
    kiosks: plantKiosks(),
    cardOrders: [],
    cardTransactions: sourceOf([]),
    recipients: [],
    balances: plantBalances(profiles, dayMs),
    directDebitAccounts: [],
    batchGroups: [],
    transfers: [],
  };
}
