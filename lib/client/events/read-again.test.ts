import { QueryObserver } from '@tanstack/react-query';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { makeQueryClient } from '../query-client.ts';
import { createReader } from './read-again.ts';

const queryKey = ['transactions', 'found'];
beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

/** A list on the screen that takes so long to read. */
function show(tookMs: number, { isRead = true } = {}) {
  const client = makeQueryClient();
  const begunAt: number[] = [];
  let read = 0;
  const observer = new QueryObserver(client, {
    queryKey,
    ...(isRead && { initialData: 0 }),
    queryFn: async ({ signal }) => {
      begunAt.push(performance.now());
      await new Promise((resolve) => setTimeout(resolve, tookMs));
      signal.throwIfAborted();
      return (read += 1);
    },
  });
  const hide = observer.subscribe(() => undefined);
  return {
    begunAt,
    client,
    hide,
    reader: createReader(client),
    shown: () => observer.getCurrentResult().data,
  };
}

it('reads at once what an event made old, and goes on as events go on', async () => {
  const { begunAt, reader, shown } = show(20);
  for (let event = 0; event < 50; event++) {
    reader.readAgain(['transactions']);
    await vi.advanceTimersByTimeAsync(100);
  }
  expect(begunAt).toHaveLength(50);
  expect(shown()).toBe(50);
});

it('reads a long list whole while events come faster than it is read, and for a fifth of the time', async () => {
  const { begunAt, reader, shown } = show(2000);
  for (let event = 0; event < 149; event++) {
    reader.readAgain(queryKey);
    await vi.advanceTimersByTimeAsync(400);
  }
  // A minute: one reading begins every ten seconds.
  expect(begunAt).toHaveLength(6);
  expect(shown()).toBe(6);
  const lastEventAt = performance.now();
  reader.readAgain(queryKey);
  await vi.advanceTimersByTimeAsync(12_000);
  expect(begunAt.at(-1)).toBeGreaterThanOrEqual(lastEventAt);
  expect(shown()).toBe(begunAt.length);
});

it('reads once more what an event made old while it was read for the first time', async () => {
  const { begunAt, reader, shown } = show(2000, { isRead: false });
  await vi.advanceTimersByTimeAsync(1000);
  reader.readAgain(queryKey);
  await vi.advanceTimersByTimeAsync(5000);
  expect(begunAt).toHaveLength(2);
  expect(shown()).toBe(2);
});

it('leaves what is not on the screen to be read when it is', async () => {
  const { begunAt, client, hide, reader } = show(20);
  hide();
  reader.readAgain(queryKey);
  await vi.advanceTimersByTimeAsync(1000);
  expect(begunAt).toEqual([]);
  expect(client.getQueryState(queryKey)?.isInvalidated).toBe(true);
});

it('reads nothing any more once it has ended', async () => {
  const { begunAt, reader } = show(2000);
  reader.readAgain(queryKey);
  await vi.advanceTimersByTimeAsync(100);
  reader.readAgain(queryKey);
  reader.end();
  await vi.advanceTimersByTimeAsync(60_000);
  expect(begunAt).toHaveLength(1);
});
