import type { NewCode } from '../../contracts/new-codes.ts';
import { hrefOf } from '../url/write-url.ts';

export const codeViews = ['all', 'new', 'classified'] as const;
export type CodeView = (typeof codeViews)[number];

/** All that the address says. */
export interface NewCodesState {
  query: string;
  view: CodeView;
  code: string;
}

export const parseNewCodesState = (search: URLSearchParams): NewCodesState => ({
  query: search.get('query')?.slice(0, 200) ?? '',
  view: codeViews.find((view) => view === search.get('view')) ?? 'all',
  code: search.get('code')?.slice(0, 100) ?? '',
});

export const hrefForNewCodes = ({ code, query, view }: NewCodesState): string =>
  hrefOf('/declines/new-codes', { query, view: view === 'all' ? '' : view, code });

/** A code taken back is no new one, and not classified either: it is found among all. */
export function findNewCodes(codes: readonly NewCode[], { query, view }: NewCodesState): NewCode[] {
  const words = query
    .toLowerCase()
    .split(/[\s_]+/)
    .filter(Boolean);
  return codes.filter(({ classification, code, version }) => {
    if (view === 'new' && version > 0) return false;
    if (view === 'classified' && classification === null) return false;
    const text = [code, classification?.title, classification?.happened].join(' ').toLowerCase();
    return words.every((word) => text.includes(word));
  });
}
