import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { z } from 'zod';
import {
  forgetClassifications,
  keepClassifications,
} from '../../catalogues/decline-reasons/classifications.ts';
import { explainReason } from '../../catalogues/decline-reasons/tell.ts';
import { codeClassifications } from '../../db/schema/new-codes.ts';
import { AppError } from '../../http/app-error.ts';
import { readNumbers } from '../transaction-numbers/read-numbers.ts';
import {
  announceClassification,
  followClassifications,
  readClassificationsAnew,
} from './follow-classifications.ts';
import { listNewCodes, listNewCodesWaiting } from './list-new-codes.ts';
import { readClassifications } from './read-classifications.ts';
import { retellArchive } from './retell-archive.ts';
import { type CodeDesk, harmless, openCodeDesk, restricted } from './test-support/code-desk.ts';

const operator = { role: 'operator', flags: [] } as const;
const titleFor = (code: string) => explainReason(operator, code, null).title;
const hidden = 'Declined, no further detail';

let desk: CodeDesk;
beforeAll(async () => {
  desk = await openCodeDesk();
});
afterAll(async () => {
  await desk.test.drop();
  forgetClassifications();
});

const failureOf = (work: Promise<unknown>) =>
  work.then(
    () => 'done',
    (error: unknown) => (error instanceof AppError ? error.code : String(error)),
  );
const find = async (code: string) =>
  (await listNewCodes(desk.parts, await desk.as('ines'))).items.find((one) => one.code === code);
const retell = () => retellArchive(desk.test);

describe('the desk of new codes', () => {
  it('lists what the console came without, as reason and as detail, with payments, cards and the last of them', async () => {
    const cardToken = 'a0000000-0000-4000-8000-00000000000a';
    await desk.keep(2, { reason: 'SEEN_AS_REASON', cardToken });
    await desk.keep(1, {
      reason: 'SEEN_AS_REASON',
      createdAt: '2026-11-21T08:00:00.000Z',
      merchant: 'Far Shop',
    });
    await desk.keep(1, { reason: 'CARD_FROZEN', detail: 'SEEN_AS_DETAIL' });
    await desk.keep(1, { reason: 'SUSPECTED_FRAUD_AML_SEEN' });
    expect(await find('SEEN_AS_REASON')).toMatchObject({
      payments: 3,
      cards: 2,
      isReason: true,
      beginsWith: null,
      firstAt: '2026-11-20T12:00:00.000Z',
      lastAt: '2026-11-21T08:00:00.000Z',
      version: 0,
      classification: null,
    });
    expect((await find('SEEN_AS_REASON'))?.examples[0]).toMatchObject({
      merchantName: 'Far Shop',
      transactionAmount: { amount: '20.00', currency: 'GBP' },
    });
    expect(await find('SEEN_AS_DETAIL')).toMatchObject({ payments: 1, isReason: false });
    expect(await find('SUSPECTED_FRAUD_AML_SEEN')).toMatchObject({ beginsWith: 'SUSPECTED_FRAUD_AML' });
    expect(await find('CARD_FROZEN')).toBeUndefined();
    expect(await listNewCodesWaiting(desk.test.store.db)).toMatchObject([{ kind: 'new-codes', codes: 3 }]);
  });

  it('takes two of compliance, each time, and nobody twice', async () => {
    await desk.keep(1, { reason: 'TWO_PEOPLE' });
    const approvalId = await desk.propose('ines', 'TWO_PEOPLE', harmless);
    expect(titleFor('TWO_PEOPLE')).toBe(hidden);
    expect(await failureOf(desk.propose('karim', 'TWO_PEOPLE', harmless))).toBe('conflict');
    expect(await failureOf(desk.decide('ines', approvalId))).toBe('second_person_required');
    expect(await failureOf(desk.decide('tom', approvalId))).toBe('not_found');
    expect(await failureOf(desk.decide('victor', approvalId))).toBe('not_found');
    await desk.decide('karim', approvalId);
    expect(titleFor('TWO_PEOPLE')).toBe(harmless.title);
    expect(await failureOf(desk.propose('karim', 'TWO_PEOPLE', harmless))).toBe('conflict');
    await desk.classify('TWO_PEOPLE', { ...harmless, title: 'Too far' });
    await desk.classify('TWO_PEOPLE', null);
    expect(titleFor('TWO_PEOPLE')).toBe(hidden);
    expect((await find('TWO_PEOPLE'))?.history).toMatchObject([
      { version: 3, level: null, title: null, proposedBy: 'ines', agreedBy: 'karim' },
      { version: 2, level: 'tell', title: 'Too far' },
      { version: 1, level: 'tell', title: harmless.title },
    ]);
  });

  it('classifies nothing that came with the console, was never met, or must stay restricted', async () => {
    await desk.keep(1, { reason: 'ACCOUNT_SUSPENDED_MILDLY' });
    for (const code of ['CARD_FROZEN', 'SUSPECTED_FRAUD_AML', 'UNKNOWN', 'NOT_DISCLOSED'])
      expect(await failureOf(desk.propose('ines', code, harmless)), code).toBe('not_found');
    await desk.keep(1, { reason: 'CARD_FROZEN', detail: 'UNKNOWN' });
    expect(await failureOf(desk.propose('ines', 'NEVER_MET', harmless))).toBe('not_found');
    for (const level of ['neutral', 'cover'] as const)
      expect(
        await failureOf(desk.propose('ines', 'ACCOUNT_SUSPENDED_MILDLY', { ...restricted, level })),
      ).toBe('validation_failed');
    expect(await failureOf(desk.propose('ines', 'ACCOUNT_SUSPENDED_MILDLY', harmless))).toBe(
      'validation_failed',
    );
    await desk.classify('ACCOUNT_SUSPENDED_MILDLY', restricted);
    expect(titleFor('ACCOUNT_SUSPENDED_MILDLY')).toBe(hidden);
  });
});

describe('payments that were told before', () => {
  it('are told by what their codes mean now, and hidden again, whatever else they came with', async () => {
    const reasons = await desk.keep(3, { reason: 'TOLD_BEFORE' });
    const details = await desk.keep(2, { reason: 'CARD_FROZEN', detail: 'TOLD_BEFORE' });
    const others = await desk.keep(1, { reason: 'TOLD_BEFORE', detail: 'SUSPECTED_FRAUD_NO_BALANCE' });
    expect(await desk.told([...reasons, ...details, ...others])).toEqual(['NOT_DISCLOSED']);
    await desk.classify('TOLD_BEFORE', harmless);
    expect((await find('TOLD_BEFORE'))?.isArchiveDue).toBe(true);
    await retell();
    expect(await desk.told(reasons)).toEqual(['TOLD_BEFORE']);
    expect(await desk.told(details)).toEqual(['CARD_FROZEN']);
    expect(await desk.told(others)).toEqual(['NOT_DISCLOSED']);
    expect((await find('TOLD_BEFORE'))?.isArchiveDue).toBe(false);
    await desk.classify('TOLD_BEFORE', null);
    await retell();
    expect(await desk.told([...reasons, ...details, ...others])).toEqual(['NOT_DISCLOSED']);
  });

  it('count for others as not disclosed from the moment a code is taken back, before the archive follows', async () => {
    const at = new Date().toISOString();
    await desk.keep(4, { reason: 'COUNTED', createdAt: at });
    await desk.classify('COUNTED', harmless);
    await retell();
    const day = at.slice(0, 10);
    const count = async (code: string) =>
      (await readNumbers(desk.test, operator, { from: day, until: day, timeZone: 'UTC' })).reasons.find(
        ({ value }) => value === code,
      )?.count ?? 0;
    expect(await count('COUNTED')).toBe(4);
    const before = await count('NOT_DISCLOSED');
    await desk.classify('COUNTED', null);
    expect([await count('COUNTED'), await count('NOT_DISCLOSED')]).toEqual([0, before + 4]);
    await retell();
    expect([await count('COUNTED'), await count('NOT_DISCLOSED')]).toEqual([0, before + 4]);
  });

  it('are gone through in portions, wherever a run ends, by two at once as well, each counted once', async () => {
    const at = '2026-10-05T08:00:00.000Z';
    const ids = await desk.keep(1300, { reason: 'IN_PORTIONS', createdAt: at });
    await desk.classify('IN_PORTIONS', harmless);
    const { store } = desk.test;
    const transaction = store.db.transaction.bind(store.db);
    let left = 2;
    const dying = vi.spyOn(store.db, 'transaction').mockImplementation((...asked) => {
      if (left-- === 0) throw new Error('killed');
      return transaction(...asked);
    });
    await expect(retell()).rejects.toThrow('killed');
    dying.mockRestore();
    expect((await desk.told(ids)).sort()).toEqual(['IN_PORTIONS', 'NOT_DISCLOSED']);
    expect((await find('IN_PORTIONS'))?.isArchiveDue).toBe(true);
    await Promise.all([retell(), retell()]);
    expect(await desk.told(ids)).toEqual(['IN_PORTIONS']);
    const counted = z
      .object({ rows: z.array(z.object({ value: z.string(), count: z.coerce.number() })) })
      .parse(
        await store.db.execute(sql`select value, sum(count) as count from (
          select dimension, slot, value, count, profile_id from transaction_counts
          union all select dimension, slot, value, count, profile_id from transaction_count_changes) every
          where dimension = 'told' and profile_id <> '' and slot = '2026-10-05' group by value having sum(count) <> 0`),
      );
    expect(counted.rows).toEqual([{ value: 'IN_PORTIONS', count: 1300 }]);
  });
});

describe('every process', () => {
  it('tells a payment as the store has its code, whatever it remembers itself', async () => {
    await desk.keep(1, { reason: 'REMEMBERED' });
    await desk.classify('REMEMBERED', harmless);
    const remembered = await readClassifications(desk.test.store.db);
    await desk.classify('REMEMBERED', null);
    keepClassifications(remembered, performance.now());
    expect(await desk.told(await desk.keep(1, { reason: 'REMEMBERED' }))).toEqual(['NOT_DISCLOSED']);
    await desk.classify('REMEMBERED', harmless);
    forgetClassifications();
    expect(await desk.told(await desk.keep(1, { reason: 'REMEMBERED' }))).toEqual(['REMEMBERED']);
  });

  it('knows what is classified before it serves anything, and hears of every change that another makes', async () => {
    await desk.keep(1, { reason: 'ELSEWHERE' });
    await desk.classify('ELSEWHERE', harmless);
    forgetClassifications();
    expect(titleFor('ELSEWHERE')).toBe(hidden);
    const end = await followClassifications(desk.test.store);
    expect(titleFor('ELSEWHERE')).toBe(harmless.title);
    const [ines, karim] = [await desk.as('ines'), await desk.as('karim')];
    const elsewhere = await desk.test.openAgain();
    await elsewhere.db.transaction(async (tx) => {
      await tx.insert(codeClassifications).values({
        code: 'ELSEWHERE',
        version: 2,
        classification: null,
        proposedBy: ines.personId,
        agreedBy: karim.personId,
      });
      await announceClassification(tx, 'ELSEWHERE', 2);
    });
    await vi.waitFor(() => expect(titleFor('ELSEWHERE')).toBe(hidden), { timeout: 4000, interval: 20 });
    end();
  });

  it('does not take up what was read before a change and came after it', async () => {
    await desk.keep(1, { reason: 'CROSSED' });
    await desk.classify('CROSSED', harmless);
    const early = readClassificationsAnew(desk.test.store.db);
    await desk.classify('CROSSED', null);
    await early;
    expect(titleFor('CROSSED')).toBe(hidden);
  });
});
