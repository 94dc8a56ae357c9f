import type { CodeLevel } from '../../catalogues/new-codes.ts';
import type { DeclineActor, DeclineFamily, RetryAdvice } from '../../contracts/decline-reasons.ts';
import type { CodeClassification, NewCode } from '../../contracts/new-codes.ts';

/** What a code means, as it is filled in; an empty text is nothing chosen yet. */
export interface CodeDraft {
  level: CodeLevel | '';
  family: DeclineFamily | '';
  title: string;
  happened: string;
  cause: string;
  actor: DeclineActor | '';
  next: string;
  retry: RetryAdvice | '';
  retryText: string;
  say: string;
}
export type CodeFaults = Partial<Record<keyof CodeDraft, string>>;

const empty: CodeDraft = {
  level: '',
  family: '',
  title: '',
  happened: '',
  cause: '',
  actor: '',
  next: '',
  retry: '',
  retryText: '',
  say: '',
};

export function draftOf({
  beginsWith,
  classification,
}: Pick<NewCode, 'beginsWith' | 'classification'>): CodeDraft {
  if (classification) return { ...empty, ...classification };
  return beginsWith === null ? empty : { ...empty, level: 'restricted' };
}

const choices = {
  level: 'Choose who may know it.',
  family: 'Choose its kind.',
  actor: 'Choose who acts.',
  retry: 'Choose whether to try again.',
} as const;
const sentences = ['title', 'happened', 'cause', 'next', 'retryText'] as const;

/** What keeps the draft from being sent. */
export function faultsOf(draft: CodeDraft): CodeFaults {
  const faults: CodeFaults = {};
  for (const name of ['level', 'family', 'actor', 'retry'] as const)
    if (draft[name] === '') faults[name] = choices[name];
  for (const name of sentences) if (draft[name].trim() === '') faults[name] = 'Say it in words.';
  if (draft.level === 'tell' && draft.say.trim() === '') faults.say = 'Write what the customer is told.';
  return faults;
}

/** @returns undefined while something is missing */
export function classificationOf(draft: CodeDraft): CodeClassification | undefined {
  const { actor, family, level, retry } = draft;
  const isWhole = Object.keys(faultsOf(draft)).length === 0;
  if (!isWhole || level === '' || family === '' || actor === '' || retry === '') return undefined;
  const meaning = {
    family,
    title: draft.title.trim(),
    happened: draft.happened.trim(),
    cause: draft.cause.trim(),
    actor,
    next: draft.next.trim(),
    retry,
    retryText: draft.retryText.trim(),
  };
  return level === 'tell' ? { level, ...meaning, say: draft.say.trim() } : { level, ...meaning };
}
