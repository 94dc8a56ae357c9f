import { randomUUID } from 'node:crypto';
import pg from 'pg';

/**
 * A database of one run's own on a server.
 * @param {string} serverUrl
 * @param {string | undefined} [template] the database that the new one begins as a copy of; without one it is empty
 * @returns {Promise<{ name: string, url: string, drop: () => Promise<void> }>}
 */
export async function createDatabase(serverUrl, template = 'template1') {
  const name = `console_run_${randomUUID().replaceAll('-', '')}`;
  await runOn(serverUrl, `create database ${name} template ${pg.escapeIdentifier(template)}`);
  const url = new URL(serverUrl);
  url.pathname = `/${name}`;
  return {
    name,
    url: url.href,
    drop: () => runOn(serverUrl, `drop database if exists ${name} with (force)`),
  };
}

/** @param {string} serverUrl @param {string} statement */
async function runOn(serverUrl, statement) {
  const client = new pg.Client({ connectionString: serverUrl });
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}
