import type { SavedView, SavedViewList } from '../../contracts/views.ts';

/** Where a list is: what its address says, and how to get elsewhere. */
export interface ListAddress<Href extends string = string> {
  /** As the list prints it, without the view. */
  query: string;
  /** The saved view it was opened with, whatever was changed since. */
  viewId: string | undefined;
  /** Read and printed by the list itself, so that a value nobody knows any more is left out. */
  hrefFor: (query: string, viewId?: string) => Href;
}

const idPattern = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

export function viewIdOf(search: URLSearchParams): string | undefined {
  const id = search.get('view') ?? '';
  return idPattern.test(id) ? id : undefined;
}

/** An address that says nothing opens the list with its default, so everything is said too: `view=all`. */
export function hrefWithView<Path extends string>(
  path: Path,
  query: string,
  viewId: string | undefined,
): `${Path}?${string}` {
  const view = viewId ?? (query === '' ? 'all' : undefined);
  return `${path}?${[query, view && `view=${view}`].filter(Boolean).join('&')}`;
}

/** @returns the view to open a list with whose address says nothing */
export function findOpeningView(
  search: URLSearchParams,
  views: SavedViewList | undefined,
): SavedView | undefined {
  return search.size === 0 ? views?.items.find(({ id }) => id === views.defaultViewId) : undefined;
}

/** The one the address names, else one that shows the same. */
export function findCurrentView(
  views: readonly SavedView[],
  { hrefFor, query, viewId }: ListAddress,
): SavedView | undefined {
  const named = views.find(({ id }) => id === viewId);
  return named ?? (query === '' ? undefined : views.find((view) => hrefFor(view.query) === hrefFor(query)));
}

export const isChangedView = (view: SavedView, { hrefFor, query }: ListAddress): boolean =>
  hrefFor(view.query) !== hrefFor(query);
