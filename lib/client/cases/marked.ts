import type { DeskCase } from '../../contracts/cases.ts';
import { countOf } from '../../format/counts.ts';

/** Why this person does not close it, as in "1 closed already"; undefined where they may. */
export function whyNotClosed({ assignee, state }: DeskCase, personId: string): string | undefined {
  if (state === 'merged') return 'gone on in another';
  if (state === 'closed') return 'closed already';
  if (state === 'second-reader') return 'waiting for a second reader';
  if (assignee && assignee.id !== personId) return `with ${assignee.name}`;
  return undefined;
}

interface SortedOut {
  /** Nobody's, and the person's own. */
  able: DeskCase[];
  /** "2 can be closed: 1 with Karim Haddad, 1 waiting for a second reader." */
  words: string;
}

export function sortOutMarked(marked: readonly DeskCase[], personId: string): SortedOut {
  const able = marked.filter((one) => whyNotClosed(one, personId) === undefined);
  const against = new Map<string, number>();
  for (const one of marked) {
    const why = whyNotClosed(one, personId);
    if (why !== undefined) against.set(why, (against.get(why) ?? 0) + 1);
  }
  const rest = [...against].map(([why, count]) => `${count} ${why}`);
  const can = `${countOf(able.length, 'case')} can be closed`;
  return { able, words: rest.length > 0 ? `${can}: ${rest.join(', ')}.` : `${can}.` };
}
