import 'server-only';
import { sql } from 'drizzle-orm';
import type { CardList } from '../../contracts/cards.ts';
import type { CardScope } from '../auth/operator.ts';
import type { Database } from '../db/database.ts';
import { cards } from '../db/schema/cards.ts';
import { profiles } from '../db/schema/wise.ts';
import { inScope } from './card-search.ts';

export type CardChoices = Pick<CardList, 'choices' | 'profiles'>;
const keepForMs = 10_000;

/** The values that stand in the index, for the filter menus. They change with a new programme, not with a card. */
export class CardChoicesCache {
  #kept: { until: number; choices: Promise<CardChoices> } | undefined;

  read(db: Database, scope: CardScope): Promise<CardChoices> {
    if (scope !== 'all') return readChoices(db, scope);
    if (!this.#kept || this.#kept.until < Date.now()) {
      const choices = readChoices(db, scope);
      this.#kept = { until: Date.now() + keepForMs, choices };
      choices.catch(() => {
        this.#kept = undefined;
      });
    }
    return this.#kept.choices;
  }
}

async function readChoices(db: Database, scope: CardScope): Promise<CardChoices> {
  const rows = await db
    .selectDistinct({ programme: cards.programme, scheme: cards.scheme, type: cards.cardType })
    .from(cards)
    .where(inScope(scope));
  const [counted] = await db.select({ count: sql<number>`count(*)::int` }).from(profiles);
  const values = (name: 'programme' | 'scheme' | 'type') => [...new Set(rows.map((row) => row[name]))].sort();
  return {
    choices: { programme: values('programme'), scheme: values('scheme'), type: values('type') },
    profiles: scope === 'all' ? (counted?.count ?? 0) : 0,
  };
}
