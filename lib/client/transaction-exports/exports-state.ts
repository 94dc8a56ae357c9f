import type { TransactionExportsQuery } from '../../contracts/transaction-exports.ts';
import { hrefOf } from '../url/write-url.ts';

/** Which exports are looked at: all that the reader may know of, those of which something changed, or the reader's own. */
export const exportViews = ['all', 'changed', 'mine'] as const;
export type ExportView = (typeof exportViews)[number];

/** All that the address says. */
export interface ExportsState {
  view: ExportView;
  query: string;
  sort: NonNullable<TransactionExportsQuery['sort']>;
}

export const parseExportsState = (search: URLSearchParams): ExportsState => ({
  view: exportViews.find((view) => view === search.get('view')) ?? 'all',
  query: search.get('query')?.trim().slice(0, 100) ?? '',
  sort: search.get('sort') === 'exported' ? 'exported' : '-exported',
});

export const hrefForExports = ({ query = '', sort, view }: Partial<ExportsState>): string =>
  hrefOf('/transactions/exports', {
    view: view === 'all' ? undefined : view,
    query,
    sort: sort === 'exported' ? sort : undefined,
  });

/** What the endpoint is asked for. */
export const queryOfExports = ({ query, sort, view }: ExportsState): TransactionExportsQuery => ({
  ...(view === 'changed' && { changed: 'yes' }),
  ...(view === 'mine' && { by: 'me' }),
  ...(query !== '' && { query }),
  sort,
  limit: 50,
});
