export const balanceKeys = {
  all: ['balances'] as const,
  ofProfile: (profileId: string) => ['balances', profileId] as const,
};
