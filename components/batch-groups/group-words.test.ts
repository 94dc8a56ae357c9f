import { expect, it } from 'vitest';
import { shareInGroup, wordsOfProgress, wordsOfWise } from './group-words';

const none = { heldBack: 0, waiting: 0, sending: 0, askingWise: 0, inGroup: 0, refused: 0, leftOut: 0 };

it('progress counts the rows that are to be paid, without those that were left out', () => {
  const rows = { ...none, inGroup: 803, waiting: 190, refused: 7, leftOut: 5 };
  expect(wordsOfProgress({ origin: 'console', rows })).toBe('803 of 1,000');
  expect(shareInGroup({ rows })).toBe(0.803);
  expect(wordsOfProgress({ origin: 'console', rows: { ...none, leftOut: 3 } })).toBe('none yet');
  expect(shareInGroup({ rows: { ...none, leftOut: 3 } })).toBe(0);
});

it('one made elsewhere shows only what Wise holds', () => {
  expect(wordsOfProgress({ origin: 'wise', rows: { ...none, inGroup: 1000 } })).toBe('1,000');
});

it('what Wise calls it stands beside the status', () => {
  expect(wordsOfWise({ wiseStatus: null })).toBe('Not at Wise yet');
  expect(wordsOfWise({ wiseStatus: 'COMPLETED' })).toBe('At Wise: COMPLETED');
});
