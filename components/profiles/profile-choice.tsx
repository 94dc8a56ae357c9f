'use client';
import clsx from 'clsx';
import { useQuery } from '@tanstack/react-query';
import { useId, useState } from 'react';
import { Input } from '@/components/ui/field';
import { Tag } from '@/components/ui/status';
import { findProfiles, type OfferedProfiles } from '@/lib/client/profiles/find-profiles';
import { profilesOptions } from '@/lib/client/profiles/queries';

interface ProfileChoiceProps {
  profileId: string;
  onChoose: (profileId: string) => void;
  error?: string | undefined;
  legend?: string;
  offered?: OfferedProfiles;
}

/** One of the profiles, narrowed by what is typed. */
export function ProfileChoice({
  profileId,
  onChoose,
  error,
  legend = 'Profile that pays',
  offered = 'connected',
}: ProfileChoiceProps) {
  const { data, isError, isPending } = useQuery(profilesOptions());
  const [text, setText] = useState('');
  const id = useId();
  const found = findProfiles(data?.items ?? [], offered, text, profileId);
  return (
    <fieldset className="grid min-w-0 gap-[5px]">
      <legend className="mb-[5px] font-label">{legend}</legend>
      <Input
        type="search"
        aria-label="Find a profile by name or number"
        placeholder="Name or number"
        autoComplete="off"
        value={text}
        aria-invalid={error === undefined ? undefined : true}
        aria-describedby={`${id}-hint`}
        onChange={({ target }) => setText(target.value)}
      />
      <div className="max-h-[148px] overflow-y-auto rounded-md border border-line">
        {found.map((profile) => (
          <label
            key={profile.id}
            className="flex min-h-8 cursor-pointer items-center gap-2.5 border-t border-line-soft px-2.5 first:border-t-0 hover:bg-hover has-checked:bg-selected"
          >
            <input
              type="radio"
              name={`${id}-profile`}
              value={profile.id}
              checked={profile.id === profileId}
              onChange={() => onChoose(profile.id)}
              className="size-4 flex-none accent-accent"
            />
            <span className="min-w-0 flex-1 truncate">{profile.name}</span>
            {profile.type === 'BUSINESS' && <Tag>Business</Tag>}
            <span className="code text-ink-3">{profile.id}</span>
          </label>
        ))}
        {found.length === 0 && (
          <p className="px-2.5 py-1.5 text-meta text-ink-3">
            {isPending
              ? 'Reading the profiles'
              : isError
                ? 'The profiles could not be read.'
                : offered === 'connected'
                  ? 'No connected profile matches.'
                  : 'No profile matches.'}
          </p>
        )}
      </div>
      <span
        id={`${id}-hint`}
        aria-live="polite"
        className={clsx('text-meta empty:hidden', error === undefined ? 'text-ink-3' : 'text-bad')}
      >
        {error ?? (offered === 'connected' && 'Only profiles whose Wise user is connected.')}
      </span>
    </fieldset>
  );
}
