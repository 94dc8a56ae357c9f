import 'server-only';
import { sql } from 'drizzle-orm';
import type { Database } from '../db/database.ts';
import { approvalLimits } from '../db/schema/approvals.ts';
import { cardCollections } from '../db/schema/cards.ts';
import { kiosks, printJobs } from '../db/schema/kiosks.ts';
import { branches, people, personBranches } from '../db/schema/staff.ts';
import type { Env } from '../env.ts';
import {
  demoBranches,
  demoCollections,
  demoKiosks,
  demoLimitCurrencies,
  demoPassword,
  demoPeople,
} from './demo-people.ts';
import { makeDemoPrintJobs } from './demo-print-jobs.ts';
import { hashPassword } from './password.ts';

/**
 * Fills an empty staff table: demo accounts with their branches, the cards collected there and what was printed there on
 * the emulator, the configured first administrator elsewhere.
 */
export async function addFirstPeople(db: Database, env: Env): Promise<void> {
  const [existing] = await db.select({ count: sql<number>`count(*)::int` }).from(people);
  if (existing && existing.count > 0) return;
  if (env.hasDemoAccounts) {
    await db.insert(branches).values(demoBranches).onConflictDoNothing();
    await db.insert(kiosks).values(demoKiosks).onConflictDoNothing();
    await db.insert(cardCollections).values(demoCollections).onConflictDoNothing();
    const passwordHash = await hashPassword(demoPassword);
    const added = await db
      .insert(people)
      .values(demoPeople.map(({ name, email, role, flags }) => ({ name, email, role, flags, passwordHash })))
      .onConflictDoNothing()
      .returning({ id: people.id, email: people.email });
    const idByEmail = new Map(added.map((person) => [person.email, person.id]));
    const operator = demoPeople.find(({ role }) => role === 'operator');
    const jobs = makeDemoPrintJobs(new Date(), idByEmail.get(operator?.email ?? '') ?? null);
    await db.insert(printJobs).values(jobs).onConflictDoNothing();
    const rows = demoPeople.flatMap(({ email, branchIds }) => {
      const personId = idByEmail.get(email);
      return personId ? branchIds.map((branchId) => ({ personId, branchId })) : [];
    });
    if (rows.length > 0) await db.insert(personBranches).values(rows);
    const limits = demoPeople.flatMap(({ approvesUpTo, email }) => {
      const personId = idByEmail.get(email);
      return personId && approvesUpTo
        ? demoLimitCurrencies.map((currency) => ({ personId, currency, amount: approvesUpTo }))
        : [];
    });
    if (limits.length > 0) await db.insert(approvalLimits).values(limits);
  } else if (env.firstAdministrator) {
    const { email, passwordHash } = env.firstAdministrator;
    await db.insert(people).values({ name: email, email, role: 'admin', passwordHash }).onConflictDoNothing();
  }
}
