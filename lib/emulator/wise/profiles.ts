import type { Emulator } from '../emulator.ts';
import type { ProfileRecord } from '../entities.ts';
import type { World } from '../world.ts';
import type { EmulatorContext } from './context.ts';
import { parseIdParam } from './parse.ts';
import { accessRefusal, invalidToken } from './refusal.ts';
import type { WiseRouter } from './router.ts';
import type { UserCaller } from './tokens.ts';

export const nameOfProfile = (profile: ProfileRecord): string =>
  profile.type === 'BUSINESS' ? profile.businessName : `${profile.firstName} ${profile.lastName}`;

function printProfile(profile: ProfileRecord) {
  const common = {
    type: profile.type,
    id: profile.id,
    publicId: profile.publicId,
    userId: profile.userId,
    address: profile.address,
    email: profile.email,
    createdAt: profile.createdAt,
    updatedAt: profile.updatedAt,
    currentState: profile.currentState,
    contactDetails: { email: profile.email, phoneNumber: profile.phoneNumber },
    fullName: nameOfProfile(profile),
  };
  if (profile.type === 'PERSONAL')
    return {
      ...common,
      avatar: null,
      firstName: profile.firstName,
      lastName: profile.lastName,
      preferredName: profile.firstName,
      dateOfBirth: profile.dateOfBirth,
      phoneNumber: profile.phoneNumber,
      secondaryAddresses: [],
    };
  return {
    ...common,
    businessName: profile.businessName,
    registrationNumber: profile.registrationNumber,
    descriptionOfBusiness: profile.descriptionOfBusiness,
    webpage: profile.webpage,
    companyType: profile.companyType,
    companyRole: profile.companyRole,
    businessFreeFormDescription: profile.businessFreeFormDescription,
    firstLevelCategory: profile.firstLevelCategory,
    secondLevelCategory: profile.secondLevelCategory,
    operationalAddresses: [],
  };
}

/**
 * The profile of the path, which must be the token owner's.
 * Emulator choice: another user's profile and one that does not exist answer the same 403, so that nobody learns which exist.
 * Wise: a deactivated profile answers 401.
 */
export function profileOfCallerOrThrow(world: World, c: EmulatorContext, caller: UserCaller): ProfileRecord {
  const profile = world.profiles.get(parseIdParam(c, 'profileId'));
  if (!profile || profile.userId !== caller.user.id) throw accessRefusal('Access to this profile is denied');
  if (profile.currentState === 'DEACTIVATED') throw invalidToken();
  return profile;
}

export function registerProfiles(router: WiseRouter, { world }: Emulator): void {
  router.forUser('GET /v2/profiles', (c, { user }) =>
    c.json(world.profiles.slice(user.id).map(printProfile)),
  );

  router.forUser('GET /v2/profiles/{profileId}', (c, caller) =>
    c.json(printProfile(profileOfCallerOrThrow(world, c, caller))),
  );
}
