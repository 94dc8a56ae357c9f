import { expect, test } from 'vitest';
import { type CodeDraft, classificationOf, draftOf, faultsOf } from './code-draft.ts';

const bare = { beginsWith: null, classification: null };
const whole: CodeDraft = {
  level: 'tell',
  family: 'rules',
  title: ' Too far ',
  happened: 'It was out of reach.',
  cause: 'A rule.',
  actor: 'customer',
  next: 'The customer pays nearer by.',
  retry: 'no',
  retryText: 'No.',
  say: 'It is too far.',
};

test('a draft is sent once everything is chosen and said, without blanks around it', () => {
  expect(Object.keys(faultsOf(draftOf(bare)))).toHaveLength(9);
  expect(classificationOf(draftOf(bare))).toBeUndefined();
  expect(faultsOf(whole)).toEqual({});
  expect(classificationOf(whole)).toEqual({ ...whole, title: 'Too far' });
  expect(faultsOf({ ...whole, title: '  ' })).toEqual({ title: 'Say it in words.' });
});

test('only what may be told has words for the customer', () => {
  expect(faultsOf({ ...whole, say: ' ' })).toEqual({ say: 'Write what the customer is told.' });
  expect(classificationOf({ ...whole, level: 'neutral' })).not.toHaveProperty('say');
  expect(faultsOf({ ...whole, level: 'cover', say: '' })).toEqual({});
});

test('a draft begins with what holds, and restricted where it can be nothing else', () => {
  const classification = classificationOf(whole) ?? null;
  expect(draftOf({ ...bare, classification })).toEqual({ ...whole, title: 'Too far' });
  expect(draftOf({ ...bare, beginsWith: 'ACCOUNT_SUSPENDED' }).level).toBe('restricted');
});
