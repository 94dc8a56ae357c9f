import { dehydrate, hydrate, QueryClient, QueryObserver } from '@tanstack/react-query';
import { afterEach, expect, it, vi } from 'vitest';
import { makeQueryClient } from '../query-client.ts';
import { watchForLatePages } from './late-pages.ts';

const queryKey = ['cards', 'card', '3', 't'];

afterEach(() => vi.useRealTimers());

function bringPage(client: QueryClient, data: string) {
  const server = new QueryClient();
  server.setQueryData(queryKey, data);
  hydrate(client, dehydrate(server));
}

/** @returns how often the page has read by itself */
function openPage(client: QueryClient): () => number {
  let reads = 0;
  const queryFn = () => Promise.resolve(`read ${++reads}`);
  new QueryObserver(client, { queryKey, queryFn }).subscribe(() => undefined);
  return () => reads;
}

it('reads what a page brings again when an event about it came before the page', async () => {
  const client = makeQueryClient();
  const late = watchForLatePages(client);
  late.note(['cards', 'card', '3']);
  bringPage(client, 'as it was before the event');
  const reads = openPage(client);
  await expect.poll(() => client.getQueryData(queryKey)).toBe('read 1');
  expect(reads()).toBe(1);
});

it('reads it again also when the page has shown an earlier state before', async () => {
  const client = makeQueryClient();
  const late = watchForLatePages(client);
  vi.useFakeTimers({ toFake: ['Date'], now: Date.now() - 5_000 });
  bringPage(client, 'long ago');
  vi.useRealTimers();
  late.note(['cards', 'card', '3']);
  bringPage(client, 'as it was before the event');
  const reads = openPage(client);
  await expect.poll(() => client.getQueryData(queryKey)).toBe('read 1');
  expect(reads()).toBe(1);
});

it('leaves alone what no event was about, and what an event was about long before', () => {
  vi.useFakeTimers({ toFake: ['performance'] });
  const client = makeQueryClient();
  const late = watchForLatePages(client);
  late.note(queryKey);
  vi.advanceTimersByTime(15_001);
  late.note(['cards', 'card', '4']);
  bringPage(client, 'as it is');
  expect(openPage(client)()).toBe(0);
  expect(client.getQueryData(queryKey)).toBe('as it is');
});
