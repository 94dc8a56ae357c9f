import type { KnownPayee, PaymentField, PaymentForm, TransferForm } from '../../contracts/batch-payments.ts';
import type { BatchRowFault } from '../../contracts/batch-rows.ts';

/** What is filled in of one payment. `values` are by the row's fields, of every kind of account that was looked at. */
export interface PaymentDraft {
  way: 'new' | 'known';
  payee: KnownPayee | undefined;
  target: string;
  side: 'source' | 'target';
  amount: string;
  type: string;
  reference: string;
  ownNumber: string;
  values: Readonly<Record<string, string>>;
}

export const emptyPayment: PaymentDraft = {
  way: 'new',
  payee: undefined,
  target: '',
  side: 'target',
  amount: '',
  type: '',
  reference: '',
  ownNumber: '',
  values: {},
};

type Kind = NonNullable<PaymentForm['kinds']>[number];

/** The currency that arrives: a payee who is known brings it along. */
export const targetOf = ({ payee, target, way }: PaymentDraft): string =>
  way === 'known' ? (payee?.currency ?? '') : target;

/** The kind that was chosen; until then, or where the currency has no such kind, the first one. */
export const kindOf = ({ type }: PaymentDraft, form: PaymentForm | undefined): Kind | undefined =>
  form?.kinds?.find((kind) => kind.type === type) ?? form?.kinds?.[0];

/** What is chosen in fields that bring others, for the address: typed text never goes there. */
export const chosenOf = (fields: readonly PaymentField[], values: PaymentDraft['values']): string[] =>
  fields.flatMap(({ choices, field, isRefreshing, key }) => {
    const value = values[field] ?? '';
    return isRefreshing && choices.some((choice) => choice.key === value) ? [`${key}=${value}`] : [];
  });

/** The row as it would stand in a file. Of fields that are not shown nothing goes along. */
export function cellsOf(
  draft: PaymentDraft,
  kind: Kind | undefined,
  ofTransfer: readonly PaymentField[],
): Record<string, string> {
  const { amount, ownNumber, payee, reference, side, values, way } = draft;
  const shown = [...(way === 'new' ? (kind?.fields ?? []) : []), ...ofTransfer];
  const cells: Record<string, string> = {
    ...(way === 'known' ? { recipientId: payee?.id ?? '' } : { type: kind?.type ?? '' }),
    targetCurrency: targetOf(draft),
    amountCurrency: side,
    amount,
    paymentReference: reference,
    referenceNumber: ownNumber,
    ...Object.fromEntries(shown.map(({ field }) => [field, values[field] ?? ''])),
  };
  return Object.fromEntries(Object.entries(cells).filter(([, text]) => text.trim() !== ''));
}

/** What has to be there before anything can be checked. */
export function missingOf(draft: PaymentDraft): Record<string, string> {
  const missing: Record<string, string> = {};
  if (draft.way === 'known' && !draft.payee) missing.payee = 'Find the payee first.';
  if (draft.way === 'new' && draft.target === '')
    missing.targetCurrency = 'Choose the currency that arrives.';
  if (draft.amount.trim() === '') missing.amount = 'Type the amount.';
  return missing;
}

export interface FaultsByField {
  /** Shown at its field. */
  at: ReadonlyMap<string, BatchRowFault>;
  /** Of what the form has no field for. */
  others: readonly BatchRowFault[];
  /** What a person may take on themselves; nothing else is wrong. */
  doubts: readonly BatchRowFault[];
}

const always = ['targetCurrency', 'amount', 'paymentReference', 'referenceNumber'];

/** Doubts are asked about at the end, once nothing is wrong any more. */
export function sortFaults(faults: readonly BatchRowFault[], fields: readonly PaymentField[]): FaultsByField {
  const shown = new Set([...always, ...fields.map(({ field }) => field)]);
  const wrong = faults.filter(({ isAcceptable }) => !isAcceptable);
  return {
    at: new Map(wrong.filter(({ field }) => shown.has(field)).map((fault) => [fault.field, fault])),
    others: wrong.filter(({ field }) => !shown.has(field)),
    doubts: faults.filter(({ isAcceptable }) => isAcceptable),
  };
}

/** What the transfer form asks with: nothing before an amount and a payee are there. */
export function transferQueryOf(
  draft: PaymentDraft,
  kind: Kind | undefined,
  known: TransferForm['known'] | undefined,
) {
  const target = targetOf(draft);
  const amount = draft.amount.replace(/[,\s]/g, '');
  const who =
    draft.way === 'known' ? draft.payee && { recipientId: draft.payee.id } : kind && { type: kind.type };
  if (!who || target === '' || !/^\d{1,15}(\.\d{1,4})?$/.test(amount)) return undefined;
  return { target, side: draft.side, amount, ...who, chosen: chosenOf(known?.fields ?? [], draft.values) };
}
