import { describe, expect, it } from 'vitest';
import { isRequestSeen, offerRelease } from './release-offer.ts';

const opensAt = '2026-11-22T09:15:00.000Z';
const reader = (role: 'admin' | 'operator' | 'auditor', asOf = '2026-11-22T09:16:00.000Z') => ({
  asOf,
  role,
  mayRelease: role !== 'auditor',
  mayDecide: role === 'admin',
  name: 'Reader',
  moment: (at: string) => at.slice(11, 16),
});
const unknown = { by: 'administrators', opensAt, asked: null } as const;
const wire = { by: 'operators', opensAt, asked: null } as const;
const early = '2026-11-22T09:14:59.000Z';

describe('opening a funding again', () => {
  it('is an administrator’s once the console has asked Wise for a while, with another one agreeing', () => {
    expect(offerRelease(unknown, reader('admin'))).toEqual({
      action: {},
      words: 'Opens funding and cancelling again once another administrator agrees.',
    });
    const before = offerRelease(unknown, reader('admin', early));
    expect(before.action?.notNow).toBe('The console asks Wise itself until 09:15.');
    expect(before.words).toContain('another administrator has to agree');
  });

  it('tells everybody else who can, and from when on', () => {
    for (const role of ['operator', 'auditor'] as const) {
      expect(offerRelease(unknown, reader(role)).action).toBeUndefined();
      expect(offerRelease(unknown, reader(role)).words).toContain('two administrators');
      expect(offerRelease(unknown, reader(role, early)).words).toContain('until 09:15');
    }
  });

  it('of a bank transfer is an operator’s at once, and nobody else’s', () => {
    expect(offerRelease(wire, reader('operator', early))).toMatchObject({ action: {} });
    for (const role of ['admin', 'auditor'] as const)
      expect(offerRelease(wire, reader(role))).toEqual({ action: undefined, words: undefined });
  });

  it('that was asked for waits for the second person, and is not asked for twice', () => {
    const asked = { approvalId: 'a', by: 'Ada Admin', at: '2026-11-22T09:20:00.000Z' };
    expect(offerRelease({ ...unknown, asked }, reader('admin'))).toEqual({
      action: undefined,
      words: 'Ada Admin asked on 09:20 to open it again. Another administrator decides.',
    });
    expect(offerRelease({ ...wire, asked }, reader('auditor')).words).toContain('right to approve decides');
  });

  it('leads to the request only who may see it', () => {
    const asked = { approvalId: 'a', by: 'Ada Admin', at: opensAt };
    const sees = (by: 'administrators' | 'operators', part: object, role: 'admin' | 'operator' | 'auditor') =>
      isRequestSeen({ by, opensAt, asked }, { ...reader(role), ...part });
    expect(isRequestSeen(unknown, reader('admin'))).toBe(false);
    expect(sees('administrators', {}, 'auditor')).toBe(true);
    expect(sees('administrators', { mayDecide: true }, 'operator')).toBe(false);
    expect(sees('operators', {}, 'operator')).toBe(false);
    expect(sees('operators', { mayDecide: true }, 'operator')).toBe(true);
    expect(sees('operators', { name: 'Ada Admin' }, 'operator')).toBe(true);
  });
});
