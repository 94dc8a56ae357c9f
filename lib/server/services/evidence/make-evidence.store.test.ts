import { eq } from 'drizzle-orm';
import { unzipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { verifyEvidence } from '../../../format/evidence-package.ts';
import { readAuditKey } from '../../audit/signing.ts';
import type { Operator } from '../../auth/operator.ts';
import { declineCases } from '../../db/schema/cases.ts';
import { evidencePackages } from '../../db/schema/evidence.ts';
import { keepTransactions } from '../card-transactions/archive/keep-transactions.ts';
import { toldTransaction } from '../card-transactions/archive/test-support/told-transaction.ts';
import { addNote, takeCase } from '../cases/case-acts.ts';
import { openCases } from '../cases/open-cases.ts';
import { type DeclineDesk, openDeclineDesk } from '../cases/test-support/decline-desk.ts';
import { listEvidence, readEvidence } from './list-evidence.ts';
import { makeCaseEvidence, makeTransactionEvidence } from './make-evidence.ts';
import { readPdfPages } from './test-support/pdf-text.ts';

let desk: DeclineDesk;
let ines: Operator;
const asked = { reason: 'Order of 12 November', recipient: 'Economic crime unit', timeZone: 'Europe/London' };
const names = ['Żółta Łódź', 'Şirin Çağrı', 'Καφενείο Ωμέγα', 'Книжная лавка', '東京書店'];

beforeAll(async () => {
  desk = await openDeclineDesk();
  ines = await desk.as('ines');
});
afterAll(() => desk.test.drop());

const read = async (response: Response) => new Uint8Array(await response.arrayBuffer());
const fileIn = (zip: Uint8Array, name: string) => Buffer.from(unzipSync(zip)[name] ?? Buffer.of());
const makeOf = async (ids: string[]) => {
  const notes: Record<string, unknown>[] = [];
  const transactions = ids.map((id) => ({ profileId: '7', id }));
  const made = await makeTransactionEvidence(desk.parts, ines, { ...asked, transactions }, (note) =>
    notes.push(note),
  );
  return { zip: await read(made), notes };
};

describe('evidence of transactions', () => {
  it('holds each with its states, sources and times, and is whole under the console’s key', async () => {
    const reason = 'SUSPECTED_FRAUD_AML';
    const [id = '', other = ''] = await desk.declined({ merchant: 'Ondina', reason }, {});
    await keepTransactions(
      desk.test.store,
      [
        toldTransaction({
          id,
          step: '',
          state: 'DECLINED',
          amount: '21.00',
          reason,
          second: 90,
          source: 'reading',
        }),
      ],
      'GBP',
    );
    const { notes, zip } = await makeOf([other, id, id]);
    const { publicKey } = await readAuditKey(desk.test.store.db, desk.parts.vault);
    const { checks, sha256 } = verifyEvidence(zip, publicKey);
    expect(checks.filter(({ fault }) => fault)).toEqual([]);
    const told = JSON.parse(fileIn(zip, 'evidence.json').toString());
    expect(told).toMatchObject({ ...asked, madeBy: 'ines', case: null, transactions: { length: 2 } });
    const one = told.transactions.find((transaction: { id: string }) => transaction.id === id);
    expect(one).toMatchObject({ declineReason: reason });
    expect(one).not.toHaveProperty('cardHolderName');
    expect(one.steps.map(({ source }: { source: string }) => source).toSorted()).toEqual([
      'reading',
      'webhook',
    ]);
    expect(fileIn(zip, 'steps.csv').toString()).toContain('Happened (Europe/London)');
    expect(notes).toEqual([{ evidenceId: told.id, sha256, transactions: 2 }]);
  });

  it('is on the list before it leaves, and the list says what is told otherwise since', async () => {
    const ids = await desk.declined({}, {});
    const { notes } = await makeOf(ids);
    const evidenceId = String(notes[0]?.evidenceId);
    const find = async () =>
      (await listEvidence(desk.parts, { limit: 200 })).items.find((item) => item.id === evidenceId);
    expect(await find()).toMatchObject({
      by: 'ines',
      reason: asked.reason,
      recipient: asked.recipient,
      caseId: null,
      transactions: 2,
      changedSince: 0,
      sha256: notes[0]?.sha256,
    });
    await keepTransactions(
      desk.test.store,
      [
        toldTransaction({
          id: ids[0] ?? '',
          step: 'CAPTURE',
          state: 'COMPLETED',
          amount: '19.00',
          second: 9000,
        }),
      ],
      'GBP',
    );
    expect(await find()).toMatchObject({ changedSince: 1 });
    const detail = await readEvidence(desk.parts, evidenceId);
    expect(detail.items.map(({ hasChanged, id }) => [id, hasChanged])).toEqual([
      [ids[0], true],
      [ids[1], false],
    ]);
    const [row] = await desk.test.store.db
      .select()
      .from(evidencePackages)
      .where(eq(evidencePackages.id, evidenceId));
    expect(JSON.stringify(row), 'free text lies sealed').not.toContain(asked.recipient);
  });

  it('goes through the list page by page, the newest first', async () => {
    const [id = ''] = await desk.declined({});
    for (let made = 0; made < 3; made++) await makeOf([id]);
    const all = (await listEvidence(desk.parts, { limit: 200 })).items.map((item) => item.id);
    const paged: string[] = [];
    for (let cursor: string | undefined; ; ) {
      const page = await listEvidence(desk.parts, { limit: 2, cursor });
      paged.push(...page.items.map((item) => item.id));
      if (page.nextCursor === null) break;
      cursor = page.nextCursor;
    }
    expect(paged).toEqual(all);
  });

  it('refuses what is not in the archive, and lists nothing then', async () => {
    const before = (await listEvidence(desk.parts, { limit: 1 })).total;
    await expect(makeOf(['999999'])).rejects.toMatchObject({ code: 'validation_failed' });
    expect((await listEvidence(desk.parts, { limit: 1 })).total).toBe(before);
  });

  it('marks every page, numbers it and names zone and moment; letters of many scripts stand as they are', async () => {
    const ids: string[] = [];
    for (const merchant of names) ids.push(...(await desk.declined({ merchant }, { merchant })));
    const { zip } = await makeOf(ids);
    const pages = readPdfPages(fileIn(zip, 'evidence.pdf'));
    expect(pages.length).toBeGreaterThan(1);
    pages.forEach((page, place) => {
      const text = page.replaceAll('\n', ' ');
      expect(text).toContain('Restricted – do not disclose');
      expect(text).toContain(`Page ${place + 1} of ${pages.length}`);
      expect(text).toMatch(/as of \d+ \w+ \d{4}, [\d:]+ \w+ · times in \w+ \(London\)/);
    });
    const all = pages.join('\n');
    for (const name of names.slice(0, 4)) expect(all).toContain(name);
    expect(all).toContain('[U+6771][U+4EAC]');
  });
});

describe('evidence of a case', () => {
  it('holds what was decided by whom, why it was declined, and the holder that the case names', async () => {
    const reason = 'SUSPECTED_FRAUD_AML_EVIDENCE';
    await desk.addRule({ reasons: [reason] });
    const [transactionId = ''] = await desk.declined({ reason, merchant: 'Ondina' });
    await openCases(desk.parts);
    const [found] = await desk.test.store.db
      .select()
      .from(declineCases)
      .where(eq(declineCases.transactionId, transactionId));
    const caseId = found?.id ?? '';
    const taken = await takeCase(desk.parts, ines, caseId, 1);
    await addNote(desk.parts, ines, caseId, {
      version: taken.version,
      note: 'Seen twice this week',
      mentions: [],
    });
    const zip = await read(await makeCaseEvidence(desk.parts, ines, caseId, asked, () => undefined));
    const told = JSON.parse(fileIn(zip, 'evidence.json').toString());
    expect(told.case).toMatchObject({ id: caseId, declineReason: reason, assignee: { name: 'ines' } });
    expect(told.case).not.toHaveProperty('colleagues');
    expect(told.transactions).toMatchObject([{ id: transactionId }]);
    const pages = readPdfPages(fileIn(zip, 'evidence.pdf')).join('\n');
    for (const words of [reason, 'Taken', 'Note', 'Seen twice this week', asked.recipient])
      expect(pages).toContain(words);
    expect(fileIn(zip, 'case.csv').toString()).toContain('Seen twice this week');
    const { items } = await listEvidence(desk.parts, { limit: 10, caseId });
    expect(items).toMatchObject([{ caseId, transactions: 1 }]);
  });
});
