import { fromMinor, toMinor } from '../core/amounts.ts';
import { Random } from '../core/random.ts';
import {
  complete,
  drawVersion,
  moveGroup,
  newBatchGroup,
  payGroup,
  withTransfer,
} from '../money/batch-group-steps.ts';
import { makeQuote } from '../money/quote-making.ts';
import type { BatchGroupRecord, RecipientRecord, TransferRecord } from '../money/records.ts';
import { moveTransfer, newTransfer, nextStatusOf, payTransfer } from '../money/transfer-steps.ts';
import { balanceIdOf } from '../transactions/steps.ts';
import { dayInMs } from './build.ts';

const hourInMs = 3_600_000;
const minuteInMs = 60_000;
const firstTransferId = 1_590_000_001;
const firstPaymentId = 59_000_001;
const firstBalanceTransactionId = 3_099_000_001;
const firstShortId = 5_301;

type Payment = [targetCurrency: string, targetAmount: number, reference: string];
type End = 'paid' | 'cancelled' | 'unpaid';

interface SeedGroup {
  id: string;
  profileId: number;
  name: string;
  sourceCurrency: string;
  daysAgo: number;
  end: End;
  payments: readonly Payment[];
}

/** Groups that were made elsewhere: the ids are fixed, so that one can be asked for. */
export const demoBatchGroups = {
  paid: {
    id: '3b0e5c1a-7d42-4f6e-9a18-52c7e0d94b01',
    profileId: 30_000_001,
    name: 'October suppliers',
    sourceCurrency: 'GBP',
    daysAgo: 21,
    end: 'paid',
    payments: [
      ['GBP', 1_840, 'INV 20418'],
      ['GBP', 2_415.6, 'INV 20422'],
      ['GBP', 960.25, 'Wages week 43'],
      ['GBP', 1_012.4, 'Wages week 43'],
      ['GBP', 7_300, 'Berth fees October'],
      ['EUR', 3_120.5, 'Rechnung 88121'],
      ['EUR', 880, 'Crew change'],
      ['EUR', 14_250.75, 'Hafengeld Q3'],
      ['NOK', 21_400, 'Faktura 3391'],
      ['NOK', 8_950, 'Faktura 3398'],
      ['SEK', 12_600, 'Faktura 771'],
      ['GBP', 415.1, 'INV 20431'],
    ],
  },
  bounced: {
    id: '9c6f2d80-1e35-4ab7-8d4c-0f7b63a2e502',
    profileId: 30_000_001,
    name: 'Warehouse temps week 45',
    sourceCurrency: 'EUR',
    daysAgo: 9,
    end: 'paid',
    payments: [
      ['EUR', 612.3, 'Week 45'],
      ['EUR', 598.75, 'Week 45'],
      ['EUR', 640, 'Week 45 bounce'],
      ['GBP', 505.2, 'Week 45'],
      ['EUR', 575.1, 'Week 45'],
    ],
  },
  cancelled: {
    id: 'e4187b39-62fd-4c05-b9a3-d81c5f20a703',
    profileId: 30_000_002,
    name: 'Freelancers October (double)',
    sourceCurrency: 'EUR',
    daysAgo: 16,
    end: 'cancelled',
    payments: [
      ['EUR', 1_900, 'October'],
      ['EUR', 2_350, 'October'],
      ['GBP', 1_120, 'October'],
    ],
  },
  /** Nobody has paid it; in two days its transfers are cancelled. */
  unpaid: {
    id: '57d3a9e2-c08b-4912-a6f5-3e94d17bc604',
    profileId: 30_000_001,
    name: 'Port agents November',
    sourceCurrency: 'GBP',
    daysAgo: 12,
    end: 'unpaid',
    payments: [
      ['EUR', 4_410, 'Agency November'],
      ['NOK', 18_300, 'Agency November'],
      ['SEK', 9_740, 'Agency November'],
      ['GBP', 2_000, 'Agency November'],
    ],
  },
} as const satisfies Record<string, SeedGroup>;

type Made = Pick<TransferRecord, 'id' | 'userId'> & { at: number; recipient: RecipientRecord; atMs: number };

function buildTransfer(group: SeedGroup, payment: Payment, made: Made, random: Random): TransferRecord {
  const [targetCurrency, amount, reference] = payment;
  const { at, atMs, recipient, ...ids } = made;
  const terms = makeQuote(
    {
      profileId: group.profileId,
      sourceCurrency: group.sourceCurrency,
      targetCurrency,
      providedAmountType: 'TARGET',
      amount,
      payOut: 'BANK_TRANSFER',
      preferredPayIn: 'BALANCE',
      targetAccount: recipient.id,
      pricing: null,
      transferNature: null,
    },
    atMs,
  );
  const quote = { ...terms, id: random.uuid(), profileId: group.profileId, userId: ids.userId };
  const row = newTransfer({
    ...ids,
    quote: { ...quote, status: 'ACCEPTED' },
    sourceAccount: null,
    customerTransactionId: random.uuid(),
    batchGroupId: group.id,
    recipientName: recipient.accountHolderName,
    details: { reference },
    atMs,
  });
  if (group.end === 'unpaid') return row;
  if (group.end === 'cancelled') return moveTransfer(row, 'cancelled', atMs + 2 * hourInMs, null);
  let paid = payTransfer(row, {
    id: firstPaymentId + at,
    by: 'BALANCE',
    balanceId: balanceIdOf(group.profileId, group.sourceCurrency),
    balanceTransactionId: firstBalanceTransactionId + (group.daysAgo % 100),
    atMs: atMs + hourInMs,
  });
  for (let status = nextStatusOf(paid), step = 1; status !== null; status = nextStatusOf(paid), step++)
    paid = moveTransfer(paid, status, atMs + hourInMs + step * 20 * minuteInMs, null);
  return paid;
}

function closeGroup(group: BatchGroupRecord, end: End, rows: readonly TransferRecord[], random: Random) {
  const atMs = group.createdAtMs + hourInMs;
  const change = (afterMs: number) => ({ version: drawVersion(random), atMs: atMs + afterMs });
  const closed = complete(group, change(0));
  if (end === 'unpaid') return closed;
  if (end === 'cancelled') return moveGroup(closed, 'CANCELLED', change(hourInMs), null);
  const minor = rows.reduce((sum, { source }) => sum + toMinor(source.amount, source.currency), 0);
  return payGroup(closed, { by: 'BALANCE', amount: fromMinor(minor, group.sourceCurrency), atMs });
}

/** Groups of the past, to recipients that were planted before them. */
export function plantBatchGroups(recipients: readonly RecipientRecord[], userId: number, dayMs: number) {
  const random = new Random('demo batch groups');
  const transfers: TransferRecord[] = [];
  const batchGroups = Object.values<SeedGroup>(demoBatchGroups).map((seed, index) => {
    const atMs = dayMs - seed.daysAgo * dayInMs + 9 * hourInMs + index * 7 * minuteInMs;
    const payable = recipients.filter(
      (row) =>
        row.profileId === seed.profileId &&
        row.active &&
        row.outcomes.every((outcome) => !outcome.requiresCustomerAcceptance),
    );
    const turns = new Map<string, number>();
    const rows = seed.payments.flatMap((payment, place) => {
      const [currency] = payment;
      const fitting = payable.filter((row) => row.currency === currency);
      const turn = turns.get(currency) ?? 0;
      turns.set(currency, turn + 1);
      const recipient = fitting[turn % Math.max(1, fitting.length)];
      if (!recipient) return [];
      const at = transfers.length + place;
      const made = { id: firstTransferId + at, at, userId, recipient, atMs: atMs + place * minuteInMs };
      return buildTransfer(seed, payment, made, random);
    });
    transfers.push(...rows);
    const { id, name, profileId, sourceCurrency } = seed;
    const opened = newBatchGroup({
      id,
      name,
      profileId,
      userId,
      sourceCurrency,
      shortId: firstShortId + index,
      atMs,
    });
    const filled = rows.reduce(
      (group, row) => withTransfer(group, row.id, { version: drawVersion(random), atMs: row.createdAtMs }),
      opened,
    );
    return closeGroup(filled, seed.end, rows, random);
  });
  return { batchGroups, transfers };
}
