import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Name } from '../../approvals/test-support/approval-desk.ts';
import { caseEntries } from '../../db/schema/cases.ts';
import type { AppError } from '../../http/app-error.ts';
import { listCases } from './list-cases.ts';
import { addNote, decideCase, handOverCase, reopenCase, takeCase } from './case-acts.ts';
import { readCase } from './read-case.ts';
import { type DeclineDesk, openDeclineDesk } from './test-support/decline-desk.ts';

describe('a case', () => {
  let desk: DeclineDesk;
  beforeAll(async () => {
    desk = await openDeclineDesk();
    await desk.addRule({ families: ['card'] });
  });
  afterAll(() => desk.test.drop());
  const list = async (name: Name, more: Partial<Parameters<typeof listCases>[2]> = {}) =>
    listCases(desk.parts, await desk.as(name), { sort: 'due', limit: 50, ...more });
  const openOne = () => desk.openOne();
  const refusal = (act: Promise<unknown>) =>
    act.then(
      () => 'done',
      (error: AppError) => `${error.code} ${error.options.detail ?? ''}`.trim(),
    );

  it('is taken by one of two who want it at once, and the other is told who has it', async () => {
    const { id, version } = await openOne();
    const [ines, karim] = await Promise.all([desk.as('ines'), desk.as('karim')]);
    const answers = await Promise.all([
      refusal(takeCase(desk.parts, ines, id, version)),
      refusal(takeCase(desk.parts, karim, id, version)),
    ]);
    const now = await readCase(desk.parts, ines, id);
    expect(answers.sort()).toEqual([`case_taken ${now.assignee?.name} has this case.`, 'done']);
  });

  it('is decided once where it is decided twice and handed over at once', async () => {
    const [ines, karim] = await Promise.all([desk.as('ines'), desk.as('karim')]);
    const { parts } = desk;
    const opened = await openOne();
    const { id, version } = await takeCase(parts, ines, opened.id, opened.version);
    const decision = { outcome: 'no-action', severity: 'low', note: 'Known shop.', version } as const;
    const answers = await Promise.all([
      refusal(decideCase(parts, ines, id, decision)),
      refusal(decideCase(parts, ines, id, { ...decision, outcome: 'customer-contacted' })),
      refusal(handOverCase(parts, ines, id, { version, to: karim.personId })),
    ]);
    expect(answers.filter((answer) => answer === 'done')).toHaveLength(1);
    const { entries } = await readCase(parts, ines, id);
    expect(entries.map(({ kind }) => kind).slice(0, -1)).toEqual(['opened', 'taken']);
    expect(entries).toHaveLength(3);
  });

  it('goes from hand to hand, is decided by who has it, and can be opened again', async () => {
    const [ines, karim] = await Promise.all([desk.as('ines'), desk.as('karim')]);
    const { id, version } = await openOne();
    const { parts } = desk;
    const decision = { outcome: 'referred-to-wise', severity: 'critical', note: 'Sent.' } as const;
    expect(await refusal(decideCase(parts, ines, id, { ...decision, version }))).toBe(
      'case_not_yours Nobody has taken it.',
    );
    let seen = await takeCase(parts, ines, id, version);
    expect(
      await refusal(addNote(parts, karim, id, { version, note: 'x', mentions: [] })),
      'seen before it was taken',
    ).toBe('conflict');
    seen = await addNote(parts, karim, id, {
      version: seen.version,
      note: 'Called by the branch',
      mentions: [],
    });
    expect(
      await refusal(
        handOverCase(parts, ines, id, { version: seen.version, to: (await desk.as('leah')).personId }),
      ),
    ).toContain('not_found');
    seen = await handOverCase(parts, ines, id, { version: seen.version, to: karim.personId });
    expect(await refusal(decideCase(parts, ines, id, { ...decision, version: seen.version }))).toBe(
      'case_not_yours karim has it.',
    );
    seen = await decideCase(parts, karim, id, {
      ...decision,
      version: seen.version,
      reference: 'W-77',
      followUpOn: '2999-01-01',
    });
    expect(seen).toMatchObject({
      state: 'closed',
      outcome: 'referred-to-wise',
      severity: 'critical',
      followUpOn: '2999-01-01',
      isOverdue: false,
    });
    expect(await refusal(takeCase(parts, ines, id, seen.version))).toBe('case_closed');
    seen = await reopenCase(parts, ines, id, { version: seen.version, note: 'Wise asks again' });
    expect(seen).toMatchObject({
      state: 'taken',
      assignee: { name: 'ines' },
      outcome: null,
      followUpOn: null,
    });
    expect(seen.entries.map(({ by, kind, text, to }) => [kind, by, to, text])).toEqual([
      ['opened', null, null, null],
      ['taken', 'ines', null, null],
      ['note', 'karim', null, 'Called by the branch'],
      ['handed-over', 'ines', 'karim', null],
      ['decided', 'karim', null, 'Wise’s reference: W-77\nSent.'],
      ['reopened', 'ines', null, 'Wise asks again'],
    ]);
    const stored = JSON.stringify(await desk.test.store.db.select().from(caseEntries));
    for (const text of ['Called', 'W-77', 'Wise asks']) expect(stored).not.toContain(text);
  });

  it('is found by whom a note calls, and nobody outside the desk is called', async () => {
    const [ines, karim, leah] = await Promise.all([desk.as('ines'), desk.as('karim'), desk.as('leah')]);
    const { id, version } = await openOne();
    const call = (...mentions: string[]) =>
      addNote(desk.parts, ines, id, { version, note: 'Look at this.', reference: 'MLRO-12', mentions });
    expect(await refusal(call(leah.personId))).toContain('not_found');
    const { entries } = await call(karim.personId);
    expect(entries.at(-1)).toMatchObject({
      kind: 'note',
      mentions: ['karim'],
      text: 'Look at this.\nReference: MLRO-12',
    });
    expect((await list('karim', { mentions: 'me' })).items.map((one) => one.id)).toEqual([id]);
    expect((await list('ines', { mentions: 'me' })).total).toBe(0);
  });

  it('is found by state, assignee, reason and rule, page by page in the order they are due', async () => {
    for (let made = 0; made < 3; made++) await openOne();
    const all = await list('ines');
    expect(all.total).toBe(all.items.length);
    const due = all.items.map(({ dueAt }) => dueAt);
    expect(due).toEqual(due.toSorted());
    const seen: string[] = [];
    for (let cursor: string | undefined; ; ) {
      const page = await list('ines', { limit: 2, ...(cursor && { cursor }) });
      seen.push(...page.items.map(({ id }) => id));
      if (page.nextCursor === null) break;
      cursor = page.nextCursor;
    }
    expect(seen).toEqual(all.items.map(({ id }) => id));
    const found = async (more: Parameters<typeof list>[1]) => (await list('ines', more)).total;
    const { counts } = all;
    expect(await found({ state: ['taken'] })).toBe(counts.taken);
    expect(await found({ assignee: 'me' })).toBe(
      all.items.filter(({ assignee }) => assignee?.name === 'ines').length,
    );
    expect(await found({ reason: ['CARD_FROZEN'] })).toBe(all.total);
    expect(await found({ reason: ['CARD_EXPIRED'] })).toBe(0);
    expect(await found({ ruleId: all.items[0]?.rules[0]?.id })).toBe(all.total);
    expect(await found({ overdue: 'yes' })).toBe(0);
  });
});
