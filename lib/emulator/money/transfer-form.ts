import { convert } from '../core/rates.ts';
import { type AccountFault, faultOfField } from './accounts/check-account.ts';
import { choice, type Field, text } from './accounts/fields.ts';
import type { QuoteRecord, RecipientRecord } from './records.ts';

export type TransferDetails = Readonly<Record<string, string>>;

const named = (prefix: string, entries: Record<string, string>) =>
  Object.entries(entries).map(([key, name]) => ({ key: prefix + key, name }));

const purposes = named('verification.transfers.purpose.', {
  'purchase.property': 'Buying property abroad',
  'pay.bills': 'Rent or other property expenses',
  'pay.tuition': 'Tuition fees or studying expenses',
  'send.to.family': 'Sending money home to family',
  'pay.goods.services': 'Paying for goods or services abroad',
  other: 'Other',
});
const services = named('', {
  INTERPRETATION_SERVICE: 'Interpretation service',
  TRANSLATION_SERVICE: 'Translation service',
  HUMAN_RESOURCE_SERVICE: 'Human resource service',
  SOFTWARE_DEVELOPMENT_SERVICE: 'Software development service',
});
const sources = named('verification.source.of.funds.', {
  salary: 'Salary',
  investment: 'Investments (stocks, properties, etc.)',
  inheritance: 'Inheritance',
  loan: 'Loan',
  other: 'Other',
});
const natures = named('', {
  MOVING_MONEY_BETWEEN_OWN_ACCOUNTS: 'Moving money between own accounts',
  SENDING_MONEY_TO_SOMEONE_ELSE: 'Sending money to someone else',
  PAYING_FOR_GOODS_OR_SERVICES: 'Paying for goods or services',
});

/** Wise: 10 over ACH, 100 within Mexico. Emulator choice: the others, and what they are for in pounds. */
const referenceLengths: Record<string, number> = {
  aba: 10,
  canadian: 15,
  interac: 140,
  japanese: 16,
  mexican: 100,
  sort_code: 18,
  south_korean_paygate: 20,
};
const usualReferenceLength = 35;
const purposeNeeded = ['INR', 'KRW', 'IDR'];
/** Above this many pounds the source of the money is asked for. */
const largeAmount = 100_000;

/** What a transfer of a quote to a recipient must tell. Emulator choice: what is asked for where; Wise says to look here. */
export function transferFields(
  quote: Pick<QuoteRecord, 'sourceCurrency' | 'sourceAmount' | 'targetCurrency' | 'transferNature'>,
  recipient: Pick<RecipientRecord, 'type'>,
  details: TransferDetails,
): Field[] {
  const { sourceAmount, sourceCurrency, targetCurrency, transferNature } = quote;
  const pounds = convert({ amount: sourceAmount, currency: sourceCurrency }, 'GBP').amount;
  const fields = [
    text('reference', 'Transfer reference', {
      required: false,
      maxLength: referenceLengths[recipient.type] ?? usualReferenceLength,
      regexp: "^[a-zA-Z0-9À-ÖØ-öø-ÿ\\-_.,/()&+:#' ]*$",
    }),
  ];
  if (purposeNeeded.includes(targetCurrency))
    fields.push(choice('transferPurpose', 'Transfer purpose', purposes, { refresh: true }));
  if (
    details.transferPurpose === 'verification.transfers.purpose.pay.goods.services' &&
    targetCurrency === 'INR'
  ) {
    const name = 'Please select a specific reason for your transfer';
    fields.push(choice('transferPurposeSubTransferPurpose', name, services));
    fields.push(text('transferPurposeInvoiceNumber', 'Invoice number', { required: false, maxLength: 35 }));
  }
  // Wise: transfers to and from reais tell their nature, here or with the quote.
  if ([sourceCurrency, targetCurrency].includes('BRL'))
    fields.push(choice('transferNature', 'Transfer nature', natures, { required: transferNature === null }));
  if (pounds > largeAmount) {
    fields.push(choice('sourceOfFunds', 'Source of funds', sources, { refresh: true }));
    if (details.sourceOfFunds === 'verification.source.of.funds.other')
      fields.push(text('sourceOfFundsOther', 'Other source of funds', { minLength: 2, maxLength: 140 }));
  }
  return fields;
}

/** What is wrong with a transfer's details. Those that nobody asked for are let be. */
export function faultsOfTransfer(
  quote: Parameters<typeof transferFields>[0],
  recipient: Parameters<typeof transferFields>[1],
  details: TransferDetails,
): AccountFault[] {
  return transferFields(quote, recipient, details).flatMap((field) => {
    const value = details[field.key];
    const message = faultOfField(field, value === '' ? undefined : value);
    return message === null ? [] : [{ path: `details.${field.key}`, message, value: value ?? '' }];
  });
}
