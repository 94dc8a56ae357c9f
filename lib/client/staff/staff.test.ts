import { describe, expect, it } from 'vitest';
import type { StaffMember } from '../../contracts/staff.ts';
import { changesRights, draftOf, emptyDraft, faultsOf, toNewPerson, toPersonChange } from './person-draft.ts';
import { findStaff, hrefForStaff, parseStaffState } from './staff-state.ts';

const person = (more: Partial<StaffMember>): StaffMember => ({
  id: '00000000-0000-4000-8000-000000000001',
  name: 'Grace Oduya',
  email: 'manager@example.com',
  role: 'branch_manager',
  flags: [],
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
