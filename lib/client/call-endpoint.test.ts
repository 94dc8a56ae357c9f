import { afterEach, describe, expect, it, vi } from 'vitest';
import { getCard, updateCardStatus } from '../contracts/cards.ts';
import { ApiError } from './api-error.ts';
import { callEndpoint } from './call-endpoint.ts';

const params = { profileId: '30000001', cardToken: '59123122-0000-4000-8000-000000004f80' };
const body = { status: 'FROZEN' } as const;

function answerWith(answer: () => Promise<Response>) {
  const sent: { url: string; init: RequestInit }[] = [];
  vi.stubGlobal('fetch', (url: string, init: RequestInit) => {
    sent.push({ url, init });
    return answer();
  });
  return sent;
}
async function failureOf(call: Promise<unknown>): Promise<ApiError> {
  const failure = await call.then(
    () => undefined,
    (error: unknown) => error,
  );
  if (!(failure instanceof ApiError)) throw new Error('expected an ApiError');
  return failure;
}

afterEach(() => vi.unstubAllGlobals());

describe('callEndpoint', () => {
  it('sends JSON with a fresh idempotency key per call', async () => {
    const sent = answerWith(() => Promise.resolve(Response.json({ token: 't' })));
    await callEndpoint(updateCardStatus, { params, body });
    await callEndpoint(updateCardStatus, { params, body });
    const keys = sent.map(({ init }) => new Headers(init.headers).get('idempotency-key'));
    expect(sent[0]?.init).toMatchObject({ method: 'PUT', body: '{"status":"FROZEN"}' });
    expect(keys[0]).toMatch(/^[0-9a-f-]{36}$/);
    expect(keys[0]).not.toBe(keys[1]);
  });
  it('uses the key of the intent when one is given', async () => {
    const sent = answerWith(() => Promise.resolve(Response.json({})));
    await callEndpoint(updateCardStatus, { params, body, idempotencyKey: 'intent-1' });
    expect(new Headers(sent[0]?.init.headers).get('idempotency-key')).toBe('intent-1');
  });
  it('sends no key and no body with a read', async () => {
    const sent = answerWith(() => Promise.resolve(Response.json({})));
    await callEndpoint(getCard, { params });
    expect(sent[0]?.init.body).toBeUndefined();
    expect(new Headers(sent[0]?.init.headers).has('idempotency-key')).toBe(false);
  });
  it('throws the problem of the answer', async () => {
    answerWith(() =>
      Promise.resolve(
        Response.json(
          {
            code: 'card_status_not_offered',
            title: 'T',
            detail: 'D',
            advice: 'A',
            certain: 'nothing',
            requestId: 'req-1',
            fields: [{ path: 'body.status', message: 'Not this one.' }, 'noise'],
          },
          { status: 409 },
        ),
      ),
    );
    const failure = await failureOf(callEndpoint(updateCardStatus, { params, body }));
    expect(failure).toMatchObject({ code: 'card_status_not_offered', status: 409, requestId: 'req-1' });
    expect(failure.fieldError('status')).toBe('Not this one.');
    expect(failure.problem).toMatchObject({ title: 'T', detail: 'D', advice: 'A' });
  });
  it('names a failure without a readable body by its status', async () => {
    answerWith(() =>
      Promise.resolve(new Response('<html>', { status: 401, headers: { 'x-request-id': 'r2' } })),
    );
    expect(await failureOf(callEndpoint(getCard, { params }))).toMatchObject({
      code: 'not_signed_in',
      requestId: 'r2',
    });
  });
  it.each([
    [
      { code: 'wise_unavailable', certain: 'nothing' },
      { code: 'wise_unavailable', certain: 'nothing' },
    ],
    [
      { code: '<script>', certain: 'perhaps' },
      { code: 'outcome_unknown', certain: 'unknown' },
    ],
    [{}, { code: 'outcome_unknown', certain: 'unknown' }],
  ])('takes from a 504 only what has the form of a problem: %j', async (answer, told) => {
    answerWith(() => Promise.resolve(Response.json(answer, { status: 504 })));
    const failure = await failureOf(callEndpoint(getCard, { params }));
    expect(failure.problem).toMatchObject(told);
  });
  it('knows nothing about a write that got no answer', async () => {
    answerWith(() => Promise.reject(new TypeError('network')));
    const failure = await failureOf(callEndpoint(updateCardStatus, { params, body }));
    expect(failure.code).toBe('outcome_unknown');
    expect(failure.problem.certain).toBe('unknown');
  });
  it('tells a read that got no answer apart from a write', async () => {
    answerWith(() => Promise.reject(new TypeError('network')));
    const failure = await failureOf(callEndpoint(getCard, { params }));
    expect(failure.code).toBe('console_unreachable');
    expect(failure.problem.certain).toBe('nothing');
  });
  it('takes a page that somebody else answered for no answer', async () => {
    answerWith(() => Promise.resolve(new Response('<html>Sign in to this network</html>')));
    expect((await failureOf(callEndpoint(getCard, { params }))).code).toBe('console_unreachable');
    expect((await failureOf(callEndpoint(updateCardStatus, { params, body }))).code).toBe('outcome_unknown');
  });
  it('lets an abort through as it is', async () => {
    const abort = new AbortController();
    answerWith(() => {
      abort.abort();
      return Promise.reject(abort.signal.reason as Error);
    });
    await expect(callEndpoint(getCard, { params, signal: abort.signal })).rejects.toBe(abort.signal.reason);
  });
});
