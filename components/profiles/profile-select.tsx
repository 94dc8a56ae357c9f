import { Select } from '@/components/ui/field';
import type { Profile } from '@/lib/contracts/profiles';

interface ProfileSelectProps {
  profileId: string;
  profiles: readonly Profile[];
  onChoose: (profileId: string) => void;
}

/** Whose list is shown: the first thing to choose on a page that Wise answers per profile. */
export function ProfileSelect({ profileId, profiles, onChoose }: ProfileSelectProps) {
  return (
    <span className="w-[312px] max-wide:w-[240px] max-narrow:w-auto max-narrow:min-w-0 max-narrow:flex-1">
      <Select
        aria-label="Profile"
        data-search
        value={profileId}
        onChange={({ target }) => onChoose(target.value)}
      >
        <option value="">Choose a profile</option>
        {profiles.map(({ id, name }) => (
          <option key={id} value={id}>
            {name}
          </option>
        ))}
        {profileId !== '' && !profiles.some(({ id }) => id === profileId) && (
          <option value={profileId}>{profileId}</option>
        )}
      </Select>
    </span>
  );
}
