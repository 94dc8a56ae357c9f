import { describe, expect, it } from 'vitest';
import type { Approval } from '../../contracts/approvals.ts';
import { findApprovals, hrefForApprovals, parseApprovalsState } from './approvals-state.ts';

const parse = (query: string, mayDecide = true) => parseApprovalsState(new URLSearchParams(query), mayDecide);

describe('the address of the inbox', () => {
  it.each([
    '/approvals?view=waiting',
    '/approvals?view=pending&id=a1',
    '/approvals?view=mine&kind=pin.reveal',
    '/approvals?view=decided&query=ada&id=a1',
  ])('reads and writes %s without loss', (href) => {
    expect(hrefForApprovals(parse(href.split('?')[1] ?? ''))).toBe(href);
  });
  it('opens with what waits for the reader, and with all that waits for who decides nothing', () => {
    expect(parse('view=lost').view).toBe('waiting');
    expect(parse('', false).view).toBe('pending');
  });
  it('passes over a kind that nobody knows', () => {
    expect(parse('kind=magic').kind).toBe('');
  });
});

describe('searching the inbox', () => {
  const one = (kind: Approval['kind'], subject: string, requestedBy: string) =>
    ({ kind, subject, requestedBy, decidedBy: null }) as Approval;
  const all = [
    one('staff.add', 'Ada Newcomer, ada@example.com', 'Victor Lindgren'),
    one('pin.reveal', 'Card •••• 4417', 'Leah Brandt'),
  ];
  it.each([
    ['newcomer', '', ['staff.add']],
    ['4417', '', ['pin.reveal']],
    ['leah', '', ['pin.reveal']],
    ['show a pin', '', ['pin.reveal']],
    ['', 'staff.add', ['staff.add']],
    ['leah', 'staff.add', []],
  ] as const)('finds by %j and kind %j', (query, kind, found) => {
    expect(findApprovals(all, { query, kind }).map((approval) => approval.kind)).toEqual(found);
  });
});
