import { expect, test } from 'vitest';
import { type AccountDraft, accountOf, emptyAccount, faultsOfAccount } from './account-draft.ts';

const plain = { needsClearance: false, needsEmptyTrays: false };
const full: AccountDraft = {
  whatWasDone: ' New ribbon. ',
  previousPlastic: 'none-came-out',
  witnessId: '',
  clearedBy: '',
};

test('an account says what was done and where the plastic is', () => {
  expect(Object.keys(faultsOfAccount(emptyAccount, plain))).toEqual(['whatWasDone', 'previousPlastic']);
  expect(faultsOfAccount(full, plain)).toEqual({});
});

test('destroying takes a second person, a further try somebody who agreed, a lost answer searched trays', () => {
  expect(faultsOfAccount({ ...full, previousPlastic: 'destroyed' }, plain).witnessId).toBeDefined();
  expect(faultsOfAccount(full, { ...plain, needsClearance: true }).clearedBy).toBeDefined();
  const away: AccountDraft = { ...full, previousPlastic: 'with-engineer' };
  expect(faultsOfAccount(away, plain)).toEqual({});
  expect(faultsOfAccount(away, { ...plain, needsEmptyTrays: true }).previousPlastic).toBeDefined();
});

test('only what was asked for is sent', () => {
  expect(accountOf(emptyAccount, null, false)).toBeUndefined();
  expect(accountOf({ ...full, witnessId: 'w', clearedBy: 'Moss' }, 'j', false)).toEqual({
    afterJobId: 'j',
    whatWasDone: 'New ribbon.',
    previousPlastic: 'none-came-out',
  });
  expect(
    accountOf({ ...full, previousPlastic: 'destroyed', witnessId: 'w', clearedBy: 'Moss' }, 'j', true),
  ).toMatchObject({ witnessId: 'w', clearedBy: 'Moss' });
});
