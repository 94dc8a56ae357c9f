import 'server-only';
import { and, desc, eq, gte, max, sql } from 'drizzle-orm';
import type { CardScope } from '../auth/operator.ts';
import type { Database } from '../db/database.ts';
import { accessLog, cards } from '../db/schema/cards.ts';
import { isHolderShown } from './branches/own-branch.ts';
import { inScope } from './card-search.ts';
import { readCutoff } from './retention/cutoffs.ts';

const writeEveryMs = 1000;
const sameVisitMs = 60_000;

interface Opened {
  personId: string;
  subjectType: 'card' | 'profile';
  subjectId: string;
  profileId: string;
  at: Date;
}

/** Who opened which card or profile. Light: written once a second in one statement, and once a minute per person and subject. */
export class AccessLog {
  #db: Database;
  #waiting: Opened[] = [];
  #lately = new Map<string, number>();
  #timer: NodeJS.Timeout | undefined;

  constructor(db: Database) {
    this.#db = db;
  }

  note(personId: string, profileId: string, cardToken: string): void {
    this.#keep({ personId, subjectType: 'card', subjectId: cardToken, profileId });
  }

  noteProfile(personId: string, profileId: string): void {
    this.#keep({ personId, subjectType: 'profile', subjectId: profileId, profileId });
  }

  #keep(opened: Omit<Opened, 'at'>): void {
    const now = Date.now();
    const visit = `${opened.personId} ${opened.subjectId}`;
    if ((this.#lately.get(visit) ?? 0) > now - sameVisitMs) return;
    this.#lately.set(visit, now);
    this.#waiting.push({ ...opened, at: new Date(now) });
    this.#timer ??= setTimeout(() => void this.flush().catch(() => undefined), writeEveryMs);
  }

  async flush(): Promise<void> {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    const rows = this.#waiting;
    this.#waiting = [];
    const longAgo = Date.now() - sameVisitMs;
    for (const [visit, at] of this.#lately) if (at < longAgo) this.#lately.delete(visit);
    if (rows.length === 0) return;
    try {
      await this.#db.insert(accessLog).values(rows);
    } catch (error) {
      this.#waiting.unshift(...rows);
      throw error;
    }
  }

  /** The cards this person opened last and may still see, newest first. */
  async lastOpenedBy(personId: string, scope: CardScope, limit: number) {
    const at = max(accessLog.at);
    const since = await readCutoff(this.#db, 'access-log');
    return this.#db
      .select({
        profileId: cards.profileId,
        cardToken: cards.token,
        lastFourDigits: cards.lastFourDigits,
        cardHolderName: sql<
          string | null
        >`case when ${isHolderShown(scope)} then ${cards.cardHolderName} end`,
        at,
      })
      .from(accessLog)
      .innerJoin(cards, eq(cards.token, accessLog.subjectId))
      .where(
        and(
          eq(accessLog.personId, personId),
          eq(accessLog.subjectType, 'card'),
          gte(accessLog.at, since),
          inScope(scope),
        ),
      )
      .groupBy(cards.token)
      .orderBy(desc(at))
      .limit(limit);
  }
}
