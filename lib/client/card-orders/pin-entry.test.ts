import { inspect } from 'node:util';
import { expect, it } from 'vitest';
import { PinEntry, whyObvious } from './pin-entry.ts';

const type = (entry: PinEntry, digits: string) => [...digits].map((digit) => entry.press(digit)).at(-1);

it('takes a PIN that is typed twice alike, and forgets it', () => {
  const entry = new PinEntry();
  expect(type(entry, '83')).toEqual({ is: 'typing' });
  expect([entry.count, entry.isAgain]).toEqual([2, false]);
  expect(type(entry, '50')).toEqual({ is: 'again' });
  expect([entry.count, entry.isAgain]).toEqual([0, true]);
  expect(type(entry, '8350')).toEqual({ is: 'done', pin: '8350' });
  expect([entry.count, entry.isAgain]).toEqual([0, false]);
});

it('begins again after two that differ, and after a digit is taken back goes on', () => {
  const entry = new PinEntry();
  type(entry, '8350');
  expect(type(entry, '8351')).toEqual({ is: 'fault', fault: 'mismatch' });
  expect([entry.count, entry.isAgain]).toEqual([0, false]);
  type(entry, '835');
  entry.erase();
  entry.erase();
  expect(entry.count).toBe(1);
  expect(type(entry, '350')).toEqual({ is: 'again' });
  entry.clear();
  expect([entry.count, entry.isAgain]).toEqual([0, false]);
});

it('shows nothing to who prints it', () => {
  const entry = new PinEntry();
  type(entry, '835083');
  expect(inspect(entry, { showHidden: true, depth: 5 }) + JSON.stringify(entry)).not.toMatch(/\d{2}/);
});

it.each([
  ['0000', 'same-digit'],
  ['9999', 'same-digit'],
  ['1234', 'run'],
  ['7890', 'run'],
  ['4321', 'run'],
  ['2109', 'run'],
  ['1357', undefined],
  ['1233', undefined],
  ['8350', undefined],
])('%s is obvious: %s', (pin, why) => {
  expect(whyObvious(pin)).toBe(why);
  const last = type(new PinEntry(), pin);
  expect(last).toEqual(why ? { is: 'fault', fault: why } : { is: 'again' });
});
