import { expect, test } from 'vitest';
import { wordsOfChange, wordsOfSwitches } from './switch-words';

const one = (type: string, isEnabled: boolean, isLocked = false) => ({ type, isEnabled, isLocked });

test('what is off comes first, an unknown switch by Wise’s own word', () => {
  expect(
    wordsOfSwitches([one('POS_CHIP', true), one('ECOM', false), one('ATM_WITHDRAWAL', false, true)]),
  ).toBe('Off: Online. Locked: Cash machines. On: Chip and PIN.');
  expect(wordsOfSwitches([one('PAY_BY_LOOKING', true)])).toBe('On: PAY_BY_LOOKING.');
});

test.each([
  [{ isHere: true, by: 'Leah Brandt' }, 'Online switched off by Leah Brandt'],
  [{ isHere: true, by: null }, 'Online switched off by somebody here'],
  [{ isHere: false, by: null }, 'Online switched off elsewhere, since the reading before'],
])('who changed a switch: %j', (who, words) => {
  expect(wordsOfChange({ ...one('ECOM', false), ...who }, 'Online')).toBe(words);
});
