import 'server-only';
import type { DeclineActor, DeclineFamily, RetryAdvice } from '../../../contracts/decline-reasons.ts';

/**
 * Who may know it. `tell`: staff read it and may say the given words to the cardholder. `neutral`: staff read it, the
 * cardholder hears the neutral sentence. `cover` and `restricted`: compliance alone reads either; everybody else reads
 * one answer for all of them, so that the two cannot be told apart.
 */
export type Disclosure = 'tell' | 'neutral' | 'cover' | 'restricted';

/** What in this console, or which purchase elsewhere, mends the cause. Limits name the window that was used up. */
export type Remedy =
  | 'unfreeze'
  | 'activate'
  | 'spending-permission'
  | 'pin-count'
  | 'replacement'
  | 'limit-transaction'
  | 'limit-daily'
  | 'limit-monthly'
  | 'limit-lifetime'
  | 'none';

export interface DeclineEntry {
  title: string;
  happened: string;
  cause: string;
  actor: DeclineActor;
  /** What that person does next. */
  next: string;
  remedy: Remedy;
  retry: RetryAdvice;
  retryText: string;
  /** For the cardholder, once they are known to be the cardholder. Only where `disclosure` is `tell`. */
  say?: string;
  /** Where `disclosure` is `neutral` and the neutral sentence can be followed by advice. */
  neutralSay?: string;
  family: DeclineFamily;
  disclosure: Disclosure;
}

export type TellEntry = Omit<DeclineEntry, 'family' | 'disclosure' | 'say'> & { say: string };
export type HiddenEntry = Omit<DeclineEntry, 'family' | 'say'>;

/** Reasons that may be told, of one family. */
export function tellAll<Code extends string>(
  family: DeclineFamily,
  entries: Record<Code, TellEntry>,
): Record<Code, DeclineEntry> {
  const all = Object.entries<TellEntry>(entries);
  return Object.fromEntries(
    all.map(([code, entry]) => [code, { ...entry, family, disclosure: 'tell' }]),
  ) as Record<Code, DeclineEntry>;
}
