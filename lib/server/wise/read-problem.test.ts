import { describe, expect, test } from 'vitest';
import { readWiseProblem } from './read-problem.ts';

describe('readWiseProblem: body shapes', () => {
  const list = [{ code: 'NOT_VALID', message: 'bad', path: 'IBAN', arguments: ['IBAN', 'x'] }];
  test.each([
    [
      'OAuth',
      { error: 'invalid_grant', error_description: 'Invalid user credentials.' },
      [{ code: 'invalid_grant', message: 'Invalid user credentials.' }],
    ],
    [
      'a list of errors',
      { timestamp: '2026-01-01T00:00:00Z', errors: list },
      [{ code: 'NOT_VALID', message: 'bad', path: 'IBAN' }],
    ],
    [
      'a list that says field',
      { errors: [{ code: 'A', message: 'b', field: 'c' }, { code: 'D' }] },
      [{ code: 'A', message: 'b', path: 'c' }, { code: 'D' }],
    ],
    [
      'problem with a list',
      {
        type: '/errors/types/validation',
        title: 'Validation Error',
        status: 422,
        instance: '/public/v4/x',
        errors: [{ code: 'too.long', ref: 'name', detail: 'too long' }],
      },
      [{ code: 'too.long', message: 'too long', path: 'name' }],
    ],
    [
      'problem with a code',
      {
        type: '/errors/types/access',
        status: 403,
        code: 'unauthorized',
        detail: 'Operation is unauthorized',
      },
      [{ code: 'unauthorized', message: 'Operation is unauthorized' }],
    ],
    [
      'problem without a code',
      { type: '/errors/types/server', title: 'An unexpected error occurred' },
      [{ code: '/errors/types/server', message: 'An unexpected error occurred' }],
    ],
    [
      'a bare message',
      { message: "Permission 'ECOM' is locked" },
      [{ code: 'message_only', message: "Permission 'ECOM' is locked" }],
    ],
    [
      'kiosk production',
      { status: 'PRODUCTION_ERROR', errorCode: 'OFFLINE', description: 'Printer is offline' },
      [{ code: 'OFFLINE', message: 'Printer is offline' }],
    ],
    [
      'a rejected funding',
      {
        type: 'BALANCE',
        status: 'REJECTED',
        errorCode: 'balance.payment-option-unavailable',
        errorMessage: null,
      },
      [{ code: 'balance.payment-option-unavailable' }],
    ],
    [
      'category and description',
      { code: 'X', category: 'CLIENT', description: 'why', details: {} },
      [{ code: 'X', message: 'why' }],
    ],
    [
      'Spring',
      { timestamp: 'now', status: 403, error: 'Forbidden', message: 'Access denied', path: '/v1/x/1' },
      [{ code: 'Forbidden', message: 'Access denied' }],
    ],
    [
      'a message with a request id',
      { message: 'oh', request_id: 'r' },
      [{ code: 'message_only', message: 'oh' }],
    ],
    ['a code with a message', { code: 'not.valid', message: 'm' }, [{ code: 'not.valid', message: 'm' }]],
    ['an object without anything', {}, []],
    ['an empty list', { errors: [] }, []],
    ['a list of other things', { errors: ['x', null, 3] }, []],
    ['a code that is no code', { code: 'José\nSilva', message: 'm' }, [{ code: 'other', message: 'm' }]],
  ])('%s', (_, body, codes) => {
    expect(readWiseProblem(422, {}, JSON.stringify(body)).codes).toEqual(codes);
  });

  test.each([
    ['nothing', ''],
    ['HTML', '<!doctype html><title>502</title>'],
    ['broken JSON', '{"error":"inv'],
    ['a JSON text', '"nope"'],
    ['a list', '[{"code":"x"}]'],
    ['more than 64 KiB', `{"error":"${'x'.repeat(70_000)}"}`],
  ])('%s gives no codes and the kind of its status', (_, text) => {
    expect(readWiseProblem(503, {}, text)).toEqual({ kind: 'unavailable', status: 503, codes: [] });
  });

  test('keeps twenty codes and 500 characters at most', () => {
    const errors = Array.from({ length: 50 }, () => ({ code: 'A', message: 'x'.repeat(1000) }));
    const { codes } = readWiseProblem(422, {}, JSON.stringify({ errors }));
    expect(codes).toHaveLength(20);
    expect(codes[0]?.message).toHaveLength(500);
  });
});

describe('readWiseProblem: kinds', () => {
  test.each([
    [400, 'refused'],
    [401, 'unauthorised'],
    [403, 'refused'],
    [404, 'not-found'],
    [408, 'unavailable'],
    [409, 'refused'],
    [422, 'refused'],
    [429, 'rate-limited'],
    [500, 'unavailable'],
    [501, 'refused'],
    [503, 'unavailable'],
    [302, 'not-understood'],
  ])('%i is %s', (status, kind) => {
    expect(readWiseProblem(status, {}, '').kind).toBe(kind);
  });

  test.each([403, 400])('%i with a one-time token asks for strong confirmation', (status) => {
    const headers = { 'x-2fa-approval': 'ott', 'x-2fa-approval-result': 'REJECTED' };
    expect(readWiseProblem(status, headers, '')).toMatchObject({ kind: 'sca', sca: { oneTimeToken: 'ott' } });
  });

  test('403 with an empty one-time token is a plain refusal', () => {
    expect(readWiseProblem(403, { 'x-2fa-approval': '' }, '').kind).toBe('refused');
  });
});

describe('readWiseProblem: headers', () => {
  const now = Date.parse('2026-01-01T00:00:00Z');
  test.each([
    ['7', 7],
    ['0', 0],
    ['Thu, 01 Jan 2026 00:00:05 GMT', 5],
    ['Wed, 31 Dec 2025 23:59:00 GMT', 0],
    ['999999', 3600],
    ['soon', undefined],
    ['', undefined],
  ])('Retry-After %j is %s seconds', (text, seconds) => {
    expect(readWiseProblem(429, { 'retry-after': text }, '{}', now).retryAfterSeconds).toBe(seconds);
  });

  test.each([
    ['abc-123', 'abc-123'],
    [['first', 'second'], 'first'],
    ['two\nlines', undefined],
    ['x'.repeat(200), undefined],
  ])('x-trace-id %j', (header, traceId) => {
    expect(readWiseProblem(500, { 'x-trace-id': header }, '').traceId).toBe(traceId);
  });
});
