import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { AppError } from '../../http/app-error.ts';
import { decideCase, handOverCase, takeCase } from './case-acts.ts';
import { listCases } from './list-cases.ts';
import { agreeToCase, disagreeWithCase } from './second-reader.ts';
import { type DeclineDesk, openDeclineDesk } from './test-support/decline-desk.ts';

describe('a case that a second reader looks at', () => {
  let desk: DeclineDesk;
  beforeAll(async () => {
    desk = await openDeclineDesk();
    await desk.addRule({ families: ['card'] });
    await desk.addRule({ reasons: ['CARD_EXPIRED'] }, { needsSecondReader: true });
  });
  afterAll(() => desk.test.drop());
  const refusal = (act: Promise<unknown>) =>
    act.then(
      () => 'done',
      (error: AppError) => error.code,
    );
  const decision = { outcome: 'no-action', severity: 'low', note: 'Known shop.' } as const;
  const putToReader = async () => {
    const ines = await desk.as('ines');
    const { id, version } = await desk.openOne({ reason: 'CARD_EXPIRED' });
    const taken = await takeCase(desk.parts, ines, id, version);
    return decideCase(desk.parts, ines, id, { ...decision, version: taken.version });
  };

  it('is closed by one person where no rule of it asks for a reader', async () => {
    const ines = await desk.as('ines');
    const { id, needsSecondReader, version } = await desk.openOne({});
    expect(needsSecondReader).toBe(false);
    const taken = await takeCase(desk.parts, ines, id, version);
    const decided = await decideCase(desk.parts, ines, id, { ...decision, version: taken.version });
    expect(decided.state).toBe('closed');
  });

  it('waits once it is decided, is closed by another who agrees, and never by who decided it', async () => {
    const [ines, karim] = await Promise.all([desk.as('ines'), desk.as('karim')]);
    const waiting = await putToReader();
    expect(waiting).toMatchObject({ state: 'second-reader', outcome: 'no-action', closedAt: null });
    const { id, version } = waiting;
    const found = await listCases(desk.parts, karim, { state: ['second-reader'], sort: 'due', limit: 50 });
    expect(found.items.map((one) => one.id)).toContain(id);
    const { parts } = desk;
    expect(await refusal(agreeToCase(parts, ines, id, { version }))).toBe('second_person_required');
    expect(await refusal(disagreeWithCase(parts, ines, id, { version, note: 'x' }))).toBe(
      'second_person_required',
    );
    expect(await refusal(takeCase(parts, karim, id, version))).toBe('case_with_reader');
    expect(await refusal(handOverCase(parts, ines, id, { version, to: karim.personId }))).toBe(
      'case_with_reader',
    );
    expect(await refusal(agreeToCase(parts, karim, id, { version: version - 1 }))).toBe('conflict');
    const closed = await agreeToCase(parts, karim, id, { version });
    expect(closed).toMatchObject({ state: 'closed', outcome: 'no-action' });
    expect(closed.entries.map(({ by, kind }) => [kind, by]).slice(-2)).toEqual([
      ['put-to-reader', 'ines'],
      ['agreed', 'karim'],
    ]);
    expect(await refusal(agreeToCase(parts, karim, id, { version: closed.version }))).toBe(
      'case_not_with_reader',
    );
  });

  it('is open again with whoever had it where the other disagrees', async () => {
    const karim = await desk.as('karim');
    const { id, version } = await putToReader();
    const open = await disagreeWithCase(desk.parts, karim, id, { version, note: 'Ask the shop first.' });
    expect(open).toMatchObject({
      state: 'taken',
      assignee: { name: 'ines' },
      outcome: null,
      decidedBy: null,
    });
    expect(open.entries.at(-1)).toMatchObject({ kind: 'disagreed', text: 'Ask the shop first.' });
  });
});
