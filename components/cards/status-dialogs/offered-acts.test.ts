import { describe, expect, it } from 'vitest';
import { permissionsOf, type Role } from '@/lib/catalogues/console-permissions';
import { cardStatusValues } from '@/lib/catalogues/statuses';
import { actsOn } from './offered-acts';

const of = (role: Role) => permissionsOf({ role, flags: [] });

describe('actsOn', () => {
  it.each([
    ['ACTIVE', ['freeze', 'block']],
    ['FROZEN', ['unfreeze', 'block']],
    ['INACTIVE', ['activate', 'block']],
    ['BLOCKED', []],
    ['EXPIRED', []],
    ['PURGED', []],
    ['PARTNER_SUSPENDED', []],
    ['A_NEW_ONE', []],
  ])('offers an operator on %s: %j', (status, offered) => {
    expect(actsOn(status, of('operator')).offered).toEqual(offered);
  });

  it.each(cardStatusValues)('names every act that is not offered on %s once, with a reason', (status) => {
    const { offered, notOffered } = actsOn(status, of('operator'));
    const named = [...offered, ...notOffered.flatMap(({ actions }) => actions)];
    expect(named.toSorted()).toEqual(['activate', 'block', 'freeze', 'unfreeze']);
    expect(notOffered.every(({ why }) => why.length > 0)).toBe(true);
  });

  it('says that the role does not include what Wise would allow', () => {
    expect(actsOn('ACTIVE', of('auditor'))).toEqual({
      offered: [],
      notOffered: [
        { actions: ['activate'], why: 'it is active already' },
        { actions: ['unfreeze'], why: 'it is not frozen' },
        { actions: ['freeze', 'block'], why: 'your role does not include it' },
      ],
    });
  });

  it('lets a branch manager freeze and nothing else', () => {
    expect(actsOn('ACTIVE', of('branch_manager')).offered).toEqual(['freeze']);
    expect(actsOn('FROZEN', of('branch_manager')).offered).toEqual([]);
  });

  it('gives one reason for all four where nothing can be done', () => {
    expect(actsOn('BLOCKED', of('operator')).notOffered).toEqual([
      { actions: ['activate', 'unfreeze', 'freeze', 'block'], why: 'it is blocked for good' },
    ]);
  });
});
