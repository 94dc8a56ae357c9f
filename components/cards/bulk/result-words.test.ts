import { describe, expect, it } from 'vitest';
import type { BulkSummary } from '@/lib/contracts/bulk';
import { canBeTriedAgain, endedOf, tellTimeLeft, whyOf } from './result-words';

const bulk = (counts: Partial<BulkSummary['counts']>): BulkSummary => ({
  id: '',
  status: 'FROZEN',
  reason: null,
  startedBy: '',
  startedAt: '2026-11-21T10:00:00Z',
  stoppedAt: null,
  finishedAt: null,
  asOf: '2026-11-21T10:00:00Z',
  counts: {
    waiting: 0,
    begun: 0,
    done: 0,
    'not-needed': 0,
    refused: 0,
    unknown: 0,
    'not-done': 0,
    ...counts,
  },
});
const after = (seconds: number) => Date.parse('2026-11-21T10:00:00Z') + seconds * 1000;

describe('a change of many cards', () => {
  it('says how long it still takes once there is something to go by', () => {
    expect(tellTimeLeft(bulk({ waiting: 100 }), after(10))).toBeUndefined();
    expect(tellTimeLeft(bulk({ done: 10, waiting: 10 }), after(20))).toBe('less than a minute left');
    expect(tellTimeLeft(bulk({ done: 100, waiting: 600 }), after(20))).toBe('about 2 minutes left');
    expect(tellTimeLeft(bulk({ done: 20 }), after(20))).toBeUndefined();
  });
  it('counts as ended what will not change any more', () => {
    expect(endedOf(bulk({ done: 2, refused: 1, 'not-done': 1, unknown: 4, begun: 1, waiting: 5 }))).toBe(4);
  });
  it('offers another try only where the card itself does not stand against it', () => {
    expect(canBeTriedAgain({ state: 'refused', code: 'wise_unavailable' })).toBe(true);
    expect(canBeTriedAgain({ state: 'not-done', code: null })).toBe(true);
    expect(canBeTriedAgain({ state: 'refused', code: 'card_held' })).toBe(false);
    expect(canBeTriedAgain({ state: 'done', code: null })).toBe(false);
  });
  it('explains a refusal in the catalogue’s words, also by a code nobody knows', () => {
    expect(whyOf({ state: 'refused', code: 'card_held', statusBefore: 'FROZEN' }, 'ACTIVE')).toContain(
      'Held until reviewed',
    );
    expect(whyOf({ state: 'refused', code: 'sca_required', statusBefore: 'ACTIVE' }, 'FROZEN')).toContain(
      'Open the card and do it there.',
    );
    const blocked = { state: 'refused', code: 'card_status_not_offered', statusBefore: 'BLOCKED' } as const;
    expect(whyOf(blocked, 'FROZEN')).toBe('It is blocked for good.');
    expect(whyOf({ ...blocked, statusBefore: null }, 'FROZEN')).toContain('Look at the card again');
    expect(whyOf({ ...blocked, code: 'tomorrow' }, 'FROZEN')).toBeUndefined();
  });
});
