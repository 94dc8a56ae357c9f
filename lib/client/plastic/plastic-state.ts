import { type PlasticKind, plasticKinds } from '../../catalogues/plastic.ts';
import type { PlasticMovement, PlasticQuery } from '../../contracts/plastic.ts';
import { hrefOf } from '../url/write-url.ts';

/** All that the address says about the day; empty: the reader's first branch, today. */
export interface PlasticState {
  branch: string;
  day: string;
  query: string;
  kind: PlasticKind | '';
}

export const isPlasticKind = (value: string | null): PlasticKind | '' =>
  plasticKinds.find((one) => one === value) ?? '';

export function parsePlasticState(search: URLSearchParams): PlasticState {
  const day = search.get('day') ?? '';
  return {
    branch: search.get('branch')?.slice(0, 60) ?? '',
    day: /^\d{4}-\d{2}-\d{2}$/.test(day) && !Number.isNaN(Date.parse(day)) ? day : '',
    query: search.get('query')?.trim().slice(0, 200) ?? '',
    kind: isPlasticKind(search.get('kind')),
  };
}

export const hrefForPlastic = (state: PlasticState): string => hrefOf('/kiosks/plastic', { ...state });

export const toPlasticQuery = ({ branch, day }: PlasticState): PlasticQuery => ({
  ...(branch && { branchId: branch }),
  ...(day && { day }),
});

/** By kind, and by kiosk, note or name. */
export function findRows(
  rows: readonly PlasticMovement[],
  { query, kind }: Pick<PlasticState, 'query' | 'kind'>,
): PlasticMovement[] {
  const wanted = query.toLowerCase();
  return rows.filter(
    (row) =>
      (kind === '' || row.kind === kind) &&
      [row.kioskId ?? '', row.note, row.recordedBy, row.witnessedBy ?? ''].some((text) =>
        text.toLowerCase().includes(wanted),
      ),
  );
}
