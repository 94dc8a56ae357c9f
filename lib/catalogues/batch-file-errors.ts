import { nothing } from './error-entry.ts';

/** Why a file of payments cannot be read. Whoever throws one says in its detail which line and how many. */
export const batchFileErrors = {
  batch_file_too_large: nothing(
    413,
    'The file is too large',
    'It is larger than the console reads. Nothing of it was taken.',
    'A file of 1,000 payments is far smaller: take other sheets, pictures and columns out of it, or split it.',
  ),
  batch_file_empty: nothing(
    422,
    'The file is empty',
    'There is nothing in it.',
    'Save it again from where it came, with its header line and a row for each payment.',
  ),
  batch_file_no_payments: nothing(
    422,
    'There is no payment in the file',
    'It has a header line and no row below it.',
    'Add a row for each payment and take the file again.',
  ),
  batch_file_no_header: nothing(
    422,
    'The header line is missing',
    'The first line looks like a payment, not like the names of columns.',
    'Add a first line with the names of the columns, such as name, IBAN, amount.',
  ),
  batch_file_not_text: nothing(
    422,
    'The file is not a CSV file',
    'It is a workbook or something else that is not plain text.',
    'Open it in the spreadsheet program, save it as CSV (UTF-8), and take that file.',
  ),
  batch_file_letters_broken: nothing(
    422,
    'Letters in the file are broken',
    'It mixes two ways to write letters such as é, so names could come out wrong.',
    'Save it again as CSV (UTF-8) from where it came.',
  ),
  batch_file_too_many_rows: nothing(
    422,
    'Too many payments in one file',
    'A batch group takes 1,000 payments.',
    'Split the file and make a batch group of each part.',
  ),
  batch_file_too_many_columns: nothing(
    422,
    'Too many columns in the file',
    'A payment needs far fewer.',
    'Take out the columns that are not about the payments, and look whether lines are broken where they should be.',
  ),
  batch_file_quotes_broken: nothing(
    422,
    'A quotation mark is out of place',
    'Where a cell begins with a quotation mark it has to end with one, and a mark inside is written twice.',
    'Mend that line, or save the file again from the spreadsheet program.',
  ),
  batch_file_ragged: nothing(
    422,
    'A row does not fit the header',
    'It has more or fewer cells than the header, so a value could land in the wrong column.',
    'Mend that line: a comma inside a value needs quotation marks around the value.',
  ),
} as const;
