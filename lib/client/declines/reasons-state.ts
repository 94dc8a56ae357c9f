import type { DeclineReason } from '../../contracts/decline-reasons.ts';
import { hrefOf } from '../url/write-url.ts';

/** All that the address says. */
export interface ReasonsState {
  query: string;
  family: string;
  code: string;
}

export const parseReasonsState = (search: URLSearchParams): ReasonsState => ({
  query: search.get('query')?.slice(0, 200) ?? '',
  family: search.get('family')?.slice(0, 20) ?? '',
  code: search.get('code')?.slice(0, 100) ?? '',
});

export const hrefForReasons = (state: ReasonsState): string => hrefOf('/declines/reasons', { ...state });

/** Every word is looked for in all that an entry says. */
export function findReasons(reasons: readonly DeclineReason[], { query, family }: ReasonsState) {
  const words = query.toLowerCase().split(/\s+/).filter(Boolean);
  return reasons.filter((reason) => {
    if (family !== '' && reason.family !== family) return false;
    const { code, title, happened, cause, next, retryText, say } = reason;
    const text = [code, code.replaceAll('_', ' '), title, happened, cause, next, retryText, say]
      .join(' ')
      .toLowerCase();
    return words.every((word) => text.includes(word));
  });
}
