import { takeCard } from '../../lib/contracts/kiosk-board.ts';
import { expect } from '../fixtures.ts';
import type { ConsoleClient } from './console-client.ts';
import type { EmulatorControl, KioskCard } from './emulator-control.ts';
import { getCardProduction } from '../../lib/contracts/card-productions.ts';

let drawn = 0;

/** A card of this test’s own that waits for a kiosk and belongs to no branch. */
export async function makeUnassignedCard(
  emulator: EmulatorControl,
  admin: ConsoleClient,
  more: { ageDays?: number; profileId?: string } = {},
): Promise<KioskCard> {
  drawn += 1;
  const card = await emulator.makeKioskCard({
    profileId: '30000001',
    cardHolderName: `Kiosk Test ${process.pid} ${drawn}`,
    ...more,
  });
  const params = { profileId: card.profileId, cardToken: card.token };
  // The index learns of the card by this reading, and of its printing.
  await expect.poll(async () => (await admin.call(getCardProduction, { params })).body.status).toBe('READY');
  return card;
}

/** The same, collected at a branch. */
export async function makeBranchCard(
  emulator: EmulatorControl,
  admin: ConsoleClient,
  branchId = 'leeds',
  more: { ageDays?: number } = {},
) {
  const card = await makeUnassignedCard(emulator, admin, more);
  const taken = await admin.call(takeCard, {
    body: { branchId, cardHolderName: card.cardHolderName, lastFourDigits: card.lastFourDigits },
  });
  expect(taken.status).toBe(200);
  return { card, path: { profileId: card.profileId, cardToken: card.token } };
}
