import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { SavedViewListName } from '../../catalogues/saved-views.ts';
import type { BodyOf, ReplyOf } from '../../contracts/define-endpoint.ts';
import {
  changeView,
  deleteView,
  type SavedView,
  saveView,
  setDefaultView,
  takeOverView,
} from '../../contracts/views.ts';
import type { ApiError } from '../api-error.ts';
import { callEndpoint } from '../call-endpoint.ts';
import { viewKeys } from './keys.ts';

type NewView = NonNullable<BodyOf<typeof saveView>>;
export type ViewChange = NonNullable<BodyOf<typeof changeView>>;

/** What follows a change finds it in the list already; after a failure somebody else may have changed it. */
function useReadAgain(list: SavedViewListName) {
  const client = useQueryClient();
  return () => client.invalidateQueries({ queryKey: viewKeys.list(list) });
}

export function useSaveView(list: SavedViewListName) {
  const onSettled = useReadAgain(list);
  return useMutation<SavedView, ApiError, Omit<NewView, 'list'>>({
    mutationFn: (body) => callEndpoint(saveView, { body: { list, ...body } }),
    onSettled,
  });
}

export function useChangeView({ id, list }: SavedView) {
  const onSettled = useReadAgain(list);
  return useMutation<SavedView, ApiError, ViewChange>({
    mutationFn: (body) => callEndpoint(changeView, { params: { viewId: id }, body }),
    onSettled,
  });
}

export function useDeleteView({ id, list, version }: SavedView) {
  const onSettled = useReadAgain(list);
  return useMutation<NonNullable<ReplyOf<typeof deleteView>>, ApiError, void>({
    mutationFn: () => callEndpoint(deleteView, { params: { viewId: id }, body: { version } }),
    onSettled,
  });
}

export function useTakeOverView({ id, list, version }: SavedView) {
  const onSettled = useReadAgain(list);
  return useMutation<SavedView, ApiError, void>({
    mutationFn: () => callEndpoint(takeOverView, { params: { viewId: id }, body: { version } }),
    onSettled,
  });
}

export function useSetDefaultView(list: SavedViewListName) {
  const onSettled = useReadAgain(list);
  return useMutation<NonNullable<ReplyOf<typeof setDefaultView>>, ApiError, string | null>({
    mutationFn: (viewId) => callEndpoint(setDefaultView, { body: { list, viewId } }),
    onSettled,
  });
}
