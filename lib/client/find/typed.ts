/** What a person typed or pasted into the palette, taken apart. */
export interface Typed {
  /** Names cards and profiles: what the index is asked. Empty: it is not asked. */
  query: string;
  /** From a pasted address, or `profile/transaction`. */
  transaction?: { profileId: string; transactionId: string };
  /** Digits that may be a transaction's id; nothing tells whose. */
  transactionId?: string;
  /** An act's name typed with the card: `freeze 4417`. */
  verb?: Verb;
}

const shortestId = 5;
const verbs = ['activate', 'block', 'declines', 'freeze', 'hold', 'transactions', 'unfreeze'] as const;
export type Verb = (typeof verbs)[number];
const fillers = new Set(['of', 'on', 'card']);

export function parseTyped(text: string): Typed {
  const trimmed = text.trim().slice(0, 200);
  const pair =
    /\/transactions\/(\d{1,19})\/(\d{1,19})(?:[?#/]|$)/.exec(trimmed) ??
    /^(\d{1,19})\/(\d{1,19})$/.exec(trimmed);
  if (pair?.[1] !== undefined && pair[2] !== undefined)
    return { query: '', transaction: { profileId: pair[1], transactionId: pair[2] } };
  const token = /\/cards\/\d{1,19}\/([0-9a-f-]{36})(?:[?#/]|$)/i.exec(trimmed)?.[1];
  if (token !== undefined) return { query: token.toLowerCase() };
  const words = trimmed.split(/\s+/);
  const verb = verbs.find((one) => one === words[0]?.toLowerCase());
  const rest = words.slice(1).filter((word) => !fillers.has(word.toLowerCase()));
  if (verb !== undefined && rest.length > 0) return { query: rest.join(' '), verb };
  const isId = new RegExp(`^[1-9]\\d{${shortestId - 1},18}$`).test(trimmed);
  return { query: trimmed, ...(isId && { transactionId: trimmed }) };
}

/** Four digits at the end are a card's last four: nothing more is typed, so nothing is waited for. */
export const isWhole = (query: string): boolean => /(^|\s)\d{4}$/.test(query);

/** The profile of the page one is on, from its address. */
export function profileOfPage(pathname: string, search: string): string | undefined {
  const fromPath = /^\/(?:cards|transactions)\/(\d{1,19})\//.exec(pathname)?.[1];
  const named = new URLSearchParams(search).getAll('profileId');
  return fromPath ?? (named.length === 1 && /^\d{1,19}$/.test(named[0] ?? '') ? named[0] : undefined);
}
