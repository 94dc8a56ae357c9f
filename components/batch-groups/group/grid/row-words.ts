import { errors, isErrorCode } from '@/lib/catalogues/errors';
import { wordsOfPayoutFailure } from '@/lib/catalogues/payout-failures';
import { lookOfPayout } from '@/lib/catalogues/payouts';
import type { StatusLook, Tone } from '@/lib/catalogues/statuses';
import { payoutOf } from '@/lib/client/batch-groups/payout';
import type { BatchRow, BatchRowFlag, NameCheck } from '@/lib/contracts/batch-rows';
import { formatClock } from '@/lib/format/times';

interface Words {
  text: string;
  tone: Tone;
}

const steps = { recipient: 'recipient', quote: 'quote', name: 'name of the payee', transfer: 'transfer' };

/** In the grid: the transfer, or what is to be mended, or what is being done. */
export function wordsOfRow(row: BatchRow, timeZone: string): Words {
  const { changedAt, code, faults, state, step } = row;
  switch (state) {
    case 'held-back':
      return { text: wordsOfFaults(row) ?? titleOf(code) ?? 'Being checked again', tone: 'warn' };
    case 'refused':
      return { text: titleOf(code) ?? 'Wise refused it', tone: 'bad' };
    case 'asking-wise':
      return { text: `asked ${formatClock(changedAt, timeZone)}`, tone: 'quiet' };
    case 'sending':
      return { text: step === null ? 'begun' : steps[step], tone: 'quiet' };
    case 'in-group':
      return { text: wordsOfTransfer(row), tone: 'quiet' };
    case 'left-out':
      return { text: faults.length > 0 ? (wordsOfFaults(row) ?? '–') : '–', tone: 'quiet' };
    case 'waiting':
      return { text: titleOf(code) ?? '–', tone: 'quiet' };
  }
}

function wordsOfFaults({ faults }: BatchRow): string | undefined {
  const [first] = faults;
  if (!first) return undefined;
  return faults.length === 1 ? first.message : `${first.message}, and ${faults.length - 1} more`;
}

const titleOf = (code: string | null): string | undefined =>
  code !== null && isErrorCode(code) ? errors[code].title : (code ?? undefined);

/** `58 204 117`; what became of it where it is more than waiting for money. */
function wordsOfTransfer(row: BatchRow): string {
  const look = lookOfTransfer(row);
  const failure = failureOfRow(row);
  return [
    formatTransferId(row.transferId),
    ...(look ? [look.word.toLowerCase()] : []),
    ...(failure === undefined ? [] : [failure]),
  ].join(', ');
}

/** What became of a transfer that no longer waits for money; its state in the group says the rest. */
export const lookOfTransfer = (row: BatchRow): StatusLook | undefined =>
  row.state !== 'in-group' || row.transferStatus === null || row.transferStatus === 'incoming_payment_waiting'
    ? undefined
    : lookOfPayout(payoutOf(row));

/** Why it could not be delivered, in a few words. */
export const failureOfRow = ({ payoutFailure }: BatchRow): string | undefined =>
  payoutFailure ? wordsOfPayoutFailure(payoutFailure.code).what : undefined;

export const formatTransferId = (transferId: string | null): string =>
  transferId?.replace(/\B(?=(\d{3})+$)/g, ' ') ?? '–';

/** `Other name` would be no true word for an account that the bank does not know. */
const wordOfNameChecks = (checks: readonly NameCheck[]): string =>
  checks.some(({ type }) => type === 'ACCOUNT_EXISTENCE') ? 'Bank unsure' : 'Other name';

/** The gravest of what nobody may pay without having seen it; the panel tells all. */
export function tagOfRow({ code, flags, nameChecks }: BatchRow): Words | undefined {
  if (nameChecks.length > 0 || code === 'batch_name_differs')
    return { text: wordOfNameChecks(nameChecks), tone: 'warn' };
  const tags = flags.flatMap(({ code: flag }) => flagTags[flag] ?? []);
  return tags.find(({ tone }) => tone === 'warn') ?? tags[0];
}

const flagTags: Record<BatchRowFlag['code'], Words | undefined> = {
  'new-payee': { text: 'New', tone: 'busy' },
  'account-changed-behind-known-name': { text: 'Other account', tone: 'warn' },
  'duplicate-in-file': { text: 'Twice', tone: 'warn' },
  'like-recent-batch': { text: 'Paid before', tone: 'warn' },
  'formula-like': undefined,
};

/** The same in whole sentences. */
export function sentenceOfFlag(flag: BatchRowFlag): string {
  switch (flag.code) {
    case 'new-payee':
      return 'New payee: nobody of this profile was paid to this account before.';
    case 'account-changed-behind-known-name':
      return 'This name was paid to another account until now.';
    case 'duplicate-in-file':
      return `Row ${flag.row} pays the same amount to the same account.`;
    case 'like-recent-batch':
      return `The batch “${flag.name}” of ${flag.date} has the same payment.`;
    case 'formula-like':
      return 'A spreadsheet would take a cell of it for a formula. Here it is text.';
  }
}
