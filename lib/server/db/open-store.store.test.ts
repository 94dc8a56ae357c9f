import { spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'drizzle-orm';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Store } from './database.ts';
import { LockedError } from './lock-file.ts';
import { openStore } from './open-store.ts';

const serverUrl = process.env.TEST_DATABASE_URL;
const dataDir = mkdtempSync(join(tmpdir(), 'store-test-'));
const database = `store_test_${randomUUID().replaceAll('-', '')}`;
let store: Store;

async function runOnServer(statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: serverUrl });
  await client.connect();
  await client.query(statement);
  await client.end();
}

const open = () => {
  const url = serverUrl && new URL(serverUrl);
  if (url) url.pathname = `/${database}`;
  return openStore({ databaseUrl: url ? url.href : null, dataDir });
};

beforeAll(async () => {
  if (serverUrl) await runOnServer(`create database ${database}`);
  store = await open();
}, 60_000);

afterAll(async () => {
  await store.close();
  if (serverUrl) await runOnServer(`drop database ${database} with (force)`);
  rmSync(dataDir, { recursive: true });
});

describe(`the store on ${serverUrl ? 'PostgreSQL' : 'PGlite'}`, () => {
  it('says which kind it is', () => {
    expect(store.kind).toBe(serverUrl ? 'postgres' : 'pglite');
  });

  it('keeps what was written over a restart, and applies its migrations once', async () => {
    const count = () => store.executeSql('select count(*)::int as applied from drizzle.__drizzle_migrations');
    await store.executeSql(
      'insert into audit_heads (sequence, hash, signed_at, signature, key_id) values ($1, $2, now(), $3, $4)',
      ['9007199254740993', 'h', 's', 'k'],
    );
    const before = await count();
    await store.close();
    store = await open();
    expect(await count()).toEqual(before);
    const { rows } = await store.executeSql('select sequence::text as sequence from audit_heads');
    expect(rows).toEqual([{ sequence: '9007199254740993' }]);
  });

  it.each(['update audit_heads set hash = hash', 'delete from audit_heads', 'truncate audit_heads'])(
    'refuses to rewrite the audit trail: %s',
    async (statement) => {
      await expect(store.executeSql(statement)).rejects.toThrow('audit_heads is append-only');
    },
  );

  it('hands a notification to who listens, once it is committed', async () => {
    const heard: string[] = [];
    const arrived = new Promise<void>((resolve) => {
      void store
        .listen(
          'store_test',
          (payload) => (heard.push(payload), resolve()),
          () => undefined,
        )
        .then(() =>
          store.db.transaction(async (tx) => {
            await tx.execute(sql`select pg_notify('store_test', '42')`);
            expect(heard).toEqual([]);
          }),
        );
    });
    await arrived;
    expect(heard).toEqual(['42']);
  });

  it('rolls a transaction back whole', async () => {
    const failing = store.db.transaction(async (tx) => {
      await tx.execute(sql`insert into audit_heads values (7, 'h', now(), 's', 'k')`);
      throw new Error('stopped half way');
    });
    await expect(failing).rejects.toThrow('stopped half way');
    expect((await store.executeSql('select 1 from audit_heads where sequence = 7')).rows).toEqual([]);
  });
});

it('refuses an embedded store that another process holds, and touches nothing', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'store-held-'));
  const holder = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)'], { stdio: 'ignore' });
  writeFileSync(join(folder, 'store.lock'), JSON.stringify({ pid: holder.pid, startedAt: null }));
  const opening = openStore({ databaseUrl: null, dataDir: folder });
  await expect(opening).rejects.toThrow(LockedError);
  await expect(opening).rejects.toThrow(`process ${holder.pid}`);
  expect(readdirSync(folder)).toEqual(['store.lock']);
  const ended = new Promise((resolve) => holder.once('close', resolve));
  holder.kill();
  await ended;
  rmSync(folder, { recursive: true });
});
