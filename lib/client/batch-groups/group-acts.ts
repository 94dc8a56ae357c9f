import { type BatchGroupStatus, settledBatchStatuses } from '../../catalogues/batch-statuses.ts';
import type { BeforeFunding } from '../../contracts/batch-before-funding.ts';
import type { BatchGroup, BatchGroupDetail } from '../../contracts/batch-groups.ts';
import { countOf } from '../../format/counts.ts';
import { countOfView, totalRows } from './rows-view.ts';

/** An act that is on the page: `notNow` says why it cannot be done now. Undefined: it is not offered. */
export type Offer = { notNow?: string } | undefined;

export interface GroupActs {
  addRows: Offer;
  send: Offer;
  goOn: Offer;
  pause: Offer;
  close: Offer;
  rename: Offer;
  discard: Offer;
}

type Seen = Pick<BatchGroup, 'origin' | 'rows' | 'status' | 'wiseStatus'> &
  Pick<BatchGroupDetail, 'wiseVersion'>;

const takesRows: readonly BatchGroupStatus[] = ['OPEN', 'RUNNING', 'PAUSED', ...settledBatchStatuses];
const isSettled = (status: BatchGroupStatus): boolean => settledBatchStatuses.includes(status);

/** Rows may be added and mended until the group is closed. */
export const doesTakeRows = ({ origin, status }: Pick<BatchGroup, 'origin' | 'status'>): boolean =>
  origin === 'console' && takesRows.includes(status);

const offered = (notNow?: string): Offer => (notNow === undefined ? {} : { notNow });

/** What somebody who may change it can do with a group now; the server decides again. */
export function actsOfGroup(group: Seen): GroupActs {
  const { origin, rows, status } = group;
  const isOurs = origin === 'console';
  const mayGo = rows.waiting + rows.askingWise + rows.sending + rows.refused > 0;
  return {
    addRows: doesTakeRows(group) ? {} : undefined,
    send:
      isOurs && (status === 'OPEN' || (isSettled(status) && mayGo))
        ? offered(whyNotSend(group, mayGo))
        : undefined,
    goOn:
      isOurs && status === 'PAUSED'
        ? offered(mayGo ? undefined : 'No row is ready: every row is held back or left out.')
        : undefined,
    pause: status === 'RUNNING' ? {} : undefined,
    close: [...takesRows, 'WAITING_FOR_APPROVAL'].includes(status) ? offered(whyNotClose(group)) : undefined,
    rename: isOurs && status === 'OPEN' ? {} : undefined,
    discard: isOurs && (status === 'OPEN' || status === 'WAITING_FOR_APPROVAL') ? {} : undefined,
  };
}

function whyNotSend({ rows }: Seen, mayGo: boolean): string | undefined {
  if (totalRows(rows) === 0) return 'Add rows first.';
  return mayGo ? undefined : 'No row is ready: mend one that is held back.';
}

function whyNotClose({ rows, status, wiseVersion }: Seen): string | undefined {
  if (!isSettled(status)) return 'The rows have to be sent first.';
  const open = countUnsent(rows);
  if (open > 0) return `${countOf(open, 'row is', 'rows are')} not sent yet.`;
  const toMend = countOfView(rows, 'to-mend');
  if (toMend > 0) return `${countOf(toMend, 'row is', 'rows are')} to be mended or left out first.`;
  if (rows.inGroup === 0 || wiseVersion === null) return 'There is no transfer in it.';
  return undefined;
}

const countUnsent = ({ askingWise, sending, waiting }: BatchGroup['rows']): number =>
  waiting + sending + askingWise;

export const steps = ['File', 'Check', 'Approve', 'Send', 'Close', 'Fund', 'Pay out'] as const;
export type Step = (typeof steps)[number];
const stepOfStatus: Partial<Record<BatchGroupStatus, Step>> = {
  WAITING_FOR_APPROVAL: 'Approve',
  RUNNING: 'Send',
  PAUSED: 'Send',
  ROWS_TO_SEND: 'Send',
  NOTHING_IN_IT: 'File',
  READY_TO_CLOSE: 'Close',
  CLOSED: 'Fund',
  CONFIRMING: 'Fund',
  FUNDING_UNKNOWN: 'Fund',
  FUNDED: 'Pay out',
  CHARGED_BACK: 'Pay out',
};

function stepOf(group: Pick<BatchGroup, 'origin' | 'rows' | 'status'>): Step | undefined {
  const { origin, rows, status } = group;
  if (origin === 'wise' && isSettled(status)) return 'Close';
  if (status === 'OPEN') return totalRows(rows) === 0 ? 'File' : 'Check';
  if (status === 'ROWS_TO_MEND') return rows.inGroup === 0 ? 'Check' : 'Send';
  return stepOfStatus[status];
}

/** Where it stands on its way; undefined for one that left it. The rows of one made elsewhere were sent there. */
export function stepsOfGroup(
  group: Pick<BatchGroup, 'origin' | 'rows' | 'status'>,
): { all: readonly Step[]; current: Step } | undefined {
  const current = stepOf(group);
  if (!current) return undefined;
  const isHere = (step: Step) =>
    group.origin === 'console' || ['Approve', 'Close', 'Fund', 'Pay out'].includes(step);
  return { all: steps.filter(isHere), current };
}

/** How far the approving is, in a word beside its step. */
export interface ApprovalStep {
  words: string;
  /** Not done, wherever the group is. */
  isOpen: boolean;
}

/** @param before funding: whether a closed group needs somebody's word (again) */
export function approvalStep(
  { approval: { by, state } }: Pick<BatchGroupDetail, 'approval'>,
  before: BeforeFunding | null,
): ApprovalStep {
  if (state === 'waiting') return { words: 'waiting', isOpen: true };
  if (before?.approval.state === 'to-ask') return { words: 'to be asked for', isOpen: true };
  if (before?.approval.state === 'not-needed') return { words: 'not needed', isOpen: false };
  switch (state) {
    case 'approved':
      return { words: `by ${by.join(', ')}`, isOpen: false };
    case 'ended':
      return { words: 'ended', isOpen: true };
    case 'not-needed':
      return { words: 'not needed', isOpen: false };
    case 'not-asked':
      return { words: 'not asked yet', isOpen: true };
  }
}

const soonestMs = 5000;

/** Rows a minute; of a run that began less than a minute ago by what it did until now. Null where nothing can be told yet. */
export function paceOf({
  asOf,
  rowsPerMinute,
  startedAt,
}: Pick<BatchGroupDetail, 'asOf' | 'rowsPerMinute' | 'startedAt'>): number | null {
  if (!rowsPerMinute) return null;
  const since = startedAt === null ? 60_000 : Date.parse(asOf) - Date.parse(startedAt);
  if (since < soonestMs) return null;
  return Math.round(since < 60_000 ? (rowsPerMinute * 60_000) / since : rowsPerMinute);
}

/** Minutes until the last row is sent at that pace. */
export function minutesLeft(
  group: Pick<BatchGroupDetail, 'asOf' | 'rows' | 'rowsPerMinute' | 'startedAt'>,
): number | null {
  const { askingWise, sending, waiting } = group.rows;
  const pace = paceOf(group);
  return pace === null ? null : (waiting + sending + askingWise) / pace;
}
