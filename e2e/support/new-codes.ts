import { randomUUID } from 'node:crypto';
import { expect } from '@playwright/test';
import { type CodeClassification, listNewCodes, type NewCode } from '../../lib/contracts/new-codes.ts';
import type { ConsoleClient } from './console-client.ts';
import type { EmulatorControl } from './emulator-control.ts';
import { pickCard } from './pick-card.ts';

/** A code that nobody else's test has, and that begins like none of Wise's. */
export const newCodeName = () => `NOVEL_${randomUUID().slice(0, 8).toUpperCase()}`;

const meaningOf = (code: string) =>
  ({
    family: 'merchant',
    title: `Meaning of ${code}`,
    happened: 'The shop sent the payment twice.',
    cause: 'The second one was one too many.',
    actor: 'merchant',
    next: 'The shop looks at its own books.',
    retry: 'no',
    retryText: 'No, it was paid once already.',
  }) as const;

/** What may be told of it, in words of its own. */
export const toldMeaning = (code: string): CodeClassification => ({
  ...meaningOf(code),
  level: 'tell',
  say: `The shop sent this payment twice, reference ${code}.`,
});

/** The same, for compliance alone. */
export const restrictedMeaning = (code: string): CodeClassification => ({
  ...meaningOf(code),
  level: 'restricted',
});

export const findCode = async (compliance: ConsoleClient, code: string): Promise<NewCode | undefined> =>
  (await compliance.call(listNewCodes, {})).body.items.find((one) => one.code === code);

/** Has a payment declined by the code, and waits until the archive was told of it. */
export async function meetCode(compliance: ConsoleClient, emulator: EmulatorControl, code: string) {
  const { path } = await pickCard(compliance, { status: 'ACTIVE' });
  const { id } = await emulator.makeTransaction({
    cardToken: path.cardToken,
    state: 'DECLINED',
    declineReason: code,
  });
  const countMet = async () => (await findCode(compliance, code))?.payments ?? 0;
  await expect.poll(countMet, { intervals: [300], timeout: 30_000 }).toBeGreaterThan(0);
  return { ...path, transactionId: id };
}
