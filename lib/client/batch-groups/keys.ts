import type { BatchGroupsQuery } from '../../contracts/batch-groups.ts';

export const batchKeys = {
  all: ['batch-groups'] as const,
  lists: ['batch-groups', 'list'] as const,
  list: (query: BatchGroupsQuery) => ['batch-groups', 'list', JSON.stringify(query)] as const,
  ones: ['batch-groups', 'one'] as const,
  one: (batchGroupId: string) => ['batch-groups', 'one', batchGroupId] as const,
  /** What the form of one payment asks for; nothing that happens to the group changes it. */
  form: (batchGroupId: string) => ['batch-groups', 'form', batchGroupId] as const,
  rows: (batchGroupId: string) => ['batch-groups', 'rows', batchGroupId] as const,
};
