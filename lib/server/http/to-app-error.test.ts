import { inspect } from 'node:util';
import { DrizzleQueryError } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { WiseError } from '../wise/errors.ts';
import { AppError } from './app-error.ts';
import { problemOf } from './problem-response.ts';
import { settleAfterWrite, toAppError } from './to-app-error.ts';

const secret = 'Holder JANE DOE';
const refusal = new WiseError({
  kind: 'refused',
  status: 422,
  codes: [{ code: 'X', message: secret }],
  traceId: 'trace-1',
  sca: { oneTimeToken: 'one-time' },
});
const refused = Object.assign(new Error('refused'), { code: 'ECONNREFUSED' });

test.each([
  ['refused', 'wise_refused'],
  ['not-found', 'not_found'],
  ['unauthorised', 'wise_not_connected'],
  ['sca', 'sca_required'],
  ['rate-limited', 'wise_rate_limited'],
  ['unavailable', 'wise_unavailable'],
  ['unknown', 'outcome_unknown'],
  ['not-understood', 'wise_reply_not_understood'],
] as const)('%s becomes %s', (kind, code) => {
  expect(toAppError(new WiseError({ kind, codes: [] })).code).toBe(code);
});

test('a write that was done but not understood is settled by reading', () => {
  expect(toAppError(new WiseError({ kind: 'not-understood', codes: [], applied: true })).code).toBe(
    'outcome_unknown',
  );
});

test('passes on trace id, status and Retry-After, and nothing else', () => {
  const error = toAppError(
    new WiseError({ kind: 'rate-limited', status: 429, codes: [], traceId: 't', retryAfterSeconds: 3 }),
  );
  expect(error.options).toMatchObject({ upstream: { traceId: 't', status: 429 }, retryAfterSeconds: 3 });
  expect(toAppError(new WiseError({ kind: 'unknown', codes: [] })).options.upstream).toEqual({});
});

test('Wise’s texts and one-time tokens appear in no rendering of the error', () => {
  const shown = [refusal, toAppError(refusal)]
    .flatMap((error) => [
      inspect(error, { depth: 9, showHidden: true }),
      JSON.stringify(error),
      JSON.stringify({ ...error }),
      String(error.stack),
    ])
    .join();
  expect(shown).not.toContain(secret);
  expect(shown).not.toContain('one-time');
  expect(refusal.codes[0]?.message).toBe(secret);
  expect(refusal.sca?.oneTimeToken).toBe('one-time');
  expect(refusal.hasCode('X')).toBe(true);
});

test('leaves an AppError as it is, and calls anything else an internal error', () => {
  const known = new AppError('conflict', { cause: refused });
  expect(toAppError(known)).toBe(known);
  expect(toAppError(new TypeError('x')).code).toBe('internal_error');
});

test('the store being away is told apart from Wise being away, and from what the store refuses', () => {
  const ofStore = new DrizzleQueryError('select 1', [], refused);
  const ofWise = new WiseError({ kind: 'unavailable', codes: [], cause: refused });
  const unique = new DrizzleQueryError('insert', [], Object.assign(new Error('twice'), { code: '23505' }));
  expect([ofStore, ofWise, unique].map((error) => toAppError(error).code)).toEqual([
    'store_unavailable',
    'wise_unavailable',
    'internal_error',
  ]);
});

test.each(['store_unavailable', 'internal_error'] as const)(
  '%s after a write to Wise is an unknown outcome',
  (code) => {
    const settled = settleAfterWrite(new AppError(code, { cause: refused }));
    expect(problemOf(settled, 'id')).toMatchObject({ code: 'outcome_unknown', certain: 'unknown' });
  },
);

test.each(['wise_refused', 'outcome_unknown', 'conflict'] as const)(
  '%s after a write to Wise stays what it is',
  (code) => {
    const error = new AppError(code);
    expect(settleAfterWrite(error)).toBe(error);
  },
);
