import { expect, it } from 'vitest';
import type { BatchGroupStatus } from '@/lib/catalogues/batch-statuses';
import { lookOfGroup } from './group-words';

const none = { heldBack: 0, waiting: 0, sending: 0, askingWise: 0, inGroup: 0, refused: 0, leftOut: 0 };
const word = (
  rows: Partial<typeof none>,
  status: BatchGroupStatus = 'READY_TO_CLOSE',
  origin: 'console' | 'wise' = 'console',
) => lookOfGroup({ origin, status, rows: { ...none, ...rows } }).word;

it('a group is ready to close only where something is in it and nothing is left to be done', () => {
  expect(word({ inGroup: 3, leftOut: 1 })).toBe('Ready to close');
  expect(word({ inGroup: 3, heldBack: 1 })).toBe('Rows to mend');
  expect(word({ refused: 4 })).toBe('Rows to mend');
  expect(word({ inGroup: 3, waiting: 1 })).toBe('Rows to send');
  expect(word({ leftOut: 2 })).toBe('Nothing in it');
});

it('any other status is told as it is, and what another program made has no rows here', () => {
  expect(word({ heldBack: 2 }, 'RUNNING')).toBe('Running');
  expect(word({ refused: 2, inGroup: 1 }, 'CLOSED')).toBe('Closed, ready to fund');
  expect(word({}, 'READY_TO_CLOSE', 'wise')).toBe('Ready to close');
});
