import { errors, isErrorCode } from '@/lib/catalogues/errors';
import { countMoved, countTransfers } from '@/lib/client/batch-groups/payout';
import type { BatchFunding } from '@/lib/contracts/batch-funding';
import { countOf, formatCount } from '@/lib/format/counts';
import { formatMoney } from '@/lib/format/money';
import { formatDetailTime } from '@/lib/format/times';
import type { NoticeTone } from '@/components/ui/notice';
import { wordsOfDebit } from './debit-words';

export interface FundingWords {
  /** Undefined: nothing that must be read. */
  tone: NoticeTone | undefined;
  title: string;
  lines: string[];
}

const ways = {
  BALANCE: 'from the balance',
  BANK_TRANSFER: 'by bank transfer',
  DIRECT_DEBIT: 'by direct debit',
} as const;

const over: readonly NonNullable<BatchFunding['funding']>['state'][] = ['refused', 'released'];

/** How far the money is, as far as it is known; undefined where nobody has begun. */
export function wordsOfFunding(
  { funding, payout }: BatchFunding,
  currency: string,
  timeZone: string,
): FundingWords | undefined {
  if (!funding) return wordsOfElsewhere(payout);
  // What ended without money here may be paid for elsewhere since.
  const elsewhere = over.includes(funding.state) && !funding.debit && wordsOfElsewhere(payout);
  if (elsewhere) return elsewhere;
  const ofDebit =
    funding.debit && wordsOfDebit({ funding, debit: funding.debit, payout, currency, timeZone });
  if (ofDebit) return ofDebit;
  const { code, debitSeenAt, personName, readAt, startedAt, state, transfersMovedAt, way } = funding;
  const moment = (at: string) => formatDetailTime(at, timeZone);
  const moved = `${formatCount(countMoved(payout))} of ${countOf(countTransfers(payout), 'transfer')} moved`;
  const begun =
    way === 'BANK_TRANSFER'
      ? `${personName} was shown the pay-in details on ${moment(startedAt)}.`
      : `Begun by ${personName} on ${moment(startedAt)}, ${ways[way]}.`;
  const read = readAt === null ? 'Wise was not asked yet.' : `Wise was asked last on ${moment(readAt)}.`;
  const debit = debitSeenAt === null ? 'debit not seen yet' : `debit seen on ${moment(debitSeenAt)}`;
  switch (state) {
    case 'started':
      return { tone: 'busy', title: 'Wise is being asked to pay. Its answer is awaited.', lines: [begun] };
    case 'unknown':
      return {
        tone: 'warn',
        title: 'We do not know yet whether the money moved.',
        lines: [begun, 'Do not try again: the console asks Wise itself.', `${moved}, ${debit}.`, read],
      };
    case 'sent':
      return way === 'BANK_TRANSFER'
        ? {
            tone: 'busy',
            title: 'To be paid by bank transfer.',
            lines: [begun, `Once the money is at Wise the transfers move: ${moved}.`, read],
          }
        : { tone: 'busy', title: `Sent, being confirmed: ${moved}, ${debit}.`, lines: [begun, read] };
    case 'done':
      return {
        tone: undefined,
        title: way === 'BANK_TRANSFER' ? 'The bank transfer arrived.' : `Paid ${ways[way]}.`,
        lines: [
          begun,
          ...(transfersMovedAt === null ? [] : [`All transfers had moved on ${moment(transfersMovedAt)}.`]),
          ...(way === 'BALANCE' && debitSeenAt !== null
            ? [`The debit was seen on ${moment(debitSeenAt)}.`]
            : []),
        ],
      };
    case 'refused':
      return { tone: code === 'sca_required' ? 'warn' : 'bad', ...wordsOfRefusal(code), lines: [begun] };
    case 'released':
      return {
        tone: undefined,
        title:
          way === 'BANK_TRANSFER'
            ? 'Open again: two people have said that nothing was sent by bank transfer.'
            : 'Open again: two people have agreed that no money moved.',
        lines: [begun],
      };
  }
}

/** Wise converted while the group was paid, and nobody had agreed; undefined where nothing was seen. */
export function wordsOfConversions(
  { conversionsSeen }: NonNullable<BatchFunding['funding']>,
  currency: string,
): FundingWords | undefined {
  if (conversionsSeen.length === 0) return undefined;
  const sums = conversionsSeen.map((one) => formatMoney(one.amount, one.currency)).join(' and ');
  return {
    tone: 'warn',
    title: `It looks as if Wise converted ${sums} as the group was paid. Nobody had agreed to that.`,
    lines: [
      `When it was sent, the ${currency} balance covered it. Then money left another balance and came to this one at the same moment; Wise does not tell what for.`,
      'Compare the balances, and ask Wise at what rate it converted.',
    ],
  };
}

const notArrived = ['incoming_payment_waiting', 'incoming_payment_initiated'];

/** Nobody began to fund it here, and yet its transfers move. */
function wordsOfElsewhere(payout: BatchFunding['payout']): FundingWords | undefined {
  if (countMoved(payout) === 0) return undefined;
  const awaited = countTransfers(payout.filter(({ status }) => notArrived.includes(status)));
  return awaited === 0
    ? {
        tone: undefined,
        title: 'Paid for outside this console.',
        lines: ['Its transfers have their money, and nobody began to fund it here.'],
      }
    : {
        tone: 'busy',
        title: 'Being paid outside this console.',
        lines: [
          `Of ${countOf(countTransfers(payout), 'transfer')}, ${formatCount(awaited)} ${awaited === 1 ? 'waits' : 'wait'} for the money to reach Wise.`,
          'Nobody began to fund it here. Do not pay it another way.',
        ],
      };
}

function wordsOfRefusal(code: string | null): { title: string } {
  if (code === 'sca_required')
    return { title: 'Wise wants the funding confirmed first. Nothing was paid so far.' };
  const known = code !== null && isErrorCode(code) ? errors[code].title : code;
  return { title: `The last try was not done${known === null ? '' : `: ${known}`}. No money moved.` };
}
