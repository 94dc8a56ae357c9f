import { wordsOfPayoutFailure } from '@/lib/catalogues/payout-failures';
import { payoutOf } from '@/lib/client/batch-groups/payout';
import type { BatchRow } from '@/lib/contracts/batch-rows';
import { formatDate } from '@/lib/format/times';
import type { NoticeTone } from '@/components/ui/notice';

export interface PayoutWords {
  /** Undefined: nothing that must be read. */
  tone: NoticeTone | undefined;
  title: string;
  lines: string[];
}

/** What became of a payment that did not simply arrive, and what is to be done; undefined where nothing is to be said. */
export function wordsOfPayout(row: BatchRow, timeZone: string): PayoutWords | undefined {
  if (row.state !== 'in-group') return undefined;
  const { bouncedAt, payoutFailure, transferStatusAt } = row;
  const failure = payoutFailure && wordsOfPayoutFailure(payoutFailure.code);
  const on = (at: string | null) => (at === null ? '' : ` on ${formatDate(at, timeZone)}`);
  const why = failure ? [`${failure.what}.`] : [];
  const next = failure ? [failure.next] : [];
  const bounced = bouncedAt === null ? [] : [`The payee’s bank sent it back${on(bouncedAt)}.`];
  switch (payoutOf(row)) {
    case 'not_delivered':
      return {
        tone: 'warn',
        title: `Wise could not deliver it${on(payoutFailure?.at ?? null)}.`,
        lines: [
          ...why,
          'Wise tells once it is delivered after all or the money comes back. Until then it must not be sent again.',
          ...next,
        ],
      };
    case 'bounced_back':
    case 'coming_back':
      return {
        tone: 'warn',
        title: `Bounced back${on(bouncedAt)}: the money is on its way back.`,
        lines: [...why, 'It can be sent again once Wise has refunded it, not before.', ...next],
      };
    case 'cancelled':
      return {
        tone: undefined,
        title: `Wise cancelled the transfer${on(transferStatusAt)}.`,
        lines: ['It was not delivered. What was paid for it, if anything, is refunded by Wise.', ...why],
      };
    case 'funds_refunded':
      return {
        tone: undefined,
        title: `The money came back${on(transferStatusAt)}.`,
        lines: [
          ...bounced,
          ...why,
          ...(row.sentAgainIn === null ? next : ['It is being sent again in another group.']),
        ],
      };
    case 'charged_back':
      return {
        tone: 'bad',
        title: `Charged back${on(transferStatusAt)}. Do not send it again: the payee was paid.`,
        lines: ['The money that paid for it was taken back. Ask Wise before anything else is done.'],
      };
    default:
      return failure ? { tone: 'warn', title: `${failure.what}.`, lines: next } : undefined;
  }
}
