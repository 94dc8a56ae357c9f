import 'server-only';
import type { Requirements } from '../../../../contracts/wise/recipients.ts';
import type { RecentPayment } from './duplicates.ts';
import type { RecipientIndex } from './recipients.ts';
import { type AccountKind, prepareKinds } from './requirements.ts';

export interface CheckInput {
  /** Of the batch group. */
  sourceCurrency: string;
  /** What Wise asks for, by target currency; a currency that is missing was not read yet. */
  requirements: ReadonlyMap<string, readonly Requirements[]>;
  /** What Wise asks for once some of it is filled in, by `refreshKey`. */
  refreshed?: ReadonlyMap<string, Requirements>;
  currencies: ReadonlyMap<string, { decimals: number }>;
  supportedTargets: ReadonlySet<string>;
  recipients: RecipientIndex;
  /** By payment digest. */
  recentRows: ReadonlyMap<string, RecentPayment>;
  /** Makes the texts of accounts and payments into keyed digests. */
  digest(text: string): string;
}

export interface CheckContext extends Omit<CheckInput, 'requirements' | 'refreshed'> {
  kindsOf(currency: string): readonly AccountKind[] | undefined;
  /** The kind as Wise asks for it with this filled in; undefined where that was not read. */
  refreshedKind(refresh: Refresh): AccountKind | undefined;
}

/** Fields of an account that bring others, with what a row gives for them. */
export interface Refresh {
  currency: string;
  type: string;
  filled: Readonly<Record<string, string>>;
}
export const refreshKey = ({ currency, type, filled }: Refresh): string =>
  JSON.stringify([
    currency,
    type,
    ...Object.entries(filled).sort(([one], [other]) => (one < other ? -1 : 1)),
  ]);

/** Prepares each currency's requirements once, however many rows there are. */
export function prepareCheck({ requirements, refreshed, ...input }: CheckInput): CheckContext {
  const prepared = new Map<string, AccountKind[]>();
  const refined = new Map<string, AccountKind | undefined>();
  return {
    ...input,
    kindsOf(currency) {
      const asked = requirements.get(currency);
      if (!asked) return undefined;
      const known = prepared.get(currency) ?? prepareKinds(asked);
      prepared.set(currency, known);
      return known;
    },
    refreshedKind(refresh) {
      const key = refreshKey(refresh);
      const asked = refined.has(key) ? undefined : refreshed?.get(key);
      if (asked) refined.set(key, prepareKinds([asked])[0]);
      return refined.get(key);
    },
  };
}
