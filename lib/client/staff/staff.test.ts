import { describe, expect, it } from 'vitest';
import type { StaffMember } from '../../contracts/staff.ts';
import { wordsOfLimits } from './limit-words.ts';
import { changesRights, draftOf, emptyDraft, faultsOf, toNewPerson, toPersonChange } from './person-draft.ts';
import { findStaff, hrefForStaff, parseStaffState } from './staff-state.ts';

const person = (more: Partial<StaffMember>): StaffMember => ({
  id: '00000000-0000-4000-8000-000000000001',
  name: 'Grace Oduya',
  email: 'manager@example.com',
  role: 'branch_manager',
  flags: [],
  approvalLimits: [],
  branches: [{ id: 'leeds', name: 'Leeds' }],
  disabledAt: null,
  hasPassword: true,
  sessions: 0,
  lastSeenAt: null,
  pendingApprovalId: null,
  version: 4,
  ...more,
});

describe('the staff list’s address', () => {
  it('is read and written without loss and passes over unknown roles', () => {
    const href = '/settings/staff?query=leeds&role=branch_manager';
    expect(hrefForStaff(parseStaffState(new URLSearchParams(href.split('?')[1])))).toBe(href);
    expect(hrefForStaff(parseStaffState(new URLSearchParams('role=king')))).toBe('/settings/staff');
  });
});

describe('findStaff', () => {
  const staff = [
    person({}),
    person({ name: 'Tom Ashby', email: 'tom@example.com', role: 'operator', branches: [] }),
  ];
  it.each([
    [{ query: 'LEEDS', role: '' }, ['Grace Oduya']],
    [{ query: '@example', role: '' }, ['Grace Oduya', 'Tom Ashby']],
    [{ query: '', role: 'operator' }, ['Tom Ashby']],
    [{ query: 'grace', role: 'operator' }, []],
  ] as const)('finds %j', (state, names) => {
    expect(findStaff(staff, state).map(({ name }) => name)).toEqual(names);
  });
});

describe('toPersonChange', () => {
  it('is nothing while nothing differs', () => {
    expect(toPersonChange(person({}), { ...draftOf(person({})), name: ' Grace Oduya ' })).toBeUndefined();
  });
  it('holds only what differs and the version that was seen', () => {
    const change = toPersonChange(person({}), { ...draftOf(person({})), name: 'Grace O.' });
    expect(change).toEqual({ version: 4, name: 'Grace O.' });
    expect(change && changesRights(change)).toBe(false);
  });
  it('drops branches and flags that the new role has no use for', () => {
    expect(toPersonChange(person({}), { ...draftOf(person({})), role: 'admin', flags: ['reveal'] })).toEqual({
      version: 4,
      role: 'admin',
      branchIds: [],
    });
  });
  it('does not take another order for a change', () => {
    const operator = person({ role: 'operator', branches: [], flags: ['reveal', 'approve'] });
    expect(toPersonChange(operator, { ...draftOf(operator), flags: ['approve', 'reveal'] })).toBeUndefined();
  });
});

describe('a new person', () => {
  it('has flags only as operator', () => {
    expect(toNewPerson({ ...emptyDraft, role: 'auditor', flags: ['reveal'] }).flags).toEqual([]);
    expect(toNewPerson({ ...emptyDraft, flags: ['reveal'] }).flags).toEqual(['reveal']);
  });
  it('needs a name, an e-mail address and, as branch manager, a branch', () => {
    expect(faultsOf({ ...emptyDraft, role: 'branch_manager' }).map(({ field }) => field)).toEqual([
      'name',
      'email',
      'branchIds',
    ]);
    expect(faultsOf({ ...emptyDraft, name: 'A', email: 'a@b.example' })).toEqual([]);
  });
});

describe('limits in a row', () => {
  it.each([
    [[], ''],
    [[['GBP', '5000']], '5,000 GBP'],
    [
      [
        ['EUR', '1000000'],
        ['GBP', '1000000'],
        ['JPY', '500'],
        ['USD', '250.50'],
      ],
      '1,000,000 EUR, GBP; 500 JPY; 250.50 USD',
    ],
  ])('%j read %s', (limits, words) => {
    expect(wordsOfLimits(limits.map(([currency = '', amount = '']) => ({ currency, amount })))).toBe(words);
  });
});

describe('limits in the dialog', () => {
  const draft = { ...emptyDraft, name: 'Ada', email: 'ada@example.com', flags: ['approve' as const] };
  const limit = (currency: string, amount: string) => ({ currency, amount });
  it('are sent as digits, and only with the flag', () => {
    const approvalLimits = [limit(' gbp', '10,000.50')];
    expect(toNewPerson({ ...draft, approvalLimits }).approvalLimits).toEqual([limit('GBP', '10000.50')]);
    expect(toNewPerson({ ...draft, flags: [], approvalLimits }).approvalLimits).toEqual([]);
    expect(toNewPerson({ ...draft, role: 'compliance', approvalLimits }).approvalLimits).toEqual([]);
  });
  it('are one per currency, each an amount', () => {
    const faultOf = (...approvalLimits: { currency: string; amount: string }[]) =>
      faultsOf({ ...draft, approvalLimits })[0]?.message;
    expect(faultOf(limit('GBP', '10,000'))).toBeUndefined();
    expect(faultOf(limit('', '10'))).toBe('A currency has three letters, like GBP.');
    expect(faultOf(limit('GBP', 'much'))).toBe('A limit is an amount, like 10,000.');
    expect(faultOf(limit('GBP', '1'), limit('gbp', '2'))).toBe('Give each currency one limit.');
  });
});
