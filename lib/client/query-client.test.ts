import { QueryObserver } from '@tanstack/react-query';
import { describe, expect, it } from 'vitest';
import { errorFromAnswer, noAnswer } from './api-error.ts';
import { makeQueryClient, shouldReadAgain, waitBeforeReading } from './query-client.ts';

describe('reading again', () => {
  it('repeats a read twice when the server failed or did not answer', () => {
    const failed = errorFromAnswer(503, { code: 'wise_unavailable' }, '');
    expect([0, 1, 2].map((count) => shouldReadAgain(count, failed))).toEqual([true, true, false]);
    expect(shouldReadAgain(0, noAnswer(false, undefined))).toBe(true);
  });
  it('never repeats what was refused', () => {
    for (const status of [400, 401, 403, 404, 409, 422]) {
      expect(shouldReadAgain(0, errorFromAnswer(status, {}, ''))).toBe(false);
    }
  });
  it('does not repeat what waits for a person to connect a profile again', () => {
    expect(shouldReadAgain(0, errorFromAnswer(503, { code: 'wise_not_connected' }, ''))).toBe(false);
  });
  it('repeats after a rate limit, as late as asked and 30 s at most', () => {
    const limited = errorFromAnswer(429, { code: 'wise_rate_limited', retryAfterSeconds: 7 }, '');
    expect(shouldReadAgain(0, limited)).toBe(true);
    expect(waitBeforeReading(0, limited)).toBe(7000);
    expect(waitBeforeReading(0, errorFromAnswer(429, { retryAfterSeconds: 900 }, ''))).toBe(30_000);
    expect(waitBeforeReading(1, errorFromAnswer(503, {}, ''))).toBe(2000);
  });
});

describe('what an event makes old', () => {
  /** Reads that are answered by hand. */
  function openPage() {
    const answers: ((value: string) => void)[] = [];
    const client = makeQueryClient();
    const queryFn = () => new Promise<string>((resolve) => answers.push(resolve));
    const observer = new QueryObserver(client, { queryKey: ['cards', 'one'], queryFn });
    observer.subscribe(() => undefined);
    return { client, answers, data: () => observer.getCurrentResult().data };
  }

  it('is read once more when its first answer was still on its way', async () => {
    const { client, answers, data } = openPage();
    const done = client.invalidateQueries({ queryKey: ['cards'] });
    answers[0]?.('as it was before the event');
    await expect.poll(() => answers.length).toBe(2);
    answers[1]?.('as it is now');
    await done;
    expect(data()).toBe('as it is now');
    expect(answers).toHaveLength(2);
  });
  it('is not read twice when it was there', async () => {
    const { client, answers, data } = openPage();
    answers[0]?.('as it was');
    await expect.poll(data).toBe('as it was');
    const done = client.invalidateQueries({ queryKey: ['cards'] });
    answers[1]?.('as it is now');
    await done;
    expect(data()).toBe('as it is now');
    expect(answers).toHaveLength(2);
  });
});
