import { randomInt } from 'node:crypto';
import { addBranch, addKiosk } from '../../lib/contracts/branches.ts';
import type { ConsoleClient } from './console-client.ts';

export const newBranchName = () => `Branch ${randomInt(10 ** 9)}`;
export const newKioskId = () => `TST${randomInt(10 ** 9)}`;

/** A branch of this test's own with one kiosk. */
export async function makeBranch(admin: ConsoleClient) {
  const { body: branch } = await admin.call(addBranch, { body: { name: newBranchName() } });
  const kiosk = await admin.call(addKiosk, {
    body: { id: newKioskId(), branchId: branch.id, place: 'Counter 1' },
  });
  return { branch, kiosk: kiosk.body };
}
