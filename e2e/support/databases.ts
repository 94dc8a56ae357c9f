import { randomUUID } from 'node:crypto';
import pg from 'pg';

export interface TestDatabase {
  name: string;
  url: string;
  drop(): Promise<void>;
}

/**
 * A copy of the run's empty store, once there is one.
 * @returns undefined without a server: the console then uses its embedded store.
 */
export async function createDatabase(serverUrl: string | undefined): Promise<TestDatabase | undefined> {
  if (!serverUrl) return undefined;
  const name = `console_test_${randomUUID().replaceAll('-', '')}`;
  const { EMPTY_DATABASE: template = 'template1' } = process.env;
  const names = [name, template].map(pg.escapeIdentifier);
  await runOn(serverUrl, `create database ${names.join(' template ')}`);
  const url = new URL(serverUrl);
  url.pathname = `/${name}`;
  return {
    name,
    url: url.href,
    drop: () => runOn(serverUrl, `drop database if exists ${pg.escapeIdentifier(name)} with (force)`),
  };
}

async function runOn(serverUrl: string, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: serverUrl });
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}
