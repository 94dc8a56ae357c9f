import { type BatchRowState, lookOfBatchRowState } from '../../catalogues/batch-statuses.ts';
import type { BatchGroupPath, BatchRowCounts } from '../../contracts/batch-groups.ts';
import type { BatchRow } from '../../contracts/batch-rows.ts';
import { hrefOf } from '../url/write-url.ts';
import { isInPart, parsePayoutPart, type PayoutPart } from './payout.ts';

/** What needs a person stands first, what is done stands last. */
const order: readonly BatchRowState[] = [
  'held-back',
  'refused',
  'asking-wise',
  'sending',
  'waiting',
  'in-group',
  'left-out',
];
const rankOf = new Map(order.map((state, rank) => [state, rank]));
const toMend: readonly BatchRowState[] = ['held-back', 'refused'];
export const needsHand = ({ state }: Pick<BatchRow, 'state'>): boolean => toMend.includes(state);

const views = {
  all: { label: 'Everything, faults first', states: order },
  'to-mend': { label: 'To mend', states: toMend },
  waiting: { label: 'Waiting', states: ['waiting', 'sending', 'asking-wise'] },
  'in-group': { label: lookOfBatchRowState('in-group').word, states: ['in-group'] },
  refused: { label: lookOfBatchRowState('refused').word, states: ['refused'] },
  'left-out': { label: lookOfBatchRowState('left-out').word, states: ['left-out'] },
} as const satisfies Record<string, { label: string; states: readonly BatchRowState[] }>;
export type RowsViewName = keyof typeof views;
const isRowsView = (name: string): name is RowsViewName => Object.hasOwn(views, name);
export const rowsViewNames = Object.keys(views).filter(isRowsView);
export const labelOfView = (name: RowsViewName): string => views[name].label;

/** What the address of a group's page says. */
export interface RowsState {
  view: RowsViewName;
  query: string;
  /** Only transfers of which this became. */
  payout?: PayoutPart | undefined;
}

export function parseRowsState(search: URLSearchParams): RowsState {
  const view = search.get('view') ?? 'all';
  return {
    view: isRowsView(view) ? view : 'all',
    query: search.get('query')?.trim().slice(0, 200) ?? '',
    payout: parsePayoutPart(search.get('payout')),
  };
}

export const hrefForBatchGroup = (
  { profileId, batchGroupId }: BatchGroupPath,
  { view, query, payout }: RowsState = { view: 'all', query: '' },
): string =>
  hrefOf(`/batch-groups/${profileId}/${batchGroupId}`, {
    view: view === 'all' ? undefined : view,
    query,
    payout,
  });

const countNames: Record<BatchRowState, keyof BatchRowCounts> = {
  'held-back': 'heldBack',
  refused: 'refused',
  'asking-wise': 'askingWise',
  sending: 'sending',
  waiting: 'waiting',
  'in-group': 'inGroup',
  'left-out': 'leftOut',
};
export const countOfState = (counts: BatchRowCounts, state: BatchRowState): number =>
  counts[countNames[state]];
export const countOfView = (counts: BatchRowCounts, view: RowsViewName): number =>
  views[view].states.reduce((sum, state) => sum + countOfState(counts, state), 0);
export const totalRows = (counts: BatchRowCounts): number => countOfView(counts, 'all');

/** A row somebody works in: it keeps its place until they leave it, whatever it becomes. */
export interface HeldPlace {
  rowNumber: number;
  state: BatchRowState;
}

/** The rows a view shows, in its order. */
export function rowsInView(
  rows: readonly BatchRow[],
  { view, query, payout }: RowsState,
  held?: HeldPlace,
): readonly BatchRow[] {
  const states: readonly BatchRowState[] = views[view].states;
  const words = plain(query).split(/\s+/).filter(Boolean);
  const stateFor = (row: BatchRow) => (row.rowNumber === held?.rowNumber ? held.state : row.state);
  const rank = (row: BatchRow) => rankOf.get(stateFor(row)) ?? order.length;
  return rows
    .filter(
      (row) =>
        row.rowNumber === held?.rowNumber ||
        (states.includes(stateFor(row)) &&
          (payout === undefined || isInPart(row, payout)) &&
          isFound(row, words)),
    )
    .sort((one, other) => rank(one) - rank(other) || one.rowNumber - other.rowNumber);
}

/** The next row that needs a hand, by number, round and round; undefined where there is none. */
export function nextToMend(rows: readonly BatchRow[], after: number | undefined): BatchRow | undefined {
  const wanted = rows.filter(needsHand).sort((one, other) => one.rowNumber - other.rowNumber);
  return wanted.find(({ rowNumber }) => rowNumber > (after ?? 0)) ?? wanted[0];
}

const plain = (text: string): string =>
  text
    .normalize('NFD')
    .replace(/\p{Mn}/gu, '')
    .toLowerCase();
const joined = (text: string): string => text.replace(/[\s-]/g, '');

/** Each word is somewhere in the row; accounts and amounts are found with and without their spaces. */
function isFound(row: BatchRow, words: readonly string[]): boolean {
  if (words.length === 0) return true;
  const text = plain(
    [String(row.rowNumber), row.transferId ?? '', row.amount ?? '', ...Object.values(row.cells)].join('\n'),
  );
  const tight = joined(text);
  return words.every((word) => text.includes(word) || tight.includes(joined(word)));
}
