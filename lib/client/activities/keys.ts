import type { ActivityFilters } from './list-state.ts';

export const activityKeys = {
  all: ['activities'] as const,
  ofProfile: (profileId: string) => ['activities', profileId] as const,
  list: (profileId: string, filters: ActivityFilters) =>
    [...activityKeys.ofProfile(profileId), filters] as const,
};
