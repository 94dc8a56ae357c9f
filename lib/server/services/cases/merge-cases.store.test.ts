import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { CaseDetail } from '../../../contracts/cases.ts';
import type { AppError } from '../../http/app-error.ts';
import { addConnectedProfile } from '../../db/test-support/add-profile.ts';
import { storeCards } from '../card-index.ts';
import { makeCard } from '../card-transactions/archive/test-support/many-transactions.ts';
import { addNote, takeCase } from './case-acts.ts';
import { linkTransactions, unlinkTransaction } from './link-transactions.ts';
import { mergeCases } from './merge-cases.ts';
import { findNearby } from './nearby.ts';
import { readCase } from './read-case.ts';
import { readShared } from './read-shared.ts';
import { type DeclineDesk, openDeclineDesk } from './test-support/decline-desk.ts';

describe('what belongs to a case', () => {
  let desk: DeclineDesk;
  beforeAll(async () => {
    desk = await openDeclineDesk();
    await desk.addRule({ reasons: ['CARD_FROZEN'] });
  });
  afterAll(() => desk.test.drop());
  const refusal = (act: Promise<unknown>) =>
    act.then(
      () => 'done',
      (error: AppError) => error.code,
    );
  const idsOf = ({ related }: Pick<CaseDetail, 'related'>) => related.map(({ id }) => id).sort();

  it('is linked from the card and the shop, or by its id, and taken out again', async () => {
    const { parts } = desk;
    const ines = await desk.as('ines');
    const { cardToken, id, transactionId, version } = await desk.openOne({ merchant: 'Quay Tools' });
    const ofCard = await desk.keep({ cardToken, state: 'COMPLETED', reason: null, merchant: 'Tea Room' });
    const ofShop = await desk.keep({ merchant: ' quay tools', reason: 'CARD_EXPIRED' });
    await desk.keep({ merchant: 'Another Shop', reason: 'CARD_EXPIRED' });
    const nearby = await findNearby(parts, id);
    expect([nearby.ofCard, nearby.ofShop].map((items) => items.map((one) => one.id))).toEqual([
      [ofCard],
      [ofShop],
    ]);
    const named = (...ids: string[]) => ids.map((one) => ({ transactionId: one }));
    const link = (seen: number, ...ids: string[]) =>
      linkTransactions(parts, ines, id, { version: seen, transactions: named(...ids) });
    expect(await refusal(link(version, '1'))).toBe('not_found');
    expect(await refusal(link(version, transactionId))).toBe('conflict');
    const linked = await link(version, ofCard, ofShop);
    expect(idsOf(linked)).toEqual([ofCard, ofShop].sort());
    expect(linked.entries.at(-1)).toMatchObject({ kind: 'linked', by: 'ines', count: 2 });
    expect(await refusal(link(linked.version, ofCard))).toBe('conflict');
    const left = await findNearby(parts, id);
    expect([left.ofCard, left.ofShop]).toEqual([[], []]);
    const out = { version: linked.version, profileId: '7', transactionId: ofShop };
    const unlinked = await unlinkTransaction(parts, ines, id, out);
    expect(idsOf(unlinked)).toEqual([ofCard]);
    const again = unlinkTransaction(parts, ines, id, { ...out, version: unlinked.version });
    expect(await refusal(again)).toBe('not_found');
  });

  it('goes on in one case once several are merged, and the others only tell where', async () => {
    const { parts } = desk;
    const [ines, karim] = await Promise.all([desk.as('ines'), desk.as('karim')]);
    const first = await desk.openOne();
    const second = await desk.openOne();
    const third = await desk.openOne();
    const noted = await addNote(parts, karim, second.id, {
      version: second.version,
      note: 'Rang the shop.',
      mentions: [],
    });
    const named = ({ id, version }: CaseDetail) => ({ caseId: id, version });
    const taken = await takeCase(parts, karim, third.id, third.version);
    const merge = (into: CaseDetail, ...cases: CaseDetail[]) =>
      mergeCases(parts, ines, into.id, { version: into.version, cases: cases.map(named) });
    expect(await refusal(merge(first, noted, taken)), 'another person has one of them').toBe('case_taken');
    expect(await refusal(merge(first, second)), 'it was written in since').toBe('conflict');
    expect(await refusal(merge(first, first))).toBe('not_found');
    const merged = await merge(first, noted);
    expect(merged).toMatchObject({ state: 'taken', assignee: { name: 'ines' } });
    expect(idsOf(merged)).toEqual([second.transactionId]);
    expect(merged.entries.map(({ isOfMerged, kind, text }) => [kind, text, isOfMerged])).toEqual([
      ['opened', null, false],
      ['opened', null, true],
      ['note', 'Rang the shop.', true],
      ['merged', null, false],
    ]);
    const source = await readCase(parts, ines, second.id);
    expect(source).toMatchObject({ state: 'merged', mergedInto: first.id, related: [] });
    expect(source.entries.map(({ kind }) => kind)).toEqual(['opened', 'note', 'merged']);
    for (const act of [
      takeCase,
      (p: typeof parts, who: typeof ines, id: string, version: number) =>
        addNote(p, who, id, { version, note: 'x', mentions: [] }),
    ])
      expect(await refusal(act(parts, ines, source.id, source.version))).toBe('case_merged');

    const last = await desk.openOne();
    const all = await merge(last, merged);
    expect((await readCase(parts, ines, second.id)).mergedInto, 'it follows').toBe(last.id);
    expect(idsOf(all)).toEqual([first.transactionId, second.transactionId].sort());
    expect(all.entries.map(({ text }) => text)).toContain('Rang the shop.');
  });

  it('tells what marked cases share: five cards at one shop within a day come first', async () => {
    const cases: CaseDetail[] = [];
    for (let made = 0; made < 5; made++) cases.push(await desk.openOne({ merchant: 'Ondina Books' }));
    const other = await desk.openOne({ merchant: 'Tea Room' });
    await addConnectedProfile(desk.test.store.db, { id: '7' });
    const programme = { ...makeCard(0, ['7']).cardProgram, name: 'MASTERCARD_DEBIT_BUSINESS_EEA_1' };
    await storeCards(
      desk.test.store.db,
      cases.map(({ cardToken }) => ({ ...makeCard(0, ['7']), token: cardToken, cardProgram: programme })),
      new Date(),
    );
    const caseIds = [...cases, other].map(({ id }) => id);
    const shared = await readShared(desk.parts, { caseIds, timeZone: 'Europe/London' });
    expect(shared).toMatchObject({ cases: 6, transactions: 6 });
    expect(shared.items[0]).toMatchObject({
      kind: 'merchant',
      label: 'Ondina Books',
      cards: 5,
      cardsWithinDay: 5,
    });
    expect(shared.items[0]?.transactions.map(({ id }) => id).sort()).toEqual(
      cases.map(({ transactionId }) => transactionId).sort(),
    );
    expect(shared.items).toContainEqual(
      expect.objectContaining({ kind: 'programme', label: 'EEA business', value: programme.name }),
    );
    const kinds = shared.items.map(({ kind }) => kind);
    expect(kinds).toEqual(expect.arrayContaining(['mcc', 'country', 'method', 'amount']));
    expect(kinds).not.toContain('card');
  });
});
