import 'server-only';
import { batchFileLimits } from '../../../../catalogues/batch-columns.ts';
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
  limits?: {
    rows?: number;
    /** Characters. */
    reference?: number;
    /** Where a currency takes another number. */
    referenceOf?: ReadonlyMap<string, number>;
  };
}

export interface CheckContext extends Omit<CheckInput, 'requirements' | 'refreshed' | 'limits'> {
  kindsOf(currency: string): readonly AccountKind[] | undefined;
  /** The kind as Wise asks for it with this filled in; undefined where that was not read. */
  refreshedKind(refresh: Refresh): AccountKind | undefined;
  rowLimit: number;
  referenceLimit(currency: string | null): number;
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

/** The console's choice where nobody says what a currency takes: the length of a SEPA transfer's text. */
const usualReference = 140;

/** Prepares each currency's requirements once, however many rows there are. */
export function prepareCheck({ requirements, refreshed, limits = {}, ...input }: CheckInput): CheckContext {
  const prepared = new Map<string, AccountKind[]>();
  const refined = new Map<string, AccountKind | undefined>();
  return {
    ...input,
    rowLimit: limits.rows ?? batchFileLimits.rows,
    referenceLimit: (currency) =>
      (currency === null ? undefined : limits.referenceOf?.get(currency)) ??
      limits.reference ??
      usualReference,
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
