import type { UserRecord } from '../entities.ts';
import { digestFactor, withoutFactors } from '../sca/factors.ts';
import type { PhoneNumberRecord, ScaFactorsRecord } from '../sca/records.ts';
import { demoClientId } from './build.ts';

const firstPhoneNumberId = 1_000_001;
const seedPin = '1234';

/** Who signed up while the emulator ran confirms with nothing yet. */
const seedUsersOf = (users: readonly UserRecord[]) => users.filter((user) => user.firstName !== null);

export const plantScaFactors = (users: readonly UserRecord[]): ScaFactorsRecord[] =>
  seedUsersOf(users).map(({ id }) => ({ ...withoutFactors(id), pinDigest: digestFactor(id, seedPin) }));

export const plantPhoneNumbers = (users: readonly UserRecord[]): PhoneNumberRecord[] =>
  seedUsersOf(users).flatMap(({ id: userId, phoneNumber }, index) => {
    if (phoneNumber === null) return [];
    return [{ id: firstPhoneNumberId + index, userId, phoneNumber, clientId: demoClientId }];
  });
