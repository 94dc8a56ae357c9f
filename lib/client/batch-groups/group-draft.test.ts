import { expect, it } from 'vitest';
import { emptyGroup, faultOfName, faultsOfGroup, toGroupBody } from './group-draft.ts';

const here = { ...emptyGroup, profileId: '30000001', name: '  October supplier run ' };
const wiseId = '54A6BC09-cef9-49a8-9041-f1f0c654cd88';

it('a new group needs a profile, a name and a currency', () => {
  expect(Object.keys(faultsOfGroup({ ...emptyGroup, sourceCurrency: 'pounds' }))).toEqual([
    'profileId',
    'name',
    'sourceCurrency',
  ]);
  expect(faultsOfGroup(here)).toEqual({});
});

it('a name has 100 characters at most', () => {
  expect(faultOfName('a'.repeat(100))).toBeUndefined();
  expect(faultOfName('a'.repeat(103))).toBe('3 too many: Wise takes 100.');
});

it('one made elsewhere needs Wise’s id and nothing else', () => {
  const draft = { ...emptyGroup, way: 'elsewhere' as const, profileId: '30000001' };
  expect(Object.keys(faultsOfGroup({ ...draft, wiseId: '8f2c1e04' }))).toEqual(['wiseId']);
  expect(faultsOfGroup({ ...draft, wiseId: ` ${wiseId} ` })).toEqual({});
  expect(toGroupBody({ ...draft, wiseId: ` ${wiseId} ` }, true)).toEqual({
    profileId: '30000001',
    wiseId: wiseId.toLowerCase(),
  });
});

it('the same name is meant only where a person says so', () => {
  const body = { profileId: '30000001', name: 'October supplier run', sourceCurrency: 'GBP' };
  expect(toGroupBody(here, false)).toEqual(body);
  expect(toGroupBody(here, true)).toEqual({ ...body, sameName: true });
});
