import { getCardProduction, sendToKiosk } from '../../lib/contracts/card-productions.ts';
import { takeCard } from '../../lib/contracts/kiosk-board.ts';
import { listPrintJobs } from '../../lib/contracts/print-jobs.ts';
import { expect } from '../fixtures.ts';
import { makeBranch } from './branches.ts';
import type { ConsoleClient } from './console-client.ts';
import type { EmulatorControl, KioskCard } from './emulator-control.ts';

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

/** A branch of the test's own in which one card was printed, one ended with a fault, one was refused and one is printing. */
export async function printFourCards(admin: ConsoleClient, emulator: EmulatorControl) {
  const { branch, kiosk } = await makeBranch(admin);
  const kioskId = kiosk.id;
  const print = async () => {
    const card = await makeUnassignedCard(emulator, admin);
    const { cardHolderName, lastFourDigits } = card;
    await admin.call(takeCard, { body: { branchId: branch.id, cardHolderName, lastFourDigits } });
    const params = { profileId: card.profileId, cardToken: card.token };
    const sent = await admin.call(sendToKiosk, { params, body: { kioskId } });
    expect(sent.status).toBe(200);
    return card;
  };
  await emulator.setKiosk(kioskId, {});
  const [printed, fault] = [await print(), await print()];
  await emulator.setProduction(printed.token, 'PRODUCED');
  await emulator.setProduction(fault.token, 'PRODUCTION_ERROR', 'PRT_RIBBON_ENDED', { kioskId });
  await emulator.setKiosk(kioskId, { rejectWith: { code: 'IMAGE_SERVER_ERROR', times: 1 } });
  const refused = await print();
  const printing = await print();
  const tokensOf = async (query: { state?: 'ended' | 'failed' | 'printed' | 'printing'; family?: string }) =>
    (await admin.call(listPrintJobs, { query: { ...query, branchId: branch.id } })).body.items.map(
      ({ cardToken }) => cardToken,
    );
  await expect.poll(() => tokensOf({ state: 'ended' })).toHaveLength(3);
  return { branch, kioskId, printed, fault, refused, printing, tokensOf };
}
