import { afterAll, beforeAll, expect, it } from 'vitest';
import { createRandom } from '../../../cli/faults/random.mjs';
import { endOfPrints, makeSteps } from '../../../cli/faults/storm/events.mjs';
import { printJobs, productions } from '../../db/schema/kiosks.ts';
import { profiles, wiseConnections } from '../../db/schema/wise.ts';
import { openingMs, openTestStore, type TestStore } from '../../db/test-support/open-test-store.ts';
import { keepProduction } from './keep-production.ts';

const profileId = '30000901';
let opened: TestStore;
beforeAll(async () => {
  opened = await openTestStore();
  const { db } = opened.store;
  await db.insert(wiseConnections).values({ userId: '20000901' });
  await db.insert(profiles).values({
    id: profileId,
    userId: '20000901',
    type: 'BUSINESS',
    name: 'Kestrel',
    state: 'VISIBLE',
    searchText: 'kestrel',
    readAt: new Date(),
  });
}, openingMs);
afterAll(() => opened.drop());

it('prints that are told in any order, twice, by two consoles at once, end as if told in order', async () => {
  const random = createRandom(3);
  const steps = makeSteps({ count: 400, cards: [{ token: 'c', status: 'ACTIVE' }], random }).flatMap(
    (step) => (step.kind === 'print' ? [step] : []),
  );
  const twice = [...steps, ...steps.filter(() => random.next() < 0.3)].sort(() => random.next() - 0.5);
  const replicas = [opened.store, await opened.openAgain()];
  let next = 0;
  const work = async (store: (typeof replicas)[number]) => {
    for (let step = twice[next++]; step; step = twice[next++]) {
      const { errorCode, occurredAt, status, token } = step;
      await store.db.transaction((tx) =>
        keepProduction(tx, {
          cardToken: token,
          profileId,
          status,
          kioskId: status === 'READY' ? null : 'WIS00901',
          occurredAt: new Date(occurredAt),
          errorCode,
          description: null,
          toldAt: new Date(Date.parse(occurredAt) + 500),
          by: 'webhook',
        }),
      );
    }
  };
  await Promise.all(replicas.flatMap((store) => [work(store), work(store)]));
  const { attempts, ends } = endOfPrints(steps);
  const found = await opened.store.db.select().from(productions);
  const jobs = await opened.store.db.select().from(printJobs);
  for (const [token, { occurredAt, status }] of ends) {
    const row = found.find(({ cardToken }) => cardToken === token);
    const own = jobs.filter(({ cardToken }) => cardToken === token);
    expect({
      status: row?.status,
      occurredAt: row?.occurredAt?.toISOString(),
      jobs: own.length,
      printing: own.filter(({ state }) => state === 'printing').length,
    }).toEqual({
      status,
      occurredAt,
      jobs: attempts.get(token)?.size ?? 0,
      printing: status === 'IN_PROGRESS' ? 1 : 0,
    });
  }
}, 120_000);
