import { afterAll, beforeAll, expect, it } from 'vitest';
import { randomUUID } from 'node:crypto';
import { printJobs, productions } from '../../db/schema/kiosks.ts';
import { profiles, wiseConnections } from '../../db/schema/wise.ts';
import { openTestStore, type TestStore } from '../../db/test-support/open-test-store.ts';
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
});
afterAll(() => opened.drop());

interface Step {
  token: string;
  status: string;
  occurredAt: string;
  errorCode: string | null;
}

/** READY, attempts that fail, of some of which the end is never told, and a last one that prints or is on its way. */
function makePrint(index: number) {
  const token = randomUUID();
  const steps: Step[] = [];
  const tell = (minute: number, status: string, errorCode: string | null = null): Step => {
    const step = {
      token,
      status,
      occurredAt: new Date(Date.UTC(2026, 0, 5, 9, minute, 0, 250)).toISOString(),
      errorCode,
    };
    steps.push(step);
    return step;
  };
  const failed = index % 3;
  tell(0, 'READY');
  for (let attempt = 1; attempt <= failed; attempt++) {
    tell(attempt, 'IN_PROGRESS');
    if (index % 4 !== 0) tell(attempt, 'PRODUCTION_ERROR', 'PRT_PAUSED');
  }
  const begun = tell(failed + 1, 'IN_PROGRESS');
  return { token, steps, attempts: failed + 1, end: index % 5 === 0 ? begun : tell(failed + 1, 'PRODUCED') };
}

it('prints that are told in any order, twice, by two consoles at once, end as if told in order', async () => {
  const prints = Array.from({ length: 40 }, (_, index) => makePrint(index));
  const steps = prints.flatMap((print) => print.steps);
  const twice = [...steps, ...steps.filter((_, index) => index % 3 === 0)].sort(() => Math.random() - 0.5);
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
  const found = await opened.store.db.select().from(productions);
  const jobs = await opened.store.db.select().from(printJobs);
  for (const { attempts, end, token } of prints) {
    const { occurredAt, status } = end;
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
      jobs: attempts,
      printing: status === 'IN_PROGRESS' ? 1 : 0,
    });
  }
}, 120_000);
