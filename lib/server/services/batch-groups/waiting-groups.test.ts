import { expect, it } from 'vitest';
import { whyItWaits } from './waiting-groups.ts';

const now = new Date('2026-11-22T12:00:00Z');
const inDays = (days: number) => new Date(now.getTime() + days * 86_400_000);
const seen = (more: Partial<Parameters<typeof whyItWaits>[0]>) => ({
  status: 'OPEN',
  isMine: true,
  toMend: 0,
  endsAt: null,
  ...more,
});

it.each([
  [{ status: 'FUNDING_UNKNOWN', isMine: false }, 'funding-unknown'],
  [{ status: 'CLOSED', isMine: false, endsAt: inDays(2.9) }, 'transfers-ending'],
  [{ status: 'CLOSED', isMine: false, endsAt: inDays(3.1) }, undefined],
  [{ status: 'CLOSED', endsAt: inDays(10) }, 'ready-to-fund'],
  [{ status: 'WAITING_FOR_APPROVAL', toMend: 2 }, undefined],
  [{ status: 'WAITING_FOR_APPROVAL', isMine: false, endsAt: inDays(1) }, 'transfers-ending'],
  [{ status: 'PAUSED', toMend: 2 }, 'rows-to-mend'],
  [{ status: 'RUNNING', toMend: 2 }, undefined],
  [{ status: 'ROWS_TO_MEND', toMend: 2 }, 'rows-to-mend'],
  [{ status: 'ROWS_TO_MEND', toMend: 2, isMine: false }, undefined],
  [{}, undefined],
])('a group waits for its owner, and for everybody where money is at stake: %o', (more, why) => {
  expect(whyItWaits(seen(more), now)).toBe(why);
});
