import 'server-only';

/** A spreadsheet would run a cell that begins so. The wide forms are what Apple Numbers takes for the same. */
const opensFormula = /^[=+\-@\t\r＝＋－＠]/;
const escaped = /^'+[=+\-@\t\r＝＋－＠]/;

export const looksLikeFormula = (cell: string): boolean => opensFormula.test(cell);

/** A cell that begins so is no name and no reference. */
export const isFormula = (cell: string): boolean => /^[=@＝＠]/.test(cell);

/** What the writer of CSV does not escape itself, so that reading can tell an escape from a cell's own apostrophe. */
export const escapeApostrophe = (cell: string): string => (escaped.test(cell) ? `'${cell}` : cell);

/** Takes off the one apostrophe that writing put before a formula. */
export const undoFormulaEscape = (cell: string): string => (escaped.test(cell) ? cell.slice(1) : cell);
