import type { CaseDetail } from '../../contracts/cases.ts';

export type Colleague = CaseDetail['colleagues'][number];

/** What is being typed after the last `@` before the caret, which begins a word. */
const typed = (text: string, caret: number) => /(^|\s)@([^@\n]{0,40})$/.exec(text.slice(0, caret))?.[2];

/** Who is offered while a name is typed after `@`; nobody once it is complete. */
export function offerMentions(text: string, caret: number, colleagues: readonly Colleague[]): Colleague[] {
  const begun = typed(text, caret)?.toLowerCase();
  if (begun === undefined) return [];
  return colleagues.filter(({ name }) => {
    const whole = name.toLowerCase();
    return whole !== begun && (whole.startsWith(begun) || whole.includes(` ${begun}`));
  });
}

/** The text with the name in place of what was typed of it, and where the caret goes. */
export function insertMention(text: string, caret: number, { name }: Colleague) {
  const start = caret - (typed(text, caret)?.length ?? 0);
  const before = `${text.slice(0, start)}${name} `;
  return { text: before + text.slice(caret).trimStart(), caret: before.length };
}

/** Whom a note calls. */
export const mentionedIn = (text: string, colleagues: readonly Colleague[]): string[] =>
  colleagues.filter(({ name }) => text.includes(`@${name}`)).map(({ id }) => id);
