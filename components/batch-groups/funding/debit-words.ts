import { countMoved, countTransfers, sumOfStatus } from '@/lib/client/batch-groups/payout';
import type { BatchFunding } from '@/lib/contracts/batch-funding';
import type { BatchGroup } from '@/lib/contracts/batch-groups';
import { countOf, formatCount } from '@/lib/format/counts';
import { formatMoney } from '@/lib/format/money';
import { formatDetailTime } from '@/lib/format/times';
import type { FundingWords } from './funding-words';

type Funding = NonNullable<BatchFunding['funding']>;
type Debit = NonNullable<Funding['debit']>;

interface Told {
  funding: Funding;
  debit: Debit;
  payout: BatchFunding['payout'];
  currency: string;
  timeZone: string;
}

/** How far a direct debit is. Others take days or fail; this one may be taken back after payees were paid. */
export function wordsOfDebit(told: Told): FundingWords | undefined {
  const { debit, funding, payout, timeZone } = told;
  const { personName, readAt, startedAt, state } = funding;
  const moment = (at: string) => formatDetailTime(at, timeZone);
  const begun = [
    `Begun by ${personName} on ${moment(startedAt)}, by direct debit`,
    ...(debit.lastFour === null ? [] : [` from the account ending ${debit.lastFour}`]),
    ...(debit.reference === null ? [] : [`, reference “${debit.reference}”`]),
    '.',
  ].join('');
  const moved = `${formatCount(countMoved(payout))} of ${countOf(countTransfers(payout), 'transfer')} moved`;
  const read = readAt === null ? 'Wise was not asked yet.' : `Wise was asked last on ${moment(readAt)}.`;
  const late = debit.cameLate ? ['Two administrators had released it before Wise named it.'] : [];
  switch (state) {
    case 'started':
      return {
        tone: 'busy',
        title: 'Wise is being asked to debit the account. Its answer is awaited.',
        lines: [begun],
      };
    case 'unknown':
      return {
        tone: 'warn',
        title: 'We do not know yet whether the account is debited.',
        lines: [
          begun,
          'Do not try again: Wise names the direct debit itself, and the console looks whether transfers move.',
          `${moved}.`,
          read,
        ],
      };
    case 'sent':
      return {
        tone: debit.cameLate || debit.status === 'FAILED' ? 'bad' : 'busy',
        title: titleUnderWay(debit),
        lines: [begun, ...late, ...nextUnderWay(debit, moved), read],
      };
    case 'done':
      return debit.status === 'CHARGED_BACK' ? wordsOfLoss(told, begun) : wordsOfDone(told, begun, late);
    case 'refused':
      return funding.code === 'batch_debit_failed'
        ? {
            tone: 'bad',
            title: `The direct debit failed${debit.changedAt === null ? '' : ` on ${moment(debit.changedAt)}`}. No money moved.`,
            lines: [begun, 'The group can be funded again, in whatever way.'],
          }
        : undefined;
    case 'released':
      return {
        tone: undefined,
        title: 'Open again: two people have agreed that no account was debited.',
        lines: [begun],
      };
  }
}

function titleUnderWay({ cameLate, status }: Debit): string {
  if (cameLate) return 'The direct debit is on its way after all.';
  switch (status) {
    case 'NEW':
      return 'The direct debit is asked for.';
    case 'PROCESSING':
    case null:
      return 'The direct debit is on its way.';
    case 'COMPLETED':
      return 'The direct debit is through, transfers are being confirmed.';
    case 'FAILED':
      return 'The direct debit failed, yet transfers moved. Do not pay again.';
    default:
      return `Sent. At Wise the direct debit is ${status}.`;
  }
}

const nextUnderWay = ({ status }: Debit, moved: string): string[] =>
  status === 'FAILED'
    ? [`${moved}. Look at Wise for what they were paid by.`]
    : status === 'COMPLETED'
      ? [`${moved}.`]
      : [`It takes days. Once the money is at Wise the transfers move: ${moved}.`];

function wordsOfLoss({ currency, debit, funding, payout, timeZone }: Told, begun: string): FundingWords {
  const when = debit.changedAt === null ? '' : ` on ${formatDetailTime(debit.changedAt, timeZone)}`;
  const amount = funding.amount === null ? '' : `: ${formatMoney(funding.amount, currency)}`;
  const paid = countMoved(payout);
  return {
    tone: 'bad',
    title: `Charged back${when}${amount}. Do not send again${paid > 0 ? ': payees were paid.' : '.'}`,
    lines: [
      paid > 0
        ? `The bank took the money back after ${countOf(paid, 'transfer')} had moved. It is a loss: ask Wise before anything else is done.`
        : 'The bank took the money back. Ask Wise what becomes of the transfers before anything else is done.',
      begun,
    ],
  };
}

function wordsOfDone(
  { debit, funding: { transfersMovedAt }, timeZone }: Told,
  begun: string,
  late: string[],
): FundingWords {
  const moved =
    transfersMovedAt === null
      ? []
      : [`All transfers had moved on ${formatDetailTime(transfersMovedAt, timeZone)}.`];
  if (debit.status === 'FAILED')
    return {
      tone: 'warn',
      title: 'The direct debit failed, and the transfers were paid for in another way.',
      lines: [begun, ...late, ...moved, 'Look at Wise for what they were paid by.'],
    };
  return {
    tone: undefined,
    title: 'Paid by direct debit.',
    lines: [begun, ...late, ...moved, 'The bank may take it back for some weeks yet.'],
  };
}

/** What the bank took back, as it is told above the rows: by Wise's word on the debit, or on single transfers. */
export function wordsOfChargeBack(
  status: BatchGroup['status'],
  { funding, payout }: BatchFunding,
  currency: string,
): FundingWords | undefined {
  const { amount, transfers } = sumOfStatus(payout, 'charged_back');
  if (transfers === 0 && status !== 'CHARGED_BACK') return undefined;
  const sum = funding?.amount == null ? 'the money' : formatMoney(funding.amount, currency);
  return {
    tone: 'bad',
    title: `Charged back: do not send again.${countMoved(payout) > 0 ? ' Payees were paid.' : ''}`,
    lines: [
      transfers > 0
        ? `${countOf(transfers, 'transfer')}, ${formatMoney(amount, currency)}: the money that paid for ${transfers === 1 ? 'it' : 'them'} was taken back. Ask Wise before anything else is done.`
        : `The bank took back ${sum} that paid for the group. Ask Wise before anything else is done.`,
    ],
  };
}

/** One that was given up and runs beside another funding. */
export function wordsOfSecondDebit(
  { amount, startedAt, status }: NonNullable<BatchFunding['secondDebit']>,
  currency: string,
  timeZone: string,
): FundingWords {
  return {
    tone: 'bad',
    title: 'A direct debit that was given up is at Wise all the same: the group may be paid twice.',
    lines: [
      `Begun on ${formatDetailTime(startedAt, timeZone)}${amount === null ? '' : `, ${formatMoney(amount, currency)}`}. At Wise it is ${status}.`,
      'Ask Wise at once to stop it.',
    ],
  };
}
