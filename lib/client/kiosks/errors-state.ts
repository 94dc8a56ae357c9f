import type { KioskError } from '../../catalogues/kiosk-errors/kiosk-error.ts';
import { hrefOf } from '../url/write-url.ts';

/** All that the address says. `code`: status and code, as `REQUEST_ERROR-UNKNOWN_ERROR`. */
export interface KioskErrorsState {
  query: string;
  place: string;
  fixer: string;
  code: string;
}

export const keyOfError = ({ code, status }: Pick<KioskError, 'status' | 'code'>): string =>
  `${status}-${code}`;

export const parseErrorsState = (search: URLSearchParams): KioskErrorsState => ({
  query: search.get('query')?.slice(0, 200) ?? '',
  place: search.get('place')?.slice(0, 30) ?? '',
  fixer: search.get('fixer')?.slice(0, 20) ?? '',
  code: search.get('code')?.slice(0, 100) ?? '',
});

export const hrefForErrors = (state: Partial<KioskErrorsState>): string =>
  hrefOf('/kiosks/errors', { ...state });

/** Every word is looked for in all that an entry says. */
export function findErrors(all: readonly KioskError[], { fixer, place, query }: KioskErrorsState) {
  const words = query.toLowerCase().split(/\s+/).filter(Boolean);
  return all.filter((entry) => {
    if (place !== '' && entry.place !== place) return false;
    if (fixer !== '' && entry.fixer !== fixer) return false;
    const { code, meaning, retryWords, steps, title } = entry;
    const text = [code, code.replaceAll('_', ' '), title, meaning, retryWords, ...steps]
      .join(' ')
      .toLowerCase();
    return words.every((word) => text.includes(word));
  });
}
