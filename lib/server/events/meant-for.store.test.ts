import { afterAll, beforeAll, expect, it } from 'vitest';
import { type Role, roles } from '../../catalogues/console-permissions.ts';
import type { ConsoleEvent } from '../../contracts/events.ts';
import type { Operator } from '../auth/operator.ts';
import { openTestStore, type TestStore } from '../db/test-support/open-test-store.ts';
import { isMeantFor } from './meant-for.ts';

let test: TestStore;
beforeAll(async () => {
  test = await openTestStore();
});
afterAll(() => test.drop());

const personId = '00000000-0000-4000-8000-000000000001';
const withRole = (role: Role): Operator => ({
  sessionId: personId,
  personId,
  name: 'Ines',
  email: 'ines@example.com',
  role,
  flags: [],
  branches: [],
  approvalLimits: [],
  mustSetPassword: false,
  expiresAt: new Date(Date.now() + 60_000),
  confirmedUntil: null,
});
const changed = {
  type: 'card-transaction.changed',
  profileId: '7',
  cardToken: 'a',
  transactionId: '1',
} as const;

async function whoHears(event: ConsoleEvent): Promise<Role[]> {
  const hears = await Promise.all(roles.map((role) => isMeantFor(test, withRole(role), event)));
  return roles.filter((_, place) => hears[place]);
}

it('a change of a payment reaches everybody who reads it, one of its hidden reason compliance alone', async () => {
  expect(await whoHears(changed)).toEqual(['operator', 'compliance', 'admin', 'auditor']);
  expect(await whoHears({ ...changed, isHidden: true })).toEqual(['compliance']);
});
