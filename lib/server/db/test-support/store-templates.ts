import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { openStore } from '../open-store.ts';
import { createDatabase } from '../../../cli/create-database.mjs';

declare module 'vitest' {
  interface ProvidedContext {
    /** Where the first test that needs a store in a folder makes the empty one that all copy. */
    storeTemplates: string;
    /** Its name on the server of the tests. */
    emptyDatabase: string | undefined;
  }
}

/** What the stores of this run are copied from. */
export default async function makeTemplates(project: TestProject): Promise<() => Promise<void>> {
  const folder = mkdtempSync(join(tmpdir(), 'console-store-templates-'));
  project.provide('storeTemplates', folder);
  const server = process.env.TEST_DATABASE_URL;
  const database = server ? await createDatabase(server) : undefined;
  if (database) await (await openStore({ databaseUrl: database.url, dataDir: folder })).close();
  project.provide('emptyDatabase', database?.name);
  return async () => {
    await database?.drop();
    rmSync(folder, { recursive: true, force: true });
  };
}
