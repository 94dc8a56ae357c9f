import { randomUUID } from 'node:crypto';
import { expect } from '@playwright/test';
import { approve } from '../../lib/contracts/approvals.ts';
import { type CodeClassification, listNewCodes, type NewCode } from '../../lib/contracts/new-codes.ts';
import type { ConsoleClient } from './console-client.ts';

/** A code that nobody else's test has, and that begins like none of Wise's. */
export const newCodeName = () => `NOVEL_${randomUUID().slice(0, 8).toUpperCase()}`;

/** What may be told of it, in words of its own. */
export const toldMeaning = (code: string): CodeClassification => ({
  level: 'tell',
  family: 'merchant',
  title: `Meaning of ${code}`,
  happened: 'The shop sent the payment twice.',
  cause: 'The second one was one too many.',
  actor: 'merchant',
  next: 'The shop looks at its own books.',
  retry: 'no',
  retryText: 'No, it was paid once already.',
  say: `The shop sent this payment twice, reference ${code}.`,
});

export const findCode = async (compliance: ConsoleClient, code: string): Promise<NewCode | undefined> =>
  (await compliance.call(listNewCodes, {})).body.items.find((one) => one.code === code);

/** Waits until the archive was told of a payment with this code. */
export async function untilMet(compliance: ConsoleClient, code: string): Promise<void> {
  await expect
    .poll(async () => (await findCode(compliance, code))?.payments ?? 0, {
      intervals: [300],
      timeout: 30_000,
    })
    .toBeGreaterThan(0);
}

export const agreeTo = (client: ConsoleClient, approvalId: string) =>
  client.call(approve, { params: { approvalId }, body: {} });
