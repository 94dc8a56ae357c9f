import 'server-only';
import { isFormula } from './formulas.ts';
import { faultOf, type RowFault } from './faults.ts';

/** Control characters, breaks of lines, and what has no width or turns the direction of what follows. */
const unseen =
  /[\u0000-\u001f\u007f-\u009f\u00ad\u061c\u180e\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff\ufff9-\ufffb]/g;

const alreadyClean = /^[!-~]+(?: [!-~]+)*$/;

/** The text as it would be sent: one space for each break or run of spaces, none at the ends, nothing unseen. */
export function cleanText(text: string): string {
  if (alreadyClean.test(text)) return text;
  return text
    .normalize('NFC')
    .replace(/[\t\n\r\u2028\u2029]+/g, ' ')
    .replace(unseen, '')
    .replace(/\s+/g, ' ')
    .trim();
}

/** Spreadsheets write long numbers so, and forget the digits. */
const cutNumber = /^\d(?:[.,]\d+)?e\+\d{1,3}$/i;

/**
 * What is wrong with a cell whatever stands in it.
 * @param isNumber the cell holds a number that is an id, such as that of an account
 */
export function checkCell(
  field: string,
  raw: string,
  { isNumber }: { isNumber: boolean },
): RowFault | undefined {
  const clean = cleanText(raw);
  if (isFormula(clean)) return faultOf(field, 'formula', {});
  if (isNumber && cutNumber.test(clean)) return faultOf(field, 'number_cut', {});
  // Spaces and breaks around the text are an accident; within it, or unseen, they would go to the bank.
  if (raw.trim().search(unseen) !== -1)
    return faultOf(field, 'control_characters', {}, clean === '' ? [] : [clean]);
  return undefined;
}
