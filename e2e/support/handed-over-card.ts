import { getCardOrder } from '../../lib/contracts/card-orders.ts';
import { handOver } from '../../lib/contracts/hand-overs.ts';
import { expect } from '../fixtures.ts';
import type { ConsoleClient } from './console-client.ts';
import type { EmulatorControl } from './emulator-control.ts';
import { makeBranchCard } from './kiosks.ts';

/** A card of this test’s own that Leeds has printed and handed over, and that is not activated yet. */
export async function makeHandedOverCard(
  emulator: EmulatorControl,
  { admin, manager }: Record<'admin' | 'manager', ConsoleClient>,
) {
  const { card, path } = await makeBranchCard(emulator, admin);
  const order = { profileId: card.profileId, orderId: card.orderId };
  await emulator.setProduction(card.token, 'PRODUCED');
  const status = async () => (await admin.call(getCardOrder, { params: order })).body.status;
  await expect.poll(status).toBe('PRODUCED');
  const body = { identityCheckedBy: 'passport', nameCompared: true } as const;
  expect((await manager.call(handOver, { params: path, body })).status).toBe(200);
  return { card, path, order };
}
