import 'server-only';
import { eq } from 'drizzle-orm';
import type { Database } from '../../db/database.ts';
import { wiseConnections } from '../../db/schema/wise.ts';
import { plain } from '../search-text.ts';

export async function storeOwner(db: Database, userId: string, name: string | null): Promise<void> {
  if (name === null) return;
  await db
    .update(wiseConnections)
    .set({ ownerName: name, searchText: plain(name) })
    .where(eq(wiseConnections.userId, userId));
}
