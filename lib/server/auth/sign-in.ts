import 'server-only';
import { eq, sql } from 'drizzle-orm';
import type { AuditTrail } from '../audit/audit-trail.ts';
import type { Database } from '../db/database.ts';
import { people } from '../db/schema/staff.ts';
import { verifyPassword } from './password.ts';
import { giveBackPasswordTries, takePasswordTry } from './password-tries.ts';
import type { Sessions } from './sessions.ts';

export interface SignInDeps {
  db: Database;
  sessions: Sessions;
  audit: AuditTrail;
}

/**
 * Checks e-mail and password and begins a session. Five wrong tries lock the account for 15 minutes. Every failure looks
 * the same from outside, whichever part was wrong.
 * @returns the session's id
 */
export async function signIn(
  { db, sessions, audit }: SignInDeps,
  email: string,
  password: string,
): Promise<string | undefined> {
  const [person] = await db
    .select()
    .from(people)
    .where(eq(sql`lower(${people.email})`, email.trim().toLowerCase()));
  const hasTry = person ? await takePasswordTry(db, person.id) : false;
  const isRight = await verifyPassword(password, person?.passwordHash ?? null);
  if (!person) return undefined;

  const record = (outcome: 'succeeded' | 'failed', details: Record<string, unknown> = {}) =>
    audit.append({
      phase: 'event',
      action: 'session.sign-in',
      outcome,
      actor: { personId: person.id, role: person.role },
      target: { type: 'person', id: person.id },
      details,
    });
  if (person.disabledAt || !hasTry || !isRight) {
    await record('failed', { why: person.disabledAt ? 'disabled' : hasTry ? 'password' : 'locked' });
    return undefined;
  }
  await giveBackPasswordTries(db, person.id);
  const sessionId = await sessions.create(person.id);
  await record('succeeded');
  return sessionId;
}
