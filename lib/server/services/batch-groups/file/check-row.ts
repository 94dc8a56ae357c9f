import 'server-only';
import { readAmount } from './amounts.ts';
import { checkCell, cleanText } from './cell-text.ts';
import type { CheckContext } from './check-context.ts';
import { checkPayee } from './check-payee.ts';
import { type RowFault, bySeverity, faultOf, isDoubt } from './faults.ts';
import { looksLikeFormula } from './formulas.ts';
import { paymentText } from './duplicates.ts';
import type { CheckedRow, RowFlag, RowToCheck } from './row-result.ts';
import { type FixedSide, isEmail, readFixedSide, suggestCurrency } from './row-words.ts';

/** Everything but the state, which needs the rows before it. */
export type HalfCheckedRow = Omit<CheckedRow, 'state' | 'accepted'> & { isWaiting: boolean };

/** What is wrong with one row by itself. */
export function checkRow({ rowNumber, cells: raw }: RowToCheck, context: CheckContext): HalfCheckedRow {
  const { cells, faults, flags } = cleanCells(raw);
  const cell = (field: string): string => cells.get(field) ?? '';

  faults.push(...checkSourceCurrency(cell('sourceCurrency'), context));
  const target = readTargetCurrency(cell('targetCurrency'), cell('recipientId'), context);
  if (target.fault) faults.push(target.fault);

  const payee = checkPayee({ cells, targetCurrency: target.currency }, context);
  faults.push(...payee.faults);
  flags.push(...payee.flags);

  const side = readSide(cell('amountCurrency'), context.sourceCurrency, target.currency);
  if (side === null) faults.push(faultOf('amountCurrency', 'fixed_side_unknown', {}, ['source', 'target']));
  const amountCurrency = side === 'source' ? context.sourceCurrency : target.currency;
  const decimals = amountCurrency === null ? undefined : context.currencies.get(amountCurrency)?.decimals;
  const { amount = null, fault } = readAmount(cell('amount'), amountCurrency ?? '', decimals);
  if (fault) faults.push(fault);

  faults.push(...checkTexts(cells));
  const { account } = payee;
  const isPayment = account !== null && side !== null && amountCurrency !== null && amount !== null;
  const payment = isPayment
    ? paymentText({ account, side, currency: amountCurrency, amount, reference: cell('paymentReference') })
    : null;
  return {
    rowNumber,
    faults: worstOfEachField(faults),
    flags,
    recipient: payee.recipient,
    amount,
    fixedSide: side,
    targetCurrency: target.currency,
    accountDigest: payee.accountDigest,
    paymentDigest: payment && context.digest(payment),
    isWaiting: payee.isWaiting,
  };
}

/** Fields that are numbers although they are never counted with. */
const isNumberField = (field: string): boolean =>
  field.startsWith('details.') || /^(?:recipientId|referenceNumber|paymentReference)$/.test(field);
const textFields = new Set(['name', 'paymentReference', 'referenceNumber']);

function cleanCells(raw: RowToCheck['cells']): {
  cells: Map<string, string>;
  faults: RowFault[];
  flags: RowFlag[];
} {
  const cells = new Map<string, string>();
  const faults: RowFault[] = [];
  const flags: RowFlag[] = [];
  for (const [field, text = ''] of Object.entries(raw)) {
    const clean = cleanText(text);
    if (clean === '' && text.trim() === '') continue;
    cells.set(field, clean);
    const fault = checkCell(field, text, { isNumber: isNumberField(field) });
    if (fault) faults.push(fault);
    else if (textFields.has(field) && looksLikeFormula(clean)) flags.push({ code: 'formula-like', field });
  }
  return { cells, faults, flags };
}

function checkSourceCurrency(text: string, { sourceCurrency }: CheckContext): RowFault[] {
  if (text === '' || text.toUpperCase() === sourceCurrency || suggestCurrency(text) === sourceCurrency)
    return [];
  return [faultOf('sourceCurrency', 'source_currency_differs', { wants: sourceCurrency }, [sourceCurrency])];
}

/** A recipient who is named by id brings the currency along. */
function readTargetCurrency(
  text: string,
  recipientId: string,
  { currencies, supportedTargets, sourceCurrency, recipients }: CheckContext,
): { currency: string | null; fault?: RowFault } {
  const field = 'targetCurrency';
  const code = text.toUpperCase();
  if (code === '') {
    const known = recipients.byId.get(recipientId)?.currency;
    return known ? { currency: known } : { currency: null, fault: faultOf(field, 'currency_missing', {}) };
  }
  if (!currencies.has(code)) {
    const meant = suggestCurrency(text);
    return { currency: null, fault: faultOf(field, 'currency_unknown', {}, meant ? [meant] : []) };
  }
  if (supportedTargets.has(code)) return { currency: code };
  return {
    currency: code,
    fault: faultOf(field, 'currency_not_supported', { source: sourceCurrency, target: code }),
  };
}

/** Where nothing is said the amount is what arrives: nobody is then paid short. */
function readSide(text: string, source: string, target: string | null): FixedSide | null {
  return text === '' ? 'target' : (readFixedSide(text, source, target) ?? null);
}

/** Characters: Wise names no limit, so it is the length of a SEPA transfer's text. */
const longestReference = 140;

function checkTexts(cells: ReadonlyMap<string, string>): RowFault[] {
  const faults: RowFault[] = [];
  const has = Array.from(cells.get('paymentReference') ?? '').length;
  if (has > longestReference)
    faults.push(faultOf('paymentReference', 'reference_too_long', { has, takes: longestReference }));
  for (const field of ['email', 'details.interacAccount']) {
    const text = cells.get(field) ?? '';
    if (text !== '' && !isEmail(text)) faults.push(faultOf(field, 'email_form', {}));
  }
  return faults;
}

/** One thing to mend at a time; what is in doubt waits until nothing is wrong with the field. */
function worstOfEachField(faults: readonly RowFault[]): RowFault[] {
  const sorted = [...faults].sort(bySeverity);
  const wrong = new Set<string>();
  return sorted.filter(({ field, code }) => {
    if (isDoubt(code)) return !wrong.has(field);
    if (wrong.has(field)) return false;
    wrong.add(field);
    return true;
  });
}
