import { whyNotOffered } from '@/lib/catalogues/card-actions';
import { errors, isErrorCode } from '@/lib/catalogues/errors';
import type { StatusLook } from '@/lib/catalogues/statuses';
import type { BulkCard, BulkCardState, BulkSummary } from '@/lib/contracts/bulk';
import { countOf } from '@/lib/format/counts';

const done = { FROZEN: 'Frozen', ACTIVE: 'Unfrozen', BLOCKED: 'Blocked' } as const;
const already = {
  FROZEN: 'Was frozen already',
  ACTIVE: 'Was active already',
  BLOCKED: 'Was blocked already',
} as const;
const acts = { FROZEN: 'freeze', ACTIVE: 'unfreeze', BLOCKED: 'block' } as const;
const titles = { FROZEN: 'Freeze', ACTIVE: 'Unfreeze', BLOCKED: 'Block' } as const;

export function lookOfResult(state: BulkCardState, status: BulkSummary['status']): StatusLook {
  const looks: Record<BulkCardState, StatusLook> = {
    waiting: { word: 'Waiting', tone: 'quiet', mark: 'not-begun' },
    begun: { word: 'Under way', tone: 'busy', mark: 'moving' },
    done: { word: done[status], tone: 'good', mark: 'works' },
    'not-needed': { word: already[status], tone: 'quiet', mark: 'over' },
    refused: { word: 'Refused', tone: 'bad', mark: 'no' },
    unknown: { word: 'Asking Wise', tone: 'warn', mark: 'unknown' },
    'not-done': { word: 'Not done', tone: 'bad', mark: 'no' },
  };
  return looks[state];
}

/** Why a card has not become what was wanted, and what to do. */
export function whyOf(
  { code, state, statusBefore }: Pick<BulkCard, 'code' | 'state' | 'statusBefore'>,
  wanted: BulkSummary['status'],
): string | undefined {
  if (state === 'not-done') return 'Wise did not answer, and the card is as it was. It can be tried again.';
  if (state === 'unknown') return 'Wise did not answer. The console asks Wise itself.';
  if (state !== 'refused') return undefined;
  if (code === 'forbidden') return 'The person who began it may not do it any more.';
  if (code === 'sca_required')
    return 'Wise wants it confirmed first, which many at once cannot be. Open the card and do it there.';
  if (code === 'not_found') return 'The card is not there any more, or not within reach.';
  if (code === 'card_status_not_offered' && statusBefore !== null) {
    const why = whyNotOffered(acts[wanted], statusBefore);
    return `${why.charAt(0).toUpperCase()}${why.slice(1)}.`;
  }
  return code !== null && isErrorCode(code) ? `${errors[code].title}. ${errors[code].advice}` : undefined;
}

export const titleOf = ({ counts, status }: Pick<BulkSummary, 'counts' | 'status'>): string =>
  `${titles[status]} of ${countOf(totalOf(counts), 'card')}`;

export const totalOf = (counts: BulkSummary['counts']): number =>
  Object.values(counts).reduce((sum, count) => sum + count, 0);

export const endedOf = ({ counts }: Pick<BulkSummary, 'counts'>): number =>
  totalOf(counts) - counts.waiting - counts.begun - counts.unknown;

/** What is worth another try: nothing about the card itself stands against it. */
export const canBeTriedAgain = ({ code, state }: Pick<BulkCard, 'code' | 'state'>): boolean =>
  state === 'not-done' ||
  (state === 'refused' &&
    code !== null &&
    [
      'wise_rate_limited',
      'wise_unavailable',
      'store_unavailable',
      'internal_error',
      'wise_refused',
      'wise_not_connected',
    ].includes(code));

/** "about 2 minutes left", from what was done since it began. */
export function tellTimeLeft(bulk: BulkSummary, now: number): string | undefined {
  const ended = endedOf(bulk);
  const left = totalOf(bulk.counts) - ended;
  const passedMs = now - Date.parse(bulk.startedAt);
  if (ended < 5 || left === 0 || passedMs < 2000) return undefined;
  const seconds = Math.ceil(((passedMs / ended) * left) / 1000);
  return seconds < 60
    ? 'less than a minute left'
    : `about ${countOf(Math.ceil(seconds / 60), 'minute')} left`;
}
