import type { LegalHoldsState } from './legal-holds-state.ts';

/** Below those of the cases, which compliance is told of when one is placed or lifted. */
export const legalHoldKeys = {
  all: ['cases', 'legal-holds'] as const,
  list: ({ query, state }: LegalHoldsState) => ['cases', 'legal-holds', 'list', query, state] as const,
  on: (profileId: string, cardToken: string) => ['cases', 'legal-holds', 'on', profileId, cardToken] as const,
};
