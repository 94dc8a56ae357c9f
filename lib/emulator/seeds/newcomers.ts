import { Random } from '../core/random.ts';
import type { CardRecord, ProfileRecord, UserRecord } from '../entities.ts';
import { buildCard } from './build.ts';
import { buildPerson } from './build-profiles.ts';
import { newcomers } from './people.ts';
import { programs } from './programs.ts';

const firstProfileId = 30_000_141;
const cardAges = [18, 140, 390];

/** Wise: 32 characters or more. */
export const registrationCodeOf = (userId: number): string => `demo-registration-code-of-${userId}`;

/** Three working cards each. Drawn by a generator of their own, so that all others stay who they are. */
export function plantNewcomers(dayMs: number) {
  const random = new Random('newcomers');
  const users: UserRecord[] = [];
  const profiles: ProfileRecord[] = [];
  const cards: CardRecord[] = [];
  for (const [index, person] of newcomers.entries()) {
    const profileId = firstProfileId + index;
    const { profile, user } = buildPerson(profileId, person, dayMs, random);
    users.push({ ...user, refreshTokensIssued: 0, registrationCode: registrationCodeOf(user.id) });
    profiles.push(profile);
    for (const [serial, ageDays] of cardAges.entries())
      cards.push(
        buildCard(
          {
            token: random.uuid(),
            profileId,
            person,
            program: serial === 2 ? programs.visaConsumerUkVirtual : programs.visaConsumerUk,
            status: 'ACTIVE',
            ageDays,
            phoneSerial: (profileId % 1000) * 7 + serial,
          },
          dayMs,
          random,
        ),
      );
  }
  return { users, profiles, cards };
}
