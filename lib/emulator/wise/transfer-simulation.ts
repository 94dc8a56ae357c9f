import { z } from 'zod';
import { printMilliseconds } from '../core/clock.ts';
import type { Emulator } from '../emulator.ts';
import { isPayoutFailureCode, payoutFailures } from '../money/payout-failures.ts';
import type { TransferRecord } from '../money/records.ts';
import { failPayout, setTransferStatus } from '../money/transfers.ts';
import { maySimulate, simulatedStatuses } from '../money/transfer-steps.ts';
import { checkBodyOrThrow, parseJsonOrThrow } from './parse.ts';
import { fieldRefusal, validationRefusal } from './refusal.ts';
import type { WiseRouter } from './router.ts';
import { printCreated, transferOfCallerOrThrow } from './transfers.ts';

/** Wise: as the first version of transfers was, with a number for the quote. Emulator choice: which number. */
const printSimulated = (row: TransferRecord, business: number | null) => ({
  id: row.id,
  user: row.userId,
  targetAccount: row.targetAccount,
  sourceAccount: row.sourceAccount,
  quote: row.id % 1_000_000,
  status: row.status,
  reference: row.reference ?? '',
  rate: row.rate,
  created: printCreated(row.createdAtMs),
  business,
  transferRequest: null,
  details: { reference: row.reference ?? '' },
  hasActiveIssues: row.hasActiveIssues,
  sourceValue: row.source.amount,
  sourceCurrency: row.source.currency,
  targetValue: row.target.amount,
  targetCurrency: row.target.currency,
});

const failureBody = z.strictObject({ failure_reason_code: z.string().optional() });

/** Emulator choice: the order is refused as Wise refuses it for a payout that fails. */
const wrongState = (row: TransferRecord) =>
  validationRefusal(400, {
    code: 'invalid_transfer_state',
    message: `Not possible for a transfer that is ${row.payment ? row.status : 'not paid'}`,
  });

export function registerTransferSimulation(router: WiseRouter, emulator: Emulator): void {
  const { world } = emulator;

  // Wise: a GET that changes the transfer. From the first one on it moves by simulation alone.
  router.forUser('GET /v1/simulation/transfers/{transferId}/{status}', (c, caller) => {
    const status = c.req.param('status') ?? '';
    const row = transferOfCallerOrThrow(emulator, c, caller);
    if (!simulatedStatuses.includes(status))
      throw fieldRefusal('status', `must be one of ${simulatedStatuses.join(', ')}`, status);
    if (!maySimulate(row, status)) throw wrongState(row);
    const moved = setTransferStatus(emulator, { ...row, isSimulated: true }, status, world.clock.now());
    const isBusiness = world.profiles.get(row.profileId)?.type === 'BUSINESS';
    return c.json(printSimulated(moved, isBusiness ? row.profileId : null));
  });

  // Wise: the body may be left out; the code is drawn then.
  router.forUser('POST /simulation/transfers/{transferId}/payout-failure', async (c, caller) => {
    const text = await c.req.text();
    const body = text.trim() === '' ? {} : checkBodyOrThrow(parseJsonOrThrow(text), failureBody);
    const row = transferOfCallerOrThrow(emulator, c, caller);
    if (row.status !== 'bounced_back') throw wrongState(row);
    const codes = Object.keys(payoutFailures);
    const code = body.failure_reason_code ?? codes[world.random.ids.between(0, codes.length - 1)] ?? '';
    if (!isPayoutFailureCode(code))
      throw validationRefusal(400, {
        code: 'invalid_failure_reason_code',
        message: 'There is no such failure reason',
        path: 'failure_reason_code',
      });
    const { atMs, description } = failPayout(emulator, row, { code, atMs: world.clock.now() });
    return c.json({
      failure_reason_code: code,
      failure_description: description,
      occurred_at: printMilliseconds(atMs),
    });
  });
}
