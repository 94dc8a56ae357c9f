import { expect, it } from 'vitest';
import type { Session } from '../../contracts/session.ts';
import { isSameSession } from './is-same-session.ts';

const before: Session = {
  person: { id: '1', name: 'Leah Brandt', email: 'leah@example.com', flags: ['reveal'] },
  role: 'operator',
  consolePermissions: ['cards.read'],
  branches: [],
  environment: 'emulator',
  mustSetPassword: false,
  expiresAt: '2026-11-21T20:00:00.000Z',
  confirmedUntil: null,
};

it('is the same when only its end differs', () => {
  expect(isSameSession(before, { ...before, expiresAt: '2026-11-22T08:00:00.000Z' })).toBe(true);
});

it.each<Partial<Session>>([
  { person: { ...before.person, id: '2' } },
  { person: { ...before.person, flags: [] } },
  { role: 'auditor' },
  { consolePermissions: [] },
  { branches: [{ id: 'leeds', name: 'Leeds' }] },
  { mustSetPassword: true },
])('is another with %j', (change) => {
  expect(isSameSession(before, { ...before, ...change })).toBe(false);
});
