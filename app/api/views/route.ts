import { listViews, saveView } from '@/lib/contracts/views.schema';
import { route } from '@/lib/server/http/route';
import { saveView as save } from '@/lib/server/services/views/change';
import { listSavedViews } from '@/lib/server/services/views/read';

export const GET = route(listViews, ({ operator, query, runtime }) =>
  listSavedViews(runtime.store.db, runtime.vault, operator, query.list),
);

export const POST = route(saveView, async ({ body, noteForAudit, operator, runtime }) => {
  const view = await save(runtime, operator, body);
  noteForAudit({ viewId: view.id });
  return view;
});
