import type { BatchRow, BatchRowsChange } from '../../contracts/batch-rows.ts';
import { type ApiError, asApiError } from '../api-error.ts';

type SentRow = BatchRowsChange['rows'][number];
type Cells = Readonly<Record<string, string>>;

/** What a person changed of one row: some fields, whether it is left out, which doubts are taken on. */
export interface RowEdit {
  fields?: Cells | undefined;
  leaveOut?: boolean | undefined;
  accept?: readonly string[] | undefined;
}

/** An edit that did not come through: it is no longer shown in the row, and kept to be used again. */
export interface KeptEdit {
  edit: RowEdit;
  /** Somebody changed the same row meanwhile; otherwise `error` says why. */
  isOvertaken: boolean;
  error: ApiError;
}

interface Draft {
  /** The row as it was when the person began. */
  seen: Cells;
  sending?: RowEdit | undefined;
  waiting?: RowEdit | undefined;
  kept?: KeptEdit | undefined;
  /** Was refused together with others: goes by itself, so that one does not keep back the rest. */
  isAlone?: boolean | undefined;
}

export interface RowEditsParts {
  /** @throws ApiError `conflict` where the group is not the one that was seen */
  send: (rows: SentRow[]) => Promise<void>;
  /** Reads group and rows again. */
  readAgain: () => Promise<void>;
  rowOf: (rowNumber: number) => BatchRow | undefined;
}

export type RowDrafts = ReadonlyMap<number, Draft>;
const mostReadings = 5;

/**
 * Edits of rows, saved at once and one request at a time: what is changed while another change is under way waits for it and
 * goes together with others. Nothing that was typed is lost: what is refused, or was overtaken, is kept beside the row.
 */
export class RowEdits {
  #parts: RowEditsParts;
  #drafts: RowDrafts = new Map();
  #listeners = new Set<() => void>();
  #isRunning = false;

  constructor(parts: RowEditsParts) {
    this.#parts = parts;
  }

  subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };
  /** The same map until something changes. */
  read = (): RowDrafts => this.#drafts;

  /** What the page may be left with: nothing is on its way. */
  get isSaved(): boolean {
    return [...this.#drafts.values()].every(({ sending, waiting }) => !sending && !waiting);
  }

  change(rowNumber: number, edit: RowEdit): void {
    const draft = this.#drafts.get(rowNumber);
    const seen = draft?.sending || draft?.waiting ? draft.seen : (this.#parts.rowOf(rowNumber)?.cells ?? {});
    this.#set(rowNumber, { ...draft, seen, waiting: joinEdits(draft?.waiting, edit), kept: undefined });
    void this.#run();
  }

  /** Takes what was kept up again, on the row as it is now. */
  useKept(rowNumber: number): void {
    const kept = this.#drafts.get(rowNumber)?.kept;
    if (kept) this.change(rowNumber, kept.edit);
  }

  forgetKept(rowNumber: number): void {
    const draft = this.#drafts.get(rowNumber);
    if (draft) this.#set(rowNumber, { ...draft, kept: undefined });
  }

  async #run(): Promise<void> {
    if (this.#isRunning) return;
    this.#isRunning = true;
    let readings = 0;
    for (let next = this.#take(); next.length > 0; next = this.#take()) {
      const rowNumbers = next.map(({ rowNumber }) => rowNumber);
      try {
        await this.#parts.send(next);
        readings = 0;
        for (const rowNumber of rowNumbers) this.#end(rowNumber);
      } catch (thrown) {
        const error = asApiError(thrown);
        const isConflict = error.code === 'conflict' && readings < mostReadings;
        if (isConflict || error.problem.certain === 'unknown') {
          readings += 1;
          await this.#parts.readAgain().catch(() => undefined);
        }
        for (const rowNumber of rowNumbers)
          this.#refused(rowNumber, error, isConflict, rowNumbers.length > 1);
      }
    }
    this.#isRunning = false;
  }

  /** The edits that wait, as they are sent: all of them together, or one that goes by itself. */
  #take(): SentRow[] {
    const waiting = [...this.#drafts].filter(([, { waiting: edit }]) => edit !== undefined);
    const together = waiting.filter(([, { isAlone }]) => !isAlone);
    const taken = together.length > 0 ? together : waiting.slice(0, 1);
    for (const [rowNumber, draft] of taken)
      this.#set(rowNumber, { ...draft, sending: draft.waiting, waiting: undefined });
    return taken.map(([rowNumber, { waiting: edit }]) => this.#toSent(rowNumber, edit ?? {}));
  }

  #toSent(rowNumber: number, { fields, leaveOut, accept }: RowEdit): SentRow {
    return {
      rowNumber,
      ...(fields && { cells: { ...this.#parts.rowOf(rowNumber)?.cells, ...fields } }),
      ...(leaveOut !== undefined && { leaveOut }),
      ...(accept && { accept: [...accept] }),
    };
  }

  #end(rowNumber: number): void {
    const draft = this.#drafts.get(rowNumber);
    // What was typed meanwhile was typed over what is saved now.
    const seen = this.#parts.rowOf(rowNumber)?.cells ?? {};
    if (draft) this.#set(rowNumber, { seen, waiting: draft.waiting, kept: draft.kept });
  }

  #refused(rowNumber: number, error: ApiError, isConflict: boolean, wasTogether: boolean): void {
    const draft = this.#drafts.get(rowNumber);
    if (!draft?.sending) return;
    const edit = joinEdits(draft.sending, draft.waiting);
    const isOvertaken = isConflict && this.#isOvertaken(rowNumber, draft.seen, edit);
    const goesAgain = isConflict ? !isOvertaken : wasTogether && error.problem.certain === 'nothing';
    this.#set(
      rowNumber,
      goesAgain
        ? { seen: draft.seen, waiting: edit, isAlone: isConflict ? draft.isAlone : true }
        : { seen: draft.seen, kept: { edit, isOvertaken, error } },
    );
  }

  /** Of the fields a person typed in, none may have become another; who accepts, accepts the row that was seen. */
  #isOvertaken(rowNumber: number, seen: Cells, edit: RowEdit): boolean {
    const now = this.#parts.rowOf(rowNumber)?.cells;
    if (!now) return true;
    const looked = edit.accept ? [...Object.keys(seen), ...Object.keys(now)] : Object.keys(edit.fields ?? {});
    return looked.some((field) => (now[field] ?? '') !== (seen[field] ?? ''));
  }

  #set(rowNumber: number, draft: Draft): void {
    const drafts = new Map(this.#drafts);
    if (draft.sending || draft.waiting || draft.kept) drafts.set(rowNumber, draft);
    else drafts.delete(rowNumber);
    this.#drafts = drafts;
    for (const listener of this.#listeners) listener();
  }
}

function joinEdits(one: RowEdit | undefined, other: RowEdit | undefined): RowEdit {
  const accept = [...new Set([...(one?.accept ?? []), ...(other?.accept ?? [])])];
  const leaveOut = other?.leaveOut ?? one?.leaveOut;
  return {
    ...((one?.fields || other?.fields) && { fields: { ...one?.fields, ...other?.fields } }),
    ...(leaveOut !== undefined && { leaveOut }),
    ...(accept.length > 0 && { accept }),
  };
}

/** The row as the person has made it, while that is being saved. The same object where nothing is. */
export function withDraft(row: BatchRow, draft: Draft | undefined): BatchRow {
  if (!draft?.sending && !draft?.waiting) return row;
  const { fields, leaveOut } = joinEdits(draft.sending, draft.waiting);
  const cells = fields ? { ...row.cells, ...fields } : row.cells;
  const state = leaveOut ? 'left-out' : row.state;
  return {
    ...row,
    cells,
    state,
    // Of a field that was changed nobody knows yet what is wrong with it.
    faults: fields ? row.faults.filter(({ field }) => !Object.hasOwn(fields, field)) : row.faults,
    ...(fields && Object.hasOwn(fields, 'amount') && { amount: null }),
  };
}
