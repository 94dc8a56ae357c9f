import { describe, expect, test } from 'vitest';
import { WiseError, type WiseProblem } from './errors.ts';
import { readWiseProblem } from './read-problem.ts';
import { decideRetry, problemOfFailure, settleProblem } from './retry.ts';
import { TransportFailure } from './transport.ts';

const errorOf = (problem: Partial<WiseProblem>) =>
  new WiseError({ kind: 'unavailable', codes: [], ...problem });

describe('decideRetry', () => {
  const question = { safe: true, attempt: 1, error: errorOf({}), remainingMs: 10_000, random: () => 1 };

  test.each([
    ['unavailable', { retry: true, delayMs: 100 }],
    ['unknown', { retry: true, delayMs: 100 }],
    ['rate-limited', { retry: true, delayMs: 100 }],
    ['refused', { retry: false }],
    ['not-found', { retry: false }],
    ['unauthorised', { retry: false }],
    ['sca', { retry: false }],
    ['not-understood', { retry: false }],
  ] as const)('a safe call that is %s', (kind, answer) => {
    expect(decideRetry({ ...question, error: errorOf({ kind }) })).toEqual(answer);
  });

  test.each(['unavailable', 'unknown', 'rate-limited'] as const)(
    'never repeats a write without key, though it is %s',
    (kind) => {
      expect(
        decideRetry({ ...question, safe: false, error: errorOf({ kind, retryAfterSeconds: 0 }) }),
      ).toEqual({ retry: false });
    },
  );

  test('grows, within half its spread', () => {
    const delays = [1, 2].map((attempt) =>
      [0, 0.5, 1].map((value) => decideRetry({ ...question, attempt, random: () => value })),
    );
    expect(delays).toEqual([
      [50, 75, 100].map((delayMs) => ({ retry: true, delayMs })),
      [100, 150, 200].map((delayMs) => ({ retry: true, delayMs })),
    ]);
  });

  test.each([
    [2, true],
    [3, false],
  ])('attempt %i failed: again is %s', (attempt, again) => {
    expect(decideRetry({ ...question, attempt }).retry).toBe(again);
  });

  test('waits as long as Retry-After says, or not at all when the deadline is nearer', () => {
    const error = errorOf({ kind: 'rate-limited', status: 429, retryAfterSeconds: 2 });
    expect(decideRetry({ ...question, error })).toEqual({ retry: true, delayMs: 2100 });
    expect(decideRetry({ ...question, error, remainingMs: 2000 })).toEqual({ retry: false });
  });

  test('gives up on the console’s own errors', () => {
    expect(decideRetry({ ...question, error: new TypeError('x') })).toEqual({ retry: false });
  });
});

describe('settleProblem', () => {
  test.each([
    [408, {}, 'unavailable', 'unknown'],
    [500, {}, 'unavailable', 'unknown'],
    [502, {}, 'unavailable', 'unknown'],
    [502, { 'retry-after': '1' }, 'unavailable', 'unknown'],
    [503, {}, 'unavailable', 'unknown'],
    [503, { 'retry-after': '1' }, 'unavailable', 'unavailable'],
    [504, {}, 'unavailable', 'unknown'],
    [429, {}, 'rate-limited', 'rate-limited'],
    [422, {}, 'refused', 'refused'],
    [404, {}, 'not-found', 'not-found'],
    [501, {}, 'refused', 'refused'],
  ])('%i %o: a read is %s, a write %s', (status, headers, read, write) => {
    const problem = readWiseProblem(status, headers, '');
    expect([settleProblem(problem, true).kind, settleProblem(problem, false).kind]).toEqual([read, write]);
  });
});

describe('problemOfFailure', () => {
  test.each([
    [
      'before anything was sent',
      new TransportFailure(false, undefined, 'ECONNREFUSED'),
      'unavailable',
      'unavailable',
      undefined,
    ],
    [
      'after it was sent',
      new TransportFailure(true, undefined, 'ECONNRESET'),
      'unavailable',
      'unknown',
      undefined,
    ],
    [
      'in the middle of a 200',
      new TransportFailure(true, 200, 'TIMEOUT'),
      'unavailable',
      'not-understood',
      true,
    ],
    [
      'in the middle of a 500',
      new TransportFailure(true, 500, 'TIMEOUT'),
      'unavailable',
      'unknown',
      undefined,
    ],
  ])('%s', (_, failure, read, write, applied) => {
    expect(problemOfFailure(failure, true).kind).toBe(read);
    const problem = problemOfFailure(failure, false);
    expect([problem.kind, problem.applied]).toEqual([write, applied]);
  });
});
