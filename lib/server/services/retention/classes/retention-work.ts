import 'server-only';
import type { Database } from '../../../db/database.ts';

export interface AgeRange {
  /** Null: from the beginning. */
  from: Date | null;
  until: Date;
}

export interface Portion {
  deleted: number;
  /** The age of the last one; null once nothing is left to go. */
  reached: Date | null;
}

/** What a class is made of, and how it goes. */
export interface RetentionWork {
  /** How many are of this age, those that stay among them. */
  count(db: Database, range: AgeRange): Promise<number>;
  /** Deletes the oldest of this age, as many as one short transaction takes, but for what a case or a legal hold needs. */
  deleteSome(tx: Database, range: AgeRange): Promise<Portion>;
}

export const perPortion = 500;
