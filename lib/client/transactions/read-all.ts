import { type ArchiveListItem, listTransactions } from '../../contracts/transactions.ts';
import { callEndpoint } from '../call-endpoint.ts';
import type { ArchiveFilters } from './archive-state.ts';

/** Every transaction that the filters find, up to `most`. */
export async function readAllTransactions(filters: ArchiveFilters, most: number): Promise<ArchiveListItem[]> {
  const all: ArchiveListItem[] = [];
  for (let cursor: string | undefined; ; ) {
    const page = await callEndpoint(listTransactions, {
      query: { ...filters, limit: 200, ...(cursor === undefined ? {} : { cursor }) },
    });
    all.push(...page.items);
    if (page.nextCursor === null || all.length >= most) return all.slice(0, most);
    cursor = page.nextCursor;
  }
}
