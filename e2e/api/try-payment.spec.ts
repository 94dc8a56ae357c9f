import { z } from 'zod';
import { getConnection, tryPayment } from '../../lib/contracts/connections.ts';
import { expect, test } from '../fixtures.ts';
import type { ConsoleClient } from '../support/console-client.ts';
import type { EmulatorControl } from '../support/emulator-control.ts';

const connectionId = '20000001';
const profileId = '30000003';
const wiseGroup = z.object({ id: z.string(), name: z.string(), status: z.string() });

const attempt = (admin: ConsoleClient) =>
  admin.call(tryPayment, { params: { connectionId }, body: { profileId } });
const blockedSince = async (admin: ConsoleClient) => {
  const { body } = await admin.call(getConnection, { params: { connectionId } });
  return body.profileList.find(({ id }) => id === profileId)?.transfersBlockedAt;
};
const lastGroup = async (emulator: EmulatorControl) =>
  (await emulator.state('batch-groups', wiseGroup))
    .filter(({ name }) => name === 'Connection test, never paid')
    .at(-1);
const refuseTransfers = (emulator: EmulatorControl, message: string) =>
  emulator.addFault({
    match: { method: 'POST', path: '/transfers' },
    status: 422,
    body: { errors: [{ code: 'refused', message, path: 'quoteUuid', arguments: [] }] },
  });

test('a payment that is never paid is taken by Wise, and its group cancelled at once', async ({
  as,
  emulator,
}) => {
  const since = new Date().toISOString();
  expect((await attempt(await as('admin'))).body).toEqual({ outcome: 'taken', leftAtWise: null });
  expect((await lastGroup(emulator))?.status).toMatch(/CANCEL/);
  const asked = (await emulator.requests(since)).filter(({ method }) => method !== 'GET');
  expect(asked.filter(({ path }) => path.endsWith('/transfers'))).toHaveLength(1);
  expect(asked.filter(({ path }) => path.includes('payments') || path.includes('initiations'))).toEqual([]);
});

test('approvals on wise.com are found before the first payment, and that they are gone as well', async ({
  as,
  emulator,
}) => {
  const admin = await as('admin');
  await refuseTransfers(emulator, 'Quote cannot be accepted with this request due to missing approval.');
  expect((await attempt(admin)).body).toEqual({ outcome: 'blocked', leftAtWise: null });
  expect((await lastGroup(emulator))?.status).toMatch(/CANCEL/);
  expect(await blockedSince(admin)).toEqual(expect.any(String));
  await emulator.clearFaults();
  await refuseTransfers(emulator, 'Recipient address is mandatory.');
  expect((await attempt(admin)).body.outcome).toBe('refused');
  expect(await blockedSince(admin)).toEqual(expect.any(String));
  await emulator.clearFaults();
  expect((await attempt(admin)).body.outcome).toBe('taken');
  expect(await blockedSince(admin)).toBeNull();
});

test('a group that could not be cancelled is named, and nothing in it is paid', async ({ as, emulator }) => {
  await emulator.addFault({ match: { method: 'PATCH', path: '/batch-groups/' }, status: 500 });
  const { body } = await attempt(await as('admin'));
  expect(body).toEqual({ outcome: 'taken', leftAtWise: (await lastGroup(emulator))?.id });
  expect((await lastGroup(emulator))?.status).toBe('NEW');
});

test('a profile that the connection does not reach is not there, and nobody else may try', async ({
  as,
  emulator,
}) => {
  const since = new Date().toISOString();
  const body = { profileId: '30000101' };
  expect((await (await as('admin')).call(tryPayment, { params: { connectionId }, body })).status).toBe(404);
  for (const who of ['operator', 'compliance', 'auditor'] as const)
    expect((await attempt(await as(who))).status).toBe(403);
  expect((await emulator.requests(since)).filter(({ method }) => method === 'POST')).toEqual([]);
});
