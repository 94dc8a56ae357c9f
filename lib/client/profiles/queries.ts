import { queryOptions } from '@tanstack/react-query';
import { listProfiles } from '../../contracts/profiles.ts';
import { callEndpoint } from '../call-endpoint.ts';

export const profilesOptions = () =>
  queryOptions({ queryKey: ['profiles'], queryFn: ({ signal }) => callEndpoint(listProfiles, { signal }) });
