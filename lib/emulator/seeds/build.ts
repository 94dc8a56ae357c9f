import type { SpendingPermission } from '../../contracts/wise/spending-permissions.ts';
import { printInstant, printWithoutOffset } from '../core/clock.ts';
import type { Random } from '../core/random.ts';
import type { AddressRecord, CardLimits, CardRecord, RefreshTokenRecord, UserRecord } from '../entities.ts';
import { countries, type SeedPerson } from './people.ts';
import type { SeedProgram } from './programs.ts';

export const dayInMs = 86_400_000;
export const demoClientId = 'demo-client';

/** Emulator choice: numbered, so that a test knows them; the first one has no number. */
export const refreshTokenText = (userId: number, number: number): string =>
  `demo-refresh-${userId}${number === 1 ? '' : `-${number}`}`;

/** What the users of a seed have granted before it begins. */
export function firstRefreshTokenOf(user: UserRecord): RefreshTokenRecord | undefined {
  if (user.refreshTokensIssued === 0) return undefined;
  return { token: refreshTokenText(user.id, 1), userId: user.id, number: 1, gotBy: null, isRevoked: false };
}

export function buildUser(
  userId: number,
  person: SeedPerson,
  phoneNumber: string,
  email: string,
): UserRecord {
  return {
    id: userId,
    email,
    firstName: person.firstName,
    lastName: person.lastName,
    phoneNumber,
    dateOfBirth: `19${60 + (userId % 40)}-0${1 + (userId % 9)}-1${userId % 10}`,
    countryCode: person.country,
    registrationCode: null,
    refreshTokensIssued: 1,
    isPersonalTokenRevoked: false,
    tokensIssued: 0,
  };
}

export function buildAddress(id: number, country: SeedPerson['country'], random: Random): AddressRecord {
  const { iso3, places, state, streets } = countries[country];
  const [city, postCode] = random.pick(places);
  return {
    id,
    addressFirstLine: `${random.between(1, 180)} ${random.pick(streets)}`,
    city,
    countryIso2Code: country,
    countryIso3Code: iso3,
    postCode,
    stateCode: state,
  };
}

/** Profiles were made well before their cards. */
export function buildProfileTimes(dayMs: number, random: Random): { createdAt: string; updatedAt: string } {
  const createdMs = dayMs - random.between(2300, 2900) * dayInMs + random.between(0, dayInMs - 1);
  return {
    createdAt: printWithoutOffset(createdMs),
    updatedAt: printWithoutOffset(createdMs + random.between(1, 200) * dayInMs),
  };
}

export function emailOf(person: SeedPerson): string {
  const plain = `${person.firstName}.${person.lastName}`
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
    .replace(/ß/g, 'ss')
    .replace(/[łŁ]/g, 'l')
    .replace(/[đĐ]/g, 'd')
    .replace(/ı/g, 'i');
  return `${plain.toLowerCase().replace(/[^a-z.]+/g, '-')}@example.com`;
}

export interface SeedCard {
  token: string;
  profileId: number;
  person: SeedPerson;
  program: SeedProgram;
  status: string;
  /** At least 2, so that its times lie in the past at any hour. */
  ageDays: number;
  phoneSerial: number;
  unlock?: string | undefined;
  /** Contactless and stripe are still locked. Cards that were never activated always have them locked. */
  isLocked?: boolean | undefined;
  pinTries?: number | undefined;
  lastFourDigits?: string | undefined;
  /** Spending permissions that are off while all others are on; drawn where it is left out. */
  switchedOff?: readonly string[] | undefined;
  limits?: CardLimits | undefined;
}

/** Emulator choice: a card runs four years and expires at the end of a month. */
export const cardLifeDays = 1461;

export function expiryOf(createdMs: number): string {
  const date = new Date(createdMs + cardLifeDays * dayInMs);
  const lastOfMonth = new Date(Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + 1, 0));
  return `${lastOfMonth.toISOString().slice(0, 10)}T00:00:00Z`;
}

const virtualTypes = ['ECOM', 'ATM_WITHDRAWAL', 'MOBILE_WALLETS'] as const;
const physicalTypes = [
  'ECOM',
  'POS_CHIP',
  'ATM_WITHDRAWAL',
  'MOBILE_WALLETS',
  'POS_CONTACTLESS',
  'POS_MAGSTRIPE',
] as const;
const lockedUntilUnlocked: readonly string[] = ['POS_CONTACTLESS', 'POS_MAGSTRIPE'];

/** Wise: a virtual card has three; contactless and stripe of a physical one start locked until it is unlocked. */
function buildSpendingPermissions(
  isVirtual: boolean,
  isUnlocked: boolean,
  isEnabled: (type: string) => boolean,
): SpendingPermission[] {
  return (isVirtual ? virtualTypes : physicalTypes).map((type) => {
    const isLocked = !isVirtual && !isUnlocked && lockedUntilUnlocked.includes(type);
    return { type, isEnabled: !isLocked && isEnabled(type), isLocked };
  });
}

/** Of a card that was just made: everything that is not locked is on. */
export const newSpendingPermissions = (isVirtual: boolean): SpendingPermission[] =>
  buildSpendingPermissions(isVirtual, false, () => true);

export function buildCard(card: SeedCard, dayMs: number, random: Random): CardRecord {
  const isVirtual = card.program.cardType !== 'PHYSICAL';
  const isPurged = card.status === 'PURGED';
  const createdMs = dayMs - card.ageDays * dayInMs + random.between(0, dayInMs - 1);
  const modifiedMs = Math.min(createdMs + random.between(0, card.ageDays) * dayInMs, dayMs - 1000);
  const unlock = isVirtual ? 'NONE' : (card.unlock ?? 'WITH_PARTNER_API');
  const isUnlocked = card.status !== 'INACTIVE' && card.isLocked !== true;
  const { bins, ...cardProgram } = card.program;
  const country = countries[card.person.country];
  return {
    token: card.token,
    profileId: card.profileId,
    clientId: demoClientId,
    status: card.status,
    cardHolderName: isPurged ? null : `${card.person.firstName} ${card.person.lastName}`,
    phoneNumber: isPurged ? null : country.phoneNumber(card.phoneSerial),
    expiryDate: expiryOf(createdMs),
    lastFourDigits: card.lastFourDigits ?? random.digits(4),
    bankIdentificationNumber: random.pick(bins),
    cardProgram,
    unlockSpendingPermissions: unlock,
    spendingPermissions: buildSpendingPermissions(isVirtual, isUnlocked, (type) =>
      card.switchedOff ? !card.switchedOff.includes(type) : random.chance(0.85),
    ),
    pinTries: card.pinTries ?? 0,
    limits: card.limits ?? {},
    creationTime: printInstant(createdMs, random.between(0, 499_999)),
    modificationTime: printInstant(modifiedMs, random.between(500_000, 999_999)),
  };
}
