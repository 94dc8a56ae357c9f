import { randomBytes, randomUUID } from 'node:crypto';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { asc, sql } from 'drizzle-orm';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { z } from 'zod';
import { SubjectTexts } from '../audit/subject-texts.ts';
import { findPerson } from '../auth/find-person.ts';
import { Sessions } from '../auth/sessions.ts';
import { approvalDecisions, approvals } from '../db/schema/approvals.ts';
import { people } from '../db/schema/staff.ts';
import { migrationsFolder } from '../db/open-store.ts';
import { openPglite } from '../db/pglite.ts';
import { createVault } from '../vault/vault.ts';
import { decideApproval } from './decide.ts';
import { listApprovals, readApproval } from './read.ts';
import { sealEarlierApprovals } from './seal-earlier.ts';

const journal = z.object({ entries: z.array(z.looseObject({ tag: z.string() })) }).loose();
const folder = mkdtempSync(join(tmpdir(), 'console-earlier-'));
const vault = createVault([{ id: 'k', bytes: randomBytes(32) }]);
const [victor, hanna, ada] = [randomUUID(), randomUUID(), randomUUID()];
const [waiting, approved, refused] = [randomUUID(), randomUUID(), randomUUID()];

/** The tables as they were before approvals of every kind. */
function copyEarlierMigrations(): string {
  const copy = join(folder, 'migrations');
  cpSync(migrationsFolder, copy, { recursive: true });
  const file = join(copy, 'meta/_journal.json');
  const whole = journal.parse(JSON.parse(readFileSync(file, 'utf8')));
  const until = whole.entries.findIndex(({ tag }) => tag.endsWith('_approvals_of_any_kind'));
  writeFileSync(file, JSON.stringify({ ...whole, entries: whole.entries.slice(0, until) }));
  return copy;
}

beforeAll(async () => {
  const before = await openPglite(join(folder, 'store'), copyEarlierMigrations());
  const staff = [
    [victor, 'victor'],
    [hanna, 'hanna'],
    [ada, 'ada'],
  ];
  for (const [id, name] of staff)
    await before.db.execute(
      sql`insert into people (id, name, email, role) values (${id}, ${name}, ${`${name}@example.com`}, ${name === 'ada' ? 'operator' : 'admin'})`,
    );
  const request = JSON.stringify({
    request: { kind: 'staff.update', personId: ada, body: { version: 1, role: 'auditor' } },
    lines: ['Role: Operator → Auditor.'],
  });
  for (const [id, state, decidedBy] of [
    [waiting, 'pending', null],
    [approved, 'approved', hanna],
    [refused, 'refused', hanna],
  ])
    await before.db.execute(
      sql`insert into approvals (id, kind, person_id, subject, request, requested_by, requested_at, state, decided_by, decided_at)
        values (${id}, 'staff.update', ${ada}, 'Ada', ${request}, ${victor}, now() - interval '30 days', ${state}, ${decidedBy}::uuid,
          case when ${decidedBy}::uuid is null then null else now() - interval '29 days' end)`,
    );
  await before.close();
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

it('requests of before keep who asked and decided, wait on, are sealed, and are carried out when approved', async () => {
  const store = await openPglite(join(folder, 'store'), migrationsFolder);
  const { db } = store;
  const decided = await db.select().from(approvalDecisions).orderBy(asc(approvalDecisions.decision));
  expect(decided.map(({ approvalId, decision, personId }) => [approvalId, decision, personId])).toEqual([
    [approved, 'approved', hanna],
    [refused, 'refused', hanna],
  ]);
  await sealEarlierApprovals(db, vault);
  await sealEarlierApprovals(db, vault);
  expect(JSON.stringify(await db.select().from(approvals))).not.toMatch(/Auditor|"Ada"/);

  const parts = {
    store,
    vault,
    texts: new SubjectTexts(db, vault),
    sessions: new Sessions(db),
    jobs: { ask: async () => undefined },
  };
  const second = await findPerson(db, hanna);
  if (!second) throw new Error('nobody to decide');
  expect((await listApprovals(parts, second, 'waiting')).map(({ id }) => id)).toEqual([waiting]);
  expect(await readApproval(parts, second, approved)).toMatchObject({
    state: 'approved',
    needed: 1,
    approvals: 1,
    subject: 'Ada',
    lines: ['Role: Operator → Auditor.'],
    decisions: [{ by: 'hanna', decision: 'approved' }],
    usedAt: expect.any(String),
  });
  await decideApproval(parts, second, waiting, { decision: 'approved' }, () => undefined);
  const roles = await db.select({ name: people.name, role: people.role }).from(people);
  expect(roles).toContainEqual({ name: 'ada', role: 'auditor' });
  await store.close();
});
