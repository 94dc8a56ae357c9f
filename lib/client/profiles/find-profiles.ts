import type { Profile } from '../../contracts/profiles.ts';

/** Those that the console can act for now, or every one that it ever knew. */
export type OfferedProfiles = 'connected' | 'known';

/** Businesses first, narrowed by what is typed; what is chosen stays in sight. */
export function findProfiles(
  profiles: readonly Profile[],
  offered: OfferedProfiles,
  text: string,
  chosen: string,
): Profile[] {
  const wanted = text.trim().toLowerCase();
  return profiles
    .filter(({ connected, state }) => offered === 'known' || (connected && state !== 'DEACTIVATED'))
    .filter(({ id, name }) => id === chosen || name.toLowerCase().includes(wanted) || id.startsWith(wanted))
    .sort(
      (one, other) =>
        Number(other.type === 'BUSINESS') - Number(one.type === 'BUSINESS') ||
        one.name.localeCompare(other.name, 'en'),
    );
}
