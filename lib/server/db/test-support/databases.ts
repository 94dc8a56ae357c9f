import { randomUUID } from 'node:crypto';
import pg from 'pg';

interface TestDatabase {
  name: string;
  url: string;
  drop(): Promise<void>;
}

/** @param template the database whose tables the new one begins with */
export async function createDatabase(server: string, template = 'template1'): Promise<TestDatabase> {
  const name = `console_store_${randomUUID().replaceAll('-', '')}`;
  await runOn(server, `create database ${name} template ${template}`);
  const url = new URL(server);
  url.pathname = `/${name}`;
  return { name, url: url.href, drop: () => runOn(server, `drop database ${name} with (force)`) };
}

async function runOn(server: string, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: server });
  await client.connect();
  await client.query(statement);
  await client.end();
}
