import { amountText } from '../activities/activity.ts';
import { printMilliseconds, printSeconds } from '../core/clock.ts';
import { writePdf } from '../core/pdf.ts';
import { Random } from '../core/random.ts';
import type { Emulator } from '../emulator.ts';
import type { TransferRecord } from '../money/records.ts';
import type { EmulatorContext } from './context.ts';
import { nameOfProfile } from './profiles.ts';
import { validationRefusal } from './refusal.ts';
import type { WiseRouter } from './router.ts';
import type { UserCaller } from './tokens.ts';
import { transferNotFound, transferOfCallerOrThrow } from './transfers.ts';

const hourInMs = 3_600_000;

/** Emulator choice: an hour after it was paid, or from now on where nobody has paid yet. */
const arrivalOf = (row: TransferRecord, nowMs: number) => (row.payment?.atMs ?? nowMs) + hourInMs;

function dayIn(timeZone: string, ms: number): string {
  try {
    return new Intl.DateTimeFormat('en-US', { month: 'short', day: 'numeric', timeZone }).format(ms);
  } catch {
    throw validationRefusal(400, { code: 'NOT_VALID', message: 'must be a time zone', path: 'timezone' });
  }
}

export function registerTransferDocuments(router: WiseRouter, emulator: Emulator): void {
  const { world } = emulator;

  router.forUser('GET /v1/delivery-estimates/{transferId}', (c, caller) => {
    const arrivesMs = arrivalOf(transferOfCallerOrThrow(emulator, c, caller), world.clock.now());
    return c.json({
      estimatedDeliveryDate: printMilliseconds(arrivesMs).replace('Z', '+0000'),
      formattedEstimatedDeliveryDate: `by ${dayIn(c.req.query('timezone') ?? 'UTC', arrivesMs)}`,
    });
  });

  /** Wise: there is nothing to tell before the money has left. */
  const sentTransferOrThrow = (c: EmulatorContext, caller: UserCaller) => {
    const row = transferOfCallerOrThrow(emulator, c, caller);
    if (row.status !== 'outgoing_payment_sent') throw transferNotFound(String(row.id));
    return row;
  };

  router.forUser('GET /v2/transfers/{transferId}/invoices/bankingpartner', (c, caller) => {
    const row = sentTransferOrThrow(c, caller);
    const isSwift = world.recipients.get(row.targetAccount)?.type === 'swift_code';
    return c.json({
      processorName: 'Wise Payments Ltd.',
      deliveryMode: isSwift ? 'SWIFT' : 'LOCAL',
      bankingPartnerReference: new Random(`partner ${row.id}`).hex(12).toUpperCase(),
      bankingPartnerName: 'Northern Settlement Bank',
      mt103: null,
    });
  });

  router.forUser('GET /v1/transfers/{transferId}/receipt.pdf', (c, caller) => {
    const row = sentTransferOrThrow(c, caller);
    const sender = world.profiles.get(row.profileId);
    const recipient = world.recipients.get(row.targetAccount);
    const { amount, currency } = row.source;
    const pdf = writePdf([
      { text: 'Transfer confirmation', isHeading: true },
      { text: `Transfer: #${row.id}` },
      { text: `Sender: ${sender ? nameOfProfile(sender) : ''}` },
      { text: `Recipient: ${recipient?.accountHolderName ?? ''} (account ${row.targetAccount})` },
      { text: `Paid: ${amountText({ amount, currency })}` },
      { text: `Of it fee: ${amountText({ amount: row.fee, currency })}` },
      { text: `Rate: 1 ${currency} = ${row.rate} ${row.target.currency}` },
      { text: `Sent: ${amountText(row.target)}` },
      { text: `Reference: ${row.reference ?? ''}` },
      { text: `Created: ${printSeconds(row.createdAtMs)}` },
      { text: `Sent at: ${printSeconds(row.modifiedAtMs)}` },
      { text: 'Made by an emulator of Wise. No money has moved.' },
    ]);
    return c.body(pdf, 200, {
      'content-type': 'application/pdf',
      'content-disposition': `attachment; filename="receipt-${row.id}.pdf"`,
    });
  });
}
