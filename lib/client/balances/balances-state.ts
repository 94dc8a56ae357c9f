import type { Balance, BalanceList } from '../../contracts/batch-funding.ts';
import type { Profile } from '../../contracts/profiles.ts';
import { hrefOf } from '../url/write-url.ts';

/** Wise is asked once for each profile. */
export const mostProfiles = 10;

/** All that the address says. */
export interface BalancesState {
  query: string;
  profileId: readonly string[];
}

export function parseBalancesState(search: URLSearchParams): BalancesState {
  const profiles = search.getAll('profileId').filter((id) => /^\d{1,19}$/.test(id));
  return {
    query: search.get('query')?.trim().slice(0, 100) ?? '',
    profileId: [...new Set(profiles)].slice(0, mostProfiles),
  };
}

export const hrefForBalances = ({ query, profileId }: BalancesState): string =>
  hrefOf('/balances', { query, profileId });

/** Those chosen; where none is, the businesses, because it is they who pay in batches. */
export const profilesToRead = ({ profileId }: BalancesState, profiles: readonly Profile[]): string[] =>
  profileId.length > 0
    ? [...profileId]
    : profiles
        .filter(({ connected, state, type }) => connected && type === 'BUSINESS' && state !== 'DEACTIVATED')
        .slice(0, mostProfiles)
        .map(({ id }) => id);

export interface ProfileBalance {
  profileId: string;
  profileName: string;
  balance: Balance;
  canTopUp: boolean;
}

export const balancesOf = (
  profileId: string,
  profileName: string,
  { items, canTopUp }: Pick<BalanceList, 'items' | 'canTopUp'>,
): ProfileBalance[] => items.map((balance) => ({ profileId, profileName, balance, canTopUp }));

/** Each word is the currency, or in the names, or begins the amount. */
export function findBalances(all: readonly ProfileBalance[], query: string): ProfileBalance[] {
  const words = query.toLowerCase().split(/\s+/).filter(Boolean);
  return all.filter(({ balance, profileId, profileName }) => {
    const text = [profileName, profileId, balance.currency, balance.name ?? '', nameOfType(balance)]
      .join('\n')
      .toLowerCase();
    return words.every((word) => text.includes(word) || balance.available.startsWith(word.replace(/,/g, '')));
  });
}

/** Wise: one STANDARD balance per currency; SAVINGS are jars, and bear a name. */
export function nameOfType({ type, name }: Pick<Balance, 'type' | 'name'>): string {
  if (type === 'STANDARD') return 'Balance';
  if (type === 'SAVINGS') return name ? `Jar “${name}”` : 'Jar';
  return name ? `${type} “${name}”` : type;
}

const amountPattern = /^\d{1,15}(\.\d{1,4})?$/;

/** What is typed for a top-up: `1,240.50` is taken. Undefined: it is no amount. */
export function readTypedAmount(typed: string): string | undefined {
  const digits = typed.replace(/[\s,]/g, '');
  return amountPattern.test(digits) && /[1-9]/.test(digits) ? digits : undefined;
}
