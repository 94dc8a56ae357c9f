import { expect, it } from 'vitest';
import { wordsOfNameCheck } from './name-checks.ts';

it('says what each answer of a bank means, and what nobody knows in Wise’s own words', () => {
  const said = ['NAME_MATCHING', 'NAME_RESOLUTION', 'ACCOUNT_EXISTENCE'].flatMap((type) =>
    ['PARTIAL_FAILURE', 'FAILURE', 'COULD_NOT_CHECK'].map((outcome) => wordsOfNameCheck({ type, outcome })),
  );
  expect(new Set(said).size).toBe(9);
  expect(said.some((words) => words.startsWith('Wise says'))).toBe(false);
  expect(wordsOfNameCheck({ type: 'ACCOUNT_AGE', outcome: 'FAILURE' })).toBe(
    'Wise says FAILURE to ACCOUNT_AGE',
  );
  expect(wordsOfNameCheck({ type: 'NAME_MATCHING', outcome: 'toString' })).toBe(
    'Wise says toString to NAME_MATCHING',
  );
});
