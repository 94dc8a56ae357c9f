import type { z } from 'zod';
import { defineEndpoint } from './define-endpoint.ts';
import type * as schema from './views.schema.ts';

export type SavedView = z.output<typeof schema.savedView>;
export type SavedViewList = z.output<typeof schema.viewListReply>;
type ViewPath = { viewId: string };

/** The person's own of a list and the team's, oldest first. Takes the right to read the list as well. */
export const listViews = defineEndpoint<{
  query: z.input<typeof schema.viewListQuery>;
  reply: SavedViewList;
}>()({ method: 'GET', path: '/api/views', consolePermission: 'signed-in' });

export const saveView = defineEndpoint<{ body: z.input<typeof schema.saveViewBody>; reply: SavedView }>()({
  method: 'POST',
  path: '/api/views',
  consolePermission: 'signed-in',
});

/** Only by whom it belongs to. */
export const changeView = defineEndpoint<{
  params: ViewPath;
  body: z.input<typeof schema.changeViewBody>;
  reply: SavedView;
}>()({ method: 'PATCH', path: '/api/views/{viewId}', consolePermission: 'signed-in' });

/** By whom it belongs to; one whose owner has left the team, by anybody of the team. */
export const deleteView = defineEndpoint<{
  params: ViewPath;
  body: z.input<typeof schema.viewVersionBody>;
  reply: z.output<typeof schema.deleteViewReply>;
}>()({ method: 'DELETE', path: '/api/views/{viewId}', consolePermission: 'signed-in' });

/** A shared view whose owner has left the team becomes the caller's. */
export const takeOverView = defineEndpoint<{
  params: ViewPath;
  body: z.input<typeof schema.viewVersionBody>;
  reply: SavedView;
}>()({ method: 'POST', path: '/api/views/{viewId}/take-over', consolePermission: 'signed-in' });

/** What the caller opens the list with; null = with everything. */
export const setDefaultView = defineEndpoint<{
  body: z.input<typeof schema.defaultViewBody>;
  reply: z.output<typeof schema.defaultViewReply>;
}>()({ method: 'PUT', path: '/api/views/default', consolePermission: 'signed-in' });
