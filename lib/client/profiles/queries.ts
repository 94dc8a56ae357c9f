import { queryOptions, useQueries } from '@tanstack/react-query';
import { getProfileConnection, listProfiles } from '../../contracts/profiles.ts';
import { callEndpoint } from '../call-endpoint.ts';

export const profilesOptions = () =>
  queryOptions({ queryKey: ['profiles'], queryFn: ({ signal }) => callEndpoint(listProfiles, { signal }) });

export const profileConnectionKey = (profileId: string) => ['profiles', profileId, 'connection'] as const;

/** What keeps these profiles' pages from being live; nothing where that cannot be read. */
export const useProfileFaults = (profileIds: readonly string[]) =>
  useQueries({
    queries: profileIds.map((profileId) => ({
      queryKey: profileConnectionKey(profileId),
      queryFn: ({ signal }: { signal: AbortSignal }) =>
        callEndpoint(getProfileConnection, { params: { profileId }, signal }),
    })),
  }).flatMap(({ data }) => data?.fault ?? []);
