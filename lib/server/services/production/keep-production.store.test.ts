import { randomUUID } from 'node:crypto';
import { and, eq } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { consoleEvents } from '../../db/schema/audit.ts';
import { kiosks, printJobs, productions } from '../../db/schema/kiosks.ts';
import { branches } from '../../db/schema/staff.ts';
import { profiles, wiseConnections } from '../../db/schema/wise.ts';
import { openTestStore, type TestStore } from '../../db/test-support/open-test-store.ts';
import { keepProduction, type ToldProduction } from './keep-production.ts';

const profileId = '30000900';
let opened: TestStore;
beforeAll(async () => {
  opened = await openTestStore();
  const { db } = opened.store;
  await db.insert(wiseConnections).values({ userId: '20000900' });
  await db.insert(profiles).values({
    id: profileId,
    userId: '20000900',
    type: 'BUSINESS',
    name: 'Kestrel',
    state: 'ACTIVE',
    searchText: 'kestrel',
    readAt: new Date(),
  });
  await db.insert(branches).values({ id: 'york', name: 'York' });
  await db.insert(kiosks).values({ id: 'WIS00901', branchId: 'york', place: 'Hall' });
});
afterAll(() => opened.drop());

const at = (text: string) => new Date(`2026-11-22T${text}Z`);
const told = (cardToken: string, status: string, more: Partial<ToldProduction> = {}): ToldProduction => ({
  cardToken,
  profileId,
  status,
  kioskId: status === 'READY' ? null : 'WIS00901',
  occurredAt: at('09:00:00.250'),
  errorCode: null,
  description: null,
  toldAt: at('09:00:01'),
  by: 'webhook',
  ...more,
});
const keep = (step: ToldProduction) => opened.store.db.transaction((tx) => keepProduction(tx, step));
const jobsOf = (cardToken: string) =>
  opened.store.db
    .select()
    .from(printJobs)
    .where(eq(printJobs.cardToken, cardToken))
    .orderBy(printJobs.createdAt);
const productionOf = async (cardToken: string) =>
  (await opened.store.db.select().from(productions).where(eq(productions.cardToken, cardToken)))[0];
const sentFromHere = async (
  cardToken: string,
  values: Partial<typeof printJobs.$inferInsert> = {},
): Promise<string> => {
  const [job] = await opened.store.db
    .insert(printJobs)
    .values({
      cardToken,
      profileId,
      kioskId: 'WIS00901',
      branchId: 'york',
      sentBy: randomUUID(),
      createdAt: at('09:00:00'),
      state: 'printing',
      occurredAt: at('09:00:00.250'),
      ...values,
    })
    .returning({ id: printJobs.id });
  return job?.id ?? '';
};

describe('a card that was sent from here', () => {
  it('is printed; the job ends when the delivery that told it was sent', async () => {
    const card = randomUUID();
    const id = await sentFromHere(card);
    expect(await keep(told(card, 'IN_PROGRESS'))).toBe(true);
    expect(await keep(told(card, 'PRODUCED', { toldAt: at('09:01:30') }))).toBe(true);
    expect(await jobsOf(card)).toMatchObject([
      { id, state: 'printed', endedAt: at('09:01:30'), errorCode: null },
    ]);
    expect(await productionOf(card)).toMatchObject({ status: 'PRODUCED', kioskId: 'WIS00901' });
    const events = await opened.store.db
      .select()
      .from(consoleEvents)
      .where(eq(consoleEvents.event, { type: 'production.changed', profileId, cardToken: card }));
    expect(events).toHaveLength(2);
  });

  it('ends once, whatever comes late or in the other precision', async () => {
    const card = randomUUID();
    await sentFromHere(card);
    await keep(told(card, 'PRODUCED', { toldAt: at('09:01:30') }));
    const whole = { occurredAt: at('09:00:00') };
    expect(await keep(told(card, 'PRODUCED', { ...whole, toldAt: at('09:01:31') }))).toBe(false);
    expect(await keep(told(card, 'IN_PROGRESS', { ...whole, toldAt: at('09:02:00') }))).toBe(false);
    expect(await keep(told(card, 'READY', { occurredAt: at('08:59:00') }))).toBe(false);
    expect(await jobsOf(card)).toMatchObject([
      { state: 'printed', endedAt: at('09:01:30'), occurredAt: at('09:00:00.250') },
    ]);
    expect(await productionOf(card)).toMatchObject({ status: 'PRODUCED', occurredAt: at('09:00:00.250') });
  });

  it('without an answer is found by its kiosk, and named by the attempt from there on', async () => {
    const card = randomUUID();
    const id = await sentFromHere(card, { state: 'unknown', occurredAt: null });
    await keep(told(card, 'IN_PROGRESS'));
    expect(await jobsOf(card)).toMatchObject([{ id, state: 'printing', occurredAt: at('09:00:00.250') }]);
  });

  it('that waits at the kiosk begins by itself, as the same job', async () => {
    const card = randomUUID();
    const waiting = { errorStatus: 'REQUEST_ERROR', errorCode: 'REQUEST_CREATED_BUT_NOT_STARTED' };
    const id = await sentFromHere(card, { state: 'waiting', ...waiting });
    await keep(told(card, 'IN_PROGRESS', { occurredAt: at('09:10:00.100') }));
    expect(await jobsOf(card)).toMatchObject([
      { id, state: 'printing', occurredAt: at('09:10:00.100'), errorStatus: null, errorCode: null },
    ]);
  });

  it('with a fault keeps its code, and a second try is a job of its own', async () => {
    const card = randomUUID();
    const first = await sentFromHere(card);
    await keep(told(card, 'PRODUCTION_ERROR', { errorCode: 'PRT_RIBBON_ENDED', toldAt: at('09:00:40') }));
    const again = at('09:05:00.500');
    const second = await sentFromHere(card, { createdAt: at('09:05:00'), occurredAt: again });
    await keep(told(card, 'IN_PROGRESS', { occurredAt: again, toldAt: at('09:05:01') }));
    await keep(told(card, 'PRODUCED', { occurredAt: again, toldAt: at('09:06:00') }));
    expect(await jobsOf(card)).toMatchObject([
      {
        id: first,
        state: 'fault',
        errorStatus: 'PRODUCTION_ERROR',
        errorCode: 'PRT_RIBBON_ENDED',
        endedAt: at('09:00:40'),
      },
      { id: second, state: 'printed', endedAt: at('09:06:00') },
    ]);
  });

  it('and is read as ended: when is not known until a delivery says so', async () => {
    const card = randomUUID();
    await sentFromHere(card);
    await keep(told(card, 'PRODUCED', { by: 'reading', toldAt: at('11:00:00') }));
    expect(await jobsOf(card)).toMatchObject([{ state: 'printed', endedAt: null }]);
    expect(await keep(told(card, 'PRODUCED', { toldAt: at('09:01:30') }))).toBe(true);
    expect(await jobsOf(card)).toMatchObject([{ state: 'printed', endedAt: at('09:01:30') }]);
  });
});

describe('a card that was sent elsewhere', () => {
  it('has a job all the same, of the kiosk’s branch and of nobody', async () => {
    const card = randomUUID();
    await keep(told(card, 'IN_PROGRESS'));
    await keep(told(card, 'PRODUCTION_ERROR', { errorCode: 'PRD_FEEDER_JAM', toldAt: at('09:00:50') }));
    expect(await jobsOf(card)).toMatchObject([
      {
        state: 'fault',
        sentBy: null,
        branchId: 'york',
        errorCode: 'PRD_FEEDER_JAM',
        createdAt: at('09:00:00.250'),
        endedAt: at('09:00:50'),
      },
    ]);
  });

  it('to a kiosk nobody registered has no branch', async () => {
    const card = randomUUID();
    await keep(told(card, 'PRODUCED', { kioskId: 'WIS99999' }));
    expect(await jobsOf(card)).toMatchObject([{ state: 'printed', kioskId: 'WIS99999', branchId: null }]);
  });

  it('an end told before its beginning stays the end', async () => {
    const card = randomUUID();
    await keep(told(card, 'PRODUCED', { toldAt: at('09:01:00') }));
    expect(await keep(told(card, 'IN_PROGRESS', { toldAt: at('09:00:01') }))).toBe(false);
    expect(await jobsOf(card)).toMatchObject([{ state: 'printed', endedAt: at('09:01:00') }]);
  });

  it('two attempts in any order make two jobs and the later one’s state', async () => {
    const steps = [
      told('', 'IN_PROGRESS'),
      told('', 'PRODUCTION_ERROR', { errorCode: 'PRT_PAUSED', toldAt: at('09:00:30') }),
      told('', 'IN_PROGRESS', { occurredAt: at('09:05:00'), toldAt: at('09:05:01') }),
      told('', 'PRODUCED', { occurredAt: at('09:05:00'), toldAt: at('09:06:00') }),
    ];
    for (const order of [
      [0, 1, 2, 3],
      [3, 2, 1, 0],
      [2, 0, 3, 1],
      [2, 1, 0, 3],
      [0, 2, 3, 1],
    ]) {
      const card = randomUUID();
      for (const index of order) {
        const step = steps[index];
        if (step) await keep({ ...step, cardToken: card });
      }
      expect(await jobsOf(card), `in the order ${order}`).toMatchObject([
        { state: 'fault', errorCode: 'PRT_PAUSED', endedAt: at('09:00:30') },
        { state: 'printed', errorCode: null, endedAt: at('09:06:00') },
      ]);
      expect(await productionOf(card)).toMatchObject({ status: 'PRODUCED', occurredAt: at('09:05:00') });
    }
  });

  it('while one from here is being sent makes no second open job', async () => {
    const card = randomUUID();
    const id = await sentFromHere(card, { state: 'sending', occurredAt: null, kioskId: 'WIS00901' });
    await keep(told(card, 'IN_PROGRESS', { kioskId: 'WIS99999' }));
    expect(await jobsOf(card)).toMatchObject([{ id, state: 'sending' }]);
    expect(await productionOf(card)).toMatchObject({ status: 'IN_PROGRESS', kioskId: 'WIS99999' });
  });
});

it('a card that is ready has no job; an unknown status is kept and shown', async () => {
  const card = randomUUID();
  await keep(told(card, 'READY'));
  expect(await jobsOf(card)).toEqual([]);
  await keep(told(card, 'LAMINATING', { occurredAt: at('09:03:00') }));
  expect(await productionOf(card)).toMatchObject({ status: 'LAMINATING' });
  expect(await jobsOf(card)).toMatchObject([{ state: 'printing' }]);
});

it('two deliveries of one card at once are done one after the other', async () => {
  const card = randomUUID();
  await Promise.all([
    keep(told(card, 'PRODUCED', { toldAt: at('09:01:00') })),
    keep(told(card, 'IN_PROGRESS')),
    keep(told(card, 'READY', { occurredAt: at('08:00:00') })),
  ]);
  expect(await productionOf(card)).toMatchObject({ status: 'PRODUCED' });
  const open = await opened.store.db
    .select()
    .from(printJobs)
    .where(and(eq(printJobs.cardToken, card), eq(printJobs.state, 'printed')));
  expect(open).toHaveLength(1);
});
