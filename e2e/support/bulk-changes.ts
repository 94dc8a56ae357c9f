import { type BulkChange, getBulkChange, startBulkChange } from '../../lib/contracts/bulk.ts';
import type { CardPath } from '../../lib/contracts/cards.ts';
import { expect } from '../fixtures.ts';
import type { ConsoleClient } from './console-client.ts';
import type { LoggedRequest } from './emulator-control.ts';
import { pickCard } from './pick-card.ts';

export const writesTo = (requests: LoggedRequest[], cards: CardPath[]): LoggedRequest[] =>
  requests.filter(
    ({ method, path }) => method === 'PUT' && cards.some(({ cardToken }) => path.includes(cardToken)),
  );

export async function pickCards(client: ConsoleClient, count: number): Promise<CardPath[]> {
  const cards: CardPath[] = [];
  while (cards.length < count) cards.push((await pickCard(client, { status: 'ACTIVE' })).path);
  return cards;
}

export async function startBulk(
  client: ConsoleClient,
  cards: CardPath[],
  status: 'FROZEN' | 'ACTIVE' = 'FROZEN',
): Promise<string> {
  const answer = await client.call(startBulkChange, {
    body: { cards, status, reason: 'stolen at the depot' },
  });
  expect(answer.status).toBe(202);
  return answer.body.bulkId ?? '';
}

export const readBulk = async (client: ConsoleClient, bulkId: string): Promise<BulkChange> =>
  (await client.call(getBulkChange, { params: { bulkId } })).body;

export async function waitForBulk(
  client: ConsoleClient,
  bulkId: string,
  timeout?: number,
): Promise<BulkChange> {
  const finishedAt = async () => (await readBulk(client, bulkId)).finishedAt;
  await expect.poll(finishedAt, { intervals: [200], ...(timeout && { timeout }) }).not.toBeNull();
  return readBulk(client, bulkId);
}

export const statesOf = ({ cards }: BulkChange): string[] =>
  cards.map(({ code, state }) => (code ? `${state} ${code}` : state));
