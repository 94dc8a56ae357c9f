import { describe, expect, it } from 'vitest';
import type { BatchGroupStatus } from '../../catalogues/batch-statuses.ts';
import type { BeforeFunding } from '../../contracts/batch-before-funding.ts';
import type { BatchGroupDetail } from '../../contracts/batch-groups.ts';
import { actsOfGroup, approvalStep, minutesLeft, paceOf, stepsOfGroup } from './group-acts.ts';

const none = { heldBack: 0, waiting: 0, sending: 0, askingWise: 0, inGroup: 0, refused: 0, leftOut: 0 };
const group = (status: BatchGroupStatus, rows: Partial<typeof none> = {}) => ({
  origin: 'console' as const,
  status,
  wiseStatus: null,
  wiseVersion: '7',
  rows: { ...none, ...rows },
});

describe('acts of a group', () => {
  it('rows are sent once one is ready', () => {
    expect(actsOfGroup(group('OPEN')).send).toEqual({ notNow: 'Add rows first.' });
    expect(actsOfGroup(group('OPEN', { heldBack: 3 })).send?.notNow).toContain('mend one');
    expect(actsOfGroup(group('OPEN', { heldBack: 3, waiting: 1 })).send).toEqual({});
    expect(actsOfGroup(group('RUNNING', { waiting: 1 })).send).toBeUndefined();
    expect(actsOfGroup(group('READY_TO_CLOSE', { inGroup: 1 })).send).toBeUndefined();
    expect(actsOfGroup(group('ROWS_TO_MEND', { inGroup: 1, refused: 1 })).send).toEqual({});
    expect(actsOfGroup(group('ROWS_TO_SEND', { inGroup: 1, waiting: 1 })).send).toEqual({});
  });

  it('it is closed when nothing is left to do in it, and says what is', () => {
    expect(actsOfGroup(group('OPEN', { waiting: 1 })).close?.notNow).toBe('The rows have to be sent first.');
    expect(actsOfGroup(group('ROWS_TO_SEND', { inGroup: 5, waiting: 1 })).close?.notNow).toBe(
      '1 row is not sent yet.',
    );
    expect(actsOfGroup(group('ROWS_TO_MEND', { inGroup: 5, heldBack: 1, refused: 1 })).close?.notNow).toBe(
      '2 rows are to be mended or left out first.',
    );
    expect(actsOfGroup(group('NOTHING_IN_IT', { leftOut: 5 })).close?.notNow).toContain('no transfer');
    expect(actsOfGroup(group('READY_TO_CLOSE', { inGroup: 5, leftOut: 5 })).close).toEqual({});
    expect(actsOfGroup(group('CLOSED', { inGroup: 5 })).close).toBeUndefined();
  });

  it.each<[BatchGroupStatus, (keyof ReturnType<typeof actsOfGroup>)[]]>([
    ['OPEN', ['addRows', 'send', 'close', 'rename', 'discard']],
    ['WAITING_FOR_APPROVAL', ['close', 'discard']],
    ['RUNNING', ['addRows', 'pause', 'close']],
    ['PAUSED', ['addRows', 'goOn', 'close']],
    ['ROWS_TO_MEND', ['addRows', 'send', 'close']],
    ['NOTHING_IN_IT', ['addRows', 'send', 'close']],
    ['CLOSED', []],
    ['FUNDED', []],
    ['DISCARDED', []],
    ['OTHER', []],
  ])('%s offers %j', (status, names) => {
    const acts = Object.entries(actsOfGroup(group(status, { waiting: 1 })));
    expect(acts.filter(([, offer]) => offer).map(([name]) => name)).toEqual(names);
  });

  it('of one made elsewhere only closing is offered', () => {
    const acts = actsOfGroup({ ...group('READY_TO_CLOSE', { inGroup: 3 }), origin: 'wise' });
    expect(Object.values(acts).filter(Boolean)).toEqual([{}]);
    expect(acts.close).toEqual({});
  });
});

describe('the steps', () => {
  it('say where it stands; approving is always among them', () => {
    expect(stepsOfGroup(group('OPEN'))?.current).toBe('File');
    expect(stepsOfGroup(group('OPEN', { heldBack: 1 }))).toEqual({
      all: ['File', 'Check', 'Approve', 'Send', 'Close', 'Fund', 'Pay out'],
      current: 'Check',
    });
    expect(stepsOfGroup(group('WAITING_FOR_APPROVAL'))?.current).toBe('Approve');
    expect(stepsOfGroup({ ...group('CLOSED'), origin: 'wise' })?.all).toEqual([
      'Approve',
      'Close',
      'Fund',
      'Pay out',
    ]);
    expect(stepsOfGroup(group('CANCELLED'))).toBeUndefined();
  });

  it('stay where rows are to be mended or sent although all that could be sent is sent', () => {
    const at = (status: BatchGroupStatus, rows: Partial<typeof none>) =>
      stepsOfGroup(group(status, rows))?.current;
    expect(at('READY_TO_CLOSE', { inGroup: 5, leftOut: 1 })).toBe('Close');
    expect(at('ROWS_TO_MEND', { inGroup: 5, refused: 1 })).toBe('Send');
    expect(at('ROWS_TO_SEND', { inGroup: 5, waiting: 1 })).toBe('Send');
    expect(at('ROWS_TO_MEND', { heldBack: 2, refused: 1 })).toBe('Check');
    expect(at('NOTHING_IN_IT', { leftOut: 3 })).toBe('File');
    for (const status of ['READY_TO_CLOSE', 'NOTHING_IN_IT'] as const)
      expect(stepsOfGroup({ ...group(status), origin: 'wise' })?.current).toBe('Close');
  });

  const step = (state: BatchGroupDetail['approval']['state'], before: BeforeFunding | null = null) =>
    approvalStep({ approval: { state, by: ['Tom Ashby', 'Hanna Weiss'] } }, before);
  it('say how far the approving is', () => {
    expect(step('not-asked')).toEqual({ words: 'not asked yet', isOpen: true });
    expect(step('not-needed')).toEqual({ words: 'not needed', isOpen: false });
    expect(step('waiting')).toEqual({ words: 'waiting', isOpen: true });
    expect(step('approved')).toEqual({ words: 'by Tom Ashby, Hanna Weiss', isOpen: false });
    expect(step('ended')).toEqual({ words: 'ended', isOpen: true });
  });
  it('say of a group whose money is looked at whether it is to be asked for, whatever there was before', () => {
    const approval = {
      state: 'to-ask' as 'to-ask' | 'not-needed',
      why: 'never-asked' as const,
      needed: 1,
      amount: '1',
      ceiling: null,
      approvalId: null,
      approvedBy: [],
      people: [],
      isYoursAlone: false,
    };
    const before = { takes: '1', quotes: { ended: 0, atSending: '1', now: '1' }, approval };
    for (const state of ['not-needed', 'approved', 'ended'] as const)
      expect(step(state, before)).toEqual({ words: 'to be asked for', isOpen: true });
    const below = { ...before, approval: { ...approval, state: 'not-needed' as const, why: null } };
    expect(step('not-asked', below)).toEqual({ words: 'not needed', isOpen: false });
  });
});

describe('the end is guessed by the pace', () => {
  const running = {
    rows: { ...none, waiting: 100, sending: 20 },
    asOf: '2026-11-22T09:10:00.000Z',
    startedAt: '2026-11-22T09:00:00.000Z',
    rowsPerMinute: 240,
  };
  it('of the last minute', () => {
    expect(paceOf(running)).toBe(240);
    expect(minutesLeft(running)).toBe(0.5);
  });
  it('of what was done until now, while the run is younger than that', () => {
    expect(paceOf({ ...running, startedAt: '2026-11-22T09:09:45.000Z' })).toBe(960);
  });
  it('and not before there is one', () => {
    expect(minutesLeft({ ...running, rowsPerMinute: 0 })).toBeNull();
    expect(minutesLeft({ ...running, rowsPerMinute: null })).toBeNull();
    expect(minutesLeft({ ...running, startedAt: '2026-11-22T09:09:58.000Z' })).toBeNull();
  });
});
