import { hrefOf } from '../url/write-url.ts';

/** All that the address says; empty: nothing is narrowed. */
export interface LegalHoldsState {
  query: string;
  /** Those that stand; `lifted`, or `all`. */
  state: '' | 'lifted' | 'all';
}

export const legalHoldsFilterOf = (text: string | null): LegalHoldsState['state'] =>
  text === 'lifted' || text === 'all' ? text : '';

export function parseLegalHoldsState(search: URLSearchParams): LegalHoldsState {
  const query = (search.get('query') ?? '').slice(0, 100);
  return { query, state: legalHoldsFilterOf(search.get('state')) };
}

export const hrefForLegalHolds = ({ query = '', state = '' }: Partial<LegalHoldsState>): string =>
  hrefOf('/declines/legal-holds', { query, state });
