import 'server-only';
import type { Store } from './database.ts';

/** Clears away what was deleted or overwritten. A server does that by itself, the embedded store never. */
export async function tidyStore({ executeSql, kind }: Pick<Store, 'executeSql' | 'kind'>): Promise<void> {
  if (kind === 'pglite') await executeSql('vacuum analyze');
}
