export const bulkKeys = {
  lists: ['bulk', 'list'] as const,
  one: (bulkId: string) => ['bulk', 'one', bulkId] as const,
};
