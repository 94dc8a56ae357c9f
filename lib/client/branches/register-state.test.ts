import { describe, expect, it } from 'vitest';
import type { Kiosk, RegisteredBranch } from '../../contracts/branches.ts';
import { findInRegister, hrefForRegister, parseRegisterState } from './register-state.ts';

const branch = (id: string, more: Partial<RegisteredBranch> = {}): RegisteredBranch => ({
  id,
  name: id[0]?.toUpperCase() + id.slice(1),
  place: '',
  timeZone: 'Europe/London',
  isActive: true,
  version: 1,
  kiosks: 1,
  managers: 1,
  ...more,
});
const kiosk = (id: string, branchId: string, more: Partial<Kiosk> = {}): Kiosk => ({
  id,
  branchId,
  branchName: branchId,
  place: 'Counter 1',
  note: '',
  isActive: true,
  version: 1,
  ...more,
});
const branches = [
  branch('leeds', { place: 'Boar Lane', kiosks: 2 }),
  branch('bristol', { place: 'Corn Street', isActive: false }),
  branch('york', { place: 'Abbey Road', kiosks: 0 }),
];
const kiosks = [
  kiosk('WIS00001', 'leeds'),
  kiosk('WIS00002', 'leeds', { place: 'Back office', isActive: false }),
  kiosk('WIS00005', 'bristol'),
];
const find = (search: string) =>
  findInRegister(branches, kiosks, parseRegisterState(new URLSearchParams(search))).map((found) =>
    `${found.branch.id}: ${found.kiosks.map(({ id }) => id).join(' ')}`.trim(),
  );

describe('the register’s address', () => {
  it('is read and written without loss and passes over what it does not know', () => {
    const href = '/settings/branches?query=leeds&usage=in-use&sort=place';
    expect(hrefForRegister(parseRegisterState(new URLSearchParams(href.split('?')[1])))).toBe(href);
    expect(hrefForRegister(parseRegisterState(new URLSearchParams('usage=lost&sort=size')))).toBe(
      '/settings/branches',
    );
  });
});

describe('findInRegister', () => {
  it.each([
    ['', ['bristol: WIS00005', 'leeds: WIS00001 WIS00002', 'york:']],
    ['query=LEEDS', ['leeds: WIS00001 WIS00002']],
    ['query=wis00002', ['leeds: WIS00002']],
    ['query=counter', ['bristol: WIS00005', 'leeds: WIS00001']],
    ['query=corn', ['bristol: WIS00005']],
    ['query=paris', []],
    ['usage=in-use', ['leeds: WIS00001', 'york:']],
    // A kiosk of a branch that is not in use is not in use either.
    ['usage=not-in-use', ['bristol: WIS00005', 'leeds: WIS00002']],
    ['sort=place', ['york:', 'leeds: WIS00001 WIS00002', 'bristol: WIS00005']],
    ['sort=-kiosks', ['leeds: WIS00001 WIS00002', 'bristol: WIS00005', 'york:']],
  ])('finds %s', (search, expected) => {
    expect(find(search)).toEqual(expected);
  });
});
