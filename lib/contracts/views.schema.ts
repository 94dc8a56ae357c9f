import { z } from 'zod';
import {
  longestViewName,
  longestViewQuery,
  type SavedViewListName,
  savedViewLists,
} from '../catalogues/saved-views.ts';
import { instant, serveEndpoint } from './endpoint-schema.ts';
import * as endpoints from './views.ts';

const isListName = (value: string): value is SavedViewListName => Object.hasOwn(savedViewLists, value);
const listName = z.enum(Object.keys(savedViewLists).filter(isListName));
const name = z
  .string()
  .trim()
  .normalize()
  .min(1, 'Give it a name.')
  .max(longestViewName, `${longestViewName} characters at most.`)
  .regex(/^\P{Cc}*$/u, 'One line of text.');
/** As the list prints it after the `?` of its own address; only the list itself reads it. */
const query = z
  .string()
  .max(longestViewQuery, 'Too many filters to keep.')
  .regex(/^[\w%.*+&=-]*$/, 'This is no query of a list.');

export const savedView = z.object({
  id: z.uuid(),
  list: listName,
  name: z.string(),
  query: z.string(),
  isShared: z.boolean(),
  /** The team opens the list with it, but for those who chose otherwise. */
  isTeamDefault: z.boolean(),
  isOwn: z.boolean(),
  ownerName: z.string(),
  /** Disabled, or of another team now: anybody of this one may take it over or delete it. */
  ownerHasLeft: z.boolean(),
  /** Others who chose it to open the list with. */
  openedByOthers: z.number().int(),
  version: z.number().int(),
});
export const viewListQuery = z.strictObject({ list: listName });
/** `defaultViewId`: what the list opens with where its address says nothing. */
export const viewListReply = z.object({
  items: z.array(savedView),
  defaultViewId: z.uuid().nullable(),
  asOf: instant,
});

const isTeams = {
  check: ({
    isShared,
    isTeamDefault,
  }: {
    isShared?: boolean | undefined;
    isTeamDefault?: boolean | undefined;
  }) => isTeamDefault !== true || isShared !== false,
  message: { path: ['isTeamDefault'], error: 'Share it first.' },
};
export const saveViewBody = z
  .strictObject({
    list: listName,
    name,
    query,
    isShared: z.boolean().default(false),
    isTeamDefault: z.boolean().default(false),
    /** The caller opens the list with it from now on. */
    isDefault: z.boolean().default(false),
  })
  .refine(isTeams.check, isTeams.message);
/** Only what is given changes. `version`: as read, so that nobody overwrites what they did not see. */
export const changeViewBody = z
  .strictObject({
    version: z.number().int(),
    name: name.optional(),
    query: query.optional(),
    isShared: z.boolean().optional(),
    isTeamDefault: z.boolean().optional(),
  })
  .refine(isTeams.check, isTeams.message);
export const viewVersionBody = z.strictObject({ version: z.number().int() });
export const defaultViewBody = z.strictObject({ list: listName, viewId: z.uuid().nullable() });
export const deleteViewReply = z.object({ deleted: z.literal(true) });
export const defaultViewReply = z.object({ defaultViewId: z.uuid().nullable() });

const path = z.strictObject({ viewId: z.uuid() });
const view = ({ params }: { params: Record<string, string> }) => ({
  type: 'view' as const,
  id: params.viewId ?? '',
});

/** That compliance looks at cases in some way is for compliance alone. */
const isOfDesk = ({ list }: { list: SavedViewListName }) => list === 'cases';

export const listViews = serveEndpoint(endpoints.listViews, { query: viewListQuery, reply: viewListReply });
/** What was kept stands in no row: it may name a customer. */
export const saveView = serveEndpoint(endpoints.saveView, {
  body: saveViewBody,
  reply: savedView,
  audit: {
    action: 'views.save',
    target: () => ({ type: 'view', id: 'new' }),
    details: ({ isDefault, isShared, isTeamDefault, list }: z.output<typeof saveViewBody>) => ({
      list,
      isShared,
      isTeamDefault,
      isDefault,
    }),
    isSealed: isOfDesk,
  },
});
export const changeView = serveEndpoint(endpoints.changeView, {
  params: path,
  body: changeViewBody,
  reply: savedView,
  audit: {
    action: 'views.change',
    target: view,
    details: ({ isShared, isTeamDefault, name, query }: z.output<typeof changeViewBody>) => ({
      ...(isShared !== undefined && { isShared }),
      ...(isTeamDefault !== undefined && { isTeamDefault }),
      ...(name !== undefined && { name: 'changed' }),
      ...(query !== undefined && { query: 'changed' }),
    }),
  },
});
export const deleteView = serveEndpoint(endpoints.deleteView, {
  params: path,
  body: viewVersionBody,
  reply: deleteViewReply,
  audit: { action: 'views.delete', target: view },
});
export const takeOverView = serveEndpoint(endpoints.takeOverView, {
  params: path,
  body: viewVersionBody,
  reply: savedView,
  audit: { action: 'views.take-over', target: view },
});
export const setDefaultView = serveEndpoint(endpoints.setDefaultView, {
  body: defaultViewBody,
  reply: defaultViewReply,
  audit: {
    action: 'views.set-default',
    target: ({ body }: { body: z.output<typeof defaultViewBody> }) => ({
      type: 'view',
      id: body.viewId ?? 'none',
    }),
    details: ({ list }: z.output<typeof defaultViewBody>) => ({ list }),
    isSealed: isOfDesk,
  },
});
