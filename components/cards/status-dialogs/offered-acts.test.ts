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
    expect(actsOn(status, of('operator'), null).offered).toEqual(offered);
  });

  it.each(cardStatusValues)('names every act that is not offered on %s once, with a reason', (status) => {
    const { offered, notOffered } = actsOn(status, of('operator'), null);
    const named = [...offered, ...notOffered.flatMap(({ actions }) => actions)];
    expect(named.toSorted()).toEqual(['activate', 'block', 'freeze', 'unfreeze']);
    expect(notOffered.every(({ why }) => why.length > 0)).toBe(true);
  });

  it('says that the role does not include what Wise would allow', () => {
    expect(actsOn('ACTIVE', of('auditor'), null)).toEqual({
      offered: [],
      notOffered: [
        { actions: ['activate'], why: 'it is active already' },
        { actions: ['unfreeze'], why: 'it is not frozen' },
        { actions: ['freeze', 'block'], why: 'your role does not include it' },
      ],
    });
  });

  it('lets a branch manager freeze and nothing else', () => {
    expect(actsOn('ACTIVE', of('branch_manager'), null).offered).toEqual(['freeze']);
    expect(actsOn('FROZEN', of('branch_manager'), null).offered).toEqual([]);
  });
  it('offers a branch manager to activate what was handed over, and says so before', () => {
    const shown = { isHolderShown: true, isHandedOver: false };
    const before = actsOn('INACTIVE', of('branch_manager'), null, shown);
    expect(before.offered).toEqual([]);
    expect(before.notOffered).toContainEqual({
      actions: ['activate'],
      why: 'it is to be handed over first',
    });
    expect(
      actsOn('INACTIVE', of('branch_manager'), null, { isHolderShown: false, isHandedOver: true }).offered,
    ).toEqual(['activate']);
  });

  it.each([
    ['FROZEN', { isYours: false, reviewOn: null }, 'unfreeze', 'it is held until reviewed'],
    ['INACTIVE', { isYours: false, reviewOn: null }, 'activate', 'it is held until reviewed'],
    ['FROZEN', { isYours: true, reviewOn: '2026-12-05' }, 'unfreeze', 'you hold it: lift the hold first'],
  ])('does not offer on a held %s card what would make it active, %j', (status, hold, act, why) => {
    const { offered, notOffered } = actsOn(status, of('operator'), hold);
    expect(offered).toEqual(['block']);
    expect(notOffered).toContainEqual({ actions: [act], why });
  });

  it('gives one reason for all four where nothing can be done', () => {
    expect(actsOn('BLOCKED', of('operator'), null).notOffered).toEqual([
      { actions: ['activate', 'unfreeze', 'freeze', 'block'], why: 'it is blocked for good' },
    ]);
  });
});
