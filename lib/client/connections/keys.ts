import type { ConnectionFilters } from './list-state.ts';

export const connectionKeys = {
  all: ['connections'] as const,
  list: (filters: ConnectionFilters) => ['connections', 'list', filters] as const,
  one: (connectionId: string) => ['connections', 'one', connectionId] as const,
};
