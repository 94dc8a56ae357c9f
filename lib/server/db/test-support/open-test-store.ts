import { cpSync, existsSync, mkdtempSync, renameSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { inject } from 'vitest';
import type { Store } from '../database.ts';
import { migrationsFolder } from '../open-store.ts';
import { openPglite } from '../pglite.ts';
import { openPostgres } from '../postgres.ts';
import { createDatabase } from '../../../cli/create-database.mjs';

export interface TestStore {
  store: Store;
  /** A second replica's view of the same store; the embedded one has a single process and so a single view. */
  openAgain(): Promise<Store>;
  drop(): Promise<void>;
}

/** A new store with its tables: a database where TEST_DATABASE_URL names a server, else a folder. */
export async function openTestStore(): Promise<TestStore> {
  const server = process.env.TEST_DATABASE_URL;
  return server ? openOnServer(server) : openInFolder();
}

async function openInFolder(): Promise<TestStore> {
  const folder = mkdtempSync(join(tmpdir(), 'console-store-'));
  cpSync(await findTemplate(), folder, { recursive: true });
  const store = await openPglite(folder, migrationsFolder);
  return {
    store,
    openAgain: async () => store,
    async drop() {
      await store.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** Making a store takes ten times as long as copying one: the first test that needs one makes it for all. */
async function findTemplate(): Promise<string> {
  const folder = inject('storeTemplates');
  const template = join(folder, 'empty');
  if (existsSync(template)) return template;
  const made = mkdtempSync(join(folder, 'making-'));
  await (await openPglite(made, migrationsFolder)).close();
  try {
    renameSync(made, template);
  } catch (error) {
    // Another process was faster.
    if (!existsSync(template)) throw error;
  }
  return template;
}

async function openOnServer(server: string): Promise<TestStore> {
  const database = await createDatabase(server, inject('emptyDatabase'));
  const opened: Store[] = [];
  const open = async () => {
    const store = await openPostgres(database.url, migrationsFolder);
    opened.push(store);
    return store;
  };
  return {
    store: await open(),
    openAgain: open,
    async drop() {
      for (const store of opened) await store.close();
      await database.drop();
    },
  };
}
