import type { Random } from '../core/random.ts';
import type { BusinessProfileRecord, PersonalProfileRecord, ProfileRecord, UserRecord } from '../entities.ts';
import { buildAddress, buildProfileTimes, buildUser, emailOf } from './build.ts';
import { type businesses, countries, type SeedPerson } from './people.ts';

export function buildBusinessProfile(
  id: number,
  userId: number,
  business: (typeof businesses)[number],
  dayMs: number,
  random: Random,
): BusinessProfileRecord {
  const [firstLevelCategory, secondLevelCategory] = business.category;
  return {
    type: 'BUSINESS',
    id,
    publicId: random.uuid(),
    userId,
    address: buildAddress(36_000_000 + (id % 1_000_000), business.country, random),
    email: `accounts@${new URL(business.webpage).hostname}`,
    phoneNumber: countries[business.country].phoneNumber(id % 1000),
    ...buildProfileTimes(dayMs, random),
    currentState: 'VISIBLE',
    limits: {},
    businessName: business.name,
    registrationNumber: business.registrationNumber,
    descriptionOfBusiness: secondLevelCategory,
    webpage: business.webpage,
    companyType: 'LIMITED_COMPANY',
    companyRole: 'OWNER',
    businessFreeFormDescription: business.purpose,
    firstLevelCategory,
    secondLevelCategory,
  };
}

export function buildPersonalProfile(
  id: number,
  user: UserRecord,
  person: SeedPerson,
  dayMs: number,
  random: Random,
): PersonalProfileRecord {
  return {
    type: 'PERSONAL',
    id,
    publicId: random.uuid(),
    userId: user.id,
    address: buildAddress(36_000_000 + (id % 1_000_000), person.country, random),
    email: user.email,
    phoneNumber: user.phoneNumber ?? '',
    ...buildProfileTimes(dayMs, random),
    currentState: 'VISIBLE',
    limits: {},
    firstName: person.firstName,
    lastName: person.lastName,
    dateOfBirth: user.dateOfBirth ?? '1980-01-01',
  };
}

/** A personal profile and the one Wise user it belongs to: user 20000101 has profile 30000101. */
export function buildPerson(
  profileId: number,
  person: SeedPerson,
  dayMs: number,
  random: Random,
  email = emailOf(person),
) {
  const phoneNumber = countries[person.country].phoneNumber(profileId % 1000);
  const user = buildUser(profileId - 10_000_000, person, phoneNumber, email);
  return { user, profile: buildPersonalProfile(profileId, user, person, dayMs, random) };
}

export const nameOf = (profile: ProfileRecord): string =>
  profile.type === 'PERSONAL' ? `${profile.firstName} ${profile.lastName}` : profile.businessName;
