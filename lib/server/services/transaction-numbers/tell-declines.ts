import 'server-only';
import type { Holder } from '../../../catalogues/console-permissions.ts';
import { declineFamilies, familyWords } from '../../../catalogues/decline-families.ts';
import type { NumbersRow, TransactionNumbers } from '../../../contracts/transaction-numbers.ts';
import { formatTransactionType } from '../../../format/transactions.ts';
import { explainReason, tellAllReasons } from '../../catalogues/decline-reasons/tell.ts';
import { nameOfCountry } from '../card-transactions/search/countries.ts';
import { noneTold } from '../card-transactions/search/conditions.ts';
import type { Counted } from './read-declines.ts';

type Asked = Omit<NumbersRow, 'count' | 'before'>;
type Reasons = TransactionNumbers['reasons'];

const asked = (value: string) => (value === '' ? noneTold : value);
const mostFirst = <Row extends NumbersRow>(rows: Row[]): Row[] =>
  rows.sort((one, other) => other.count - one.count || (one.value < other.value ? -1 : 1));

export const tellTypes = (counts: readonly Counted[]): NumbersRow[] =>
  mostFirst(
    counts.map((one) => ({
      ...one,
      name: formatTransactionType(one.value),
      filter: 'type',
      asked: [one.value],
    })),
  );

/** @param counts of the codes as `reader` reads them */
export function tellReasons(reader: Holder, counts: readonly Counted[]): Reasons {
  const families = new Map(tellAllReasons(reader).map(({ code, family }) => [code, family]));
  return mostFirst(
    counts.map((one) => ({
      ...one,
      name: explainReason(reader, one.value || null, null).title,
      filter: 'declineReason' as const,
      asked: [asked(one.value)],
      family: families.get(one.value) ?? null,
    })),
  );
}

/** What lies in no family, since it may not be told or nobody has classified it, is asked for by its reasons. */
export function tellFamilies(reasons: Reasons): NumbersRow[] {
  const families = declineFamilies.map((family) =>
    addUp(reasons, family, {
      value: family,
      name: familyWords[family],
      filter: 'family',
      asked: [family],
    }),
  );
  const others = reasons.filter(({ family }) => family === null);
  const [only] = others;
  const rest = addUp(reasons, null, {
    value: noneTold,
    name: others.length === 1 && only ? only.name : 'Not classified',
    filter: 'declineReason',
    asked: others.flatMap((one) => one.asked),
  });
  return mostFirst([...families, rest].filter(({ before, count }) => count > 0 || before > 0));
}

const cashTypes = ['ATM_WITHDRAWAL', 'CASH_WITHDRAWAL', 'CASH_ADVANCE'];

/** What goes wrong where there is cash to be had, or a PIN to be typed. */
export const tellCashAndPin = (types: readonly NumbersRow[], reasons: Reasons): NumbersRow[] =>
  mostFirst([
    ...types.filter(({ value }) => cashTypes.includes(value)),
    ...reasons.filter(({ family }) => family === 'pin'),
  ]);

function addUp(reasons: Reasons, family: Reasons[number]['family'], row: Asked): NumbersRow {
  const own = reasons.filter((one) => one.family === family);
  const sum = (part: 'count' | 'before') => own.reduce((all, one) => all + one[part], 0);
  return { ...row, count: sum('count'), before: sum('before') };
}

/** Counted with its description, which may have changed: the code alone tells one from another. */
export function tellCategories(counts: readonly Counted[]): NumbersRow[] {
  return join(counts, (value) => {
    const [code = '', ...words] = value.split(' ');
    const name = words.join(' ') || null;
    return { key: code, row: { value: code, name, filter: 'mcc', asked: [asked(code)] } };
  });
}

/** Wise writes a country as its code or as its name: both are one, and are asked for together. */
export function tellCountries(counts: readonly Counted[]): NumbersRow[] {
  return join(counts, (value) => {
    const name = nameOfCountry(value) ?? null;
    return { key: name ?? value, row: { value, name, filter: 'country', asked: [asked(value)] } };
  });
}

function join(
  counts: readonly Counted[],
  tell: (value: string) => { key: string; row: Asked },
): NumbersRow[] {
  const rows = new Map<string, NumbersRow>();
  for (const { before, count, value } of counts) {
    const { key, row } = tell(value);
    const known = rows.get(key);
    rows.set(key, {
      ...row,
      value: known?.value ?? row.value,
      name: known?.name ?? row.name,
      asked: [...new Set([...(known?.asked ?? []), ...row.asked])],
      count: (known?.count ?? 0) + count,
      before: (known?.before ?? 0) + before,
    });
  }
  return mostFirst([...rows.values()]);
}
