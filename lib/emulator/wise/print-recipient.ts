import { createHash } from 'node:crypto';
import { type Field, type Given } from '../money/accounts/fields.ts';
import { allDetailKeys, findForm } from '../money/accounts/forms.ts';
import { acceptanceFor, isConfirmed } from '../money/confirmations.ts';
import type { ConfirmationOutcome, RecipientRecord } from '../money/records.ts';
import type { World } from '../world.ts';

/** Wise's two shapes of a recipient call the name differently. */
type NamePath = 'name/fullName' | 'accountHolderName';

const printOutcome = (row: ConfirmationOutcome, accountPath: string, namePath: NamePath) => ({
  type: row.type,
  timestamp: row.at,
  outcome: row.outcome,
  requiresCustomerAcceptance: row.requiresCustomerAcceptance,
  fieldsChecked: [namePath, `details/${accountPath}`],
  // Wise: names are told for certain outcomes only.
  ...(row.providedName === null ? {} : { providedName: row.providedName }),
  ...(row.resolvedName === null ? {} : { resolvedName: row.resolvedName }),
  ...(row.message === null ? {} : { message: row.message }),
  recommendedUpdates: row.resolvedName === null ? [] : [{ path: namePath, value: row.resolvedName }],
});

/** Wise: only for the currencies whose names are checked. @param quoteId the quote that was asked about */
export function printConfirmations(recipient: RecipientRecord, quoteId: string | null, namePath: NamePath) {
  if (!isConfirmed(recipient.currency)) return {};
  const accepted = acceptanceFor(recipient, quoteId);
  const accountPath = findForm(recipient.currency, recipient.type)?.accountNumber ?? 'accountNumber';
  return {
    confirmations: {
      acceptedOutcomes: accepted !== undefined,
      acceptedAt: accepted?.at ?? null,
      quoteId,
      outcomes: recipient.outcomes.map((row) => printOutcome(row, accountPath, namePath)),
    },
  };
}

/** Emulator choice: Wise shows `SortCode` alone; the others are written in the same way. */
const printType = (type: string): string =>
  type
    .split('_')
    .map((word) => word.charAt(0).toUpperCase() + word.slice(1))
    .join('');

const hashOf = (...parts: readonly unknown[]): string =>
  createHash('sha256').update(JSON.stringify(parts)).digest('hex');

function printValue({ displayFormat, values }: Field, value: string): string {
  const chosen = values?.find(({ key }) => key === value);
  if (chosen) return chosen.name;
  if (displayFormat?.split('*').length !== value.length + 1) return value;
  let at = 0;
  return displayFormat.replace(/\*/g, () => value.charAt(at++));
}

const givenOf = ({ address, details, legalType }: RecipientRecord): Given => ({
  address,
  details,
  legalType,
});

function printAccount(recipient: RecipientRecord) {
  const { currency, details } = recipient;
  const form = findForm(currency, recipient.type);
  const displayFields = (form?.fields(givenOf(recipient)) ?? []).flatMap((field) => {
    const value = details[field.key];
    return value === undefined
      ? []
      : [{ key: `details/${field.key}`, label: field.name, value: printValue(field, value) }];
  });
  const shown = (key: string | undefined) =>
    displayFields.find((field) => key !== undefined && field.key === `details/${key}`)?.value;
  const number = details[form?.accountNumber ?? 'accountNumber'] ?? '';
  const bank = shown(form?.bankCode);
  return {
    commonFieldMap: {
      accountNumberField: form?.accountNumber ?? 'accountNumber',
      ...(form?.bankCode === undefined ? {} : { bankCodeField: form.bankCode }),
    },
    accountSummary: bank === undefined ? number : `(${bank}) ${number}`,
    longAccountSummary: `${currency} account ending in ${number.slice(-4)}`,
    displayFields,
  };
}

/** The shape of v2. Emulator choice: a business is `BUSINESS`; Wise shows `PERSON` alone. */
export function printRecipient(recipient: RecipientRecord) {
  const { accountHolderName, address, country, currency, details, email, id, profileId, type } = recipient;
  const account = printAccount(recipient);
  return {
    id,
    creatorId: recipient.creatorId,
    ...(profileId === null ? {} : { profileId }),
    name: {
      fullName: accountHolderName,
      givenName: null,
      familyName: null,
      middleName: null,
      patronymicName: null,
      cannotHavePatronymicName: null,
    },
    currency,
    ...(country === null ? {} : { country }),
    type: printType(type),
    legalEntityType: recipient.legalType === 'BUSINESS' ? 'BUSINESS' : 'PERSON',
    active: recipient.active,
    details: {
      reference: null,
      ...details,
      ...(email === null ? {} : { email }),
      ...(address === null ? {} : { address }),
      hashedByLooseHashAlgorithm: hashOf(currency, details),
    },
    ...account,
    hash: hashOf(currency, type, accountHolderName, recipient.legalType, details, address),
    isInternal: false,
    ownedByCustomer: recipient.ownedByCustomer,
    ...printConfirmations(recipient, recipient.checkedWith, 'name/fullName'),
  };
}

/** These are never null by Wise's schema, so they are left out where they are not used. */
const neverNull = ['sortCode', 'accountNumber'];
const unused = Object.fromEntries(
  allDetailKeys.filter((key) => !neverNull.includes(key)).map((key) => [key, null]),
);

/** The shape of v1. Wise: it names every detail there is, with null for those that are not used. */
export function printOldRecipient(world: World, recipient: RecipientRecord) {
  const { country, id, profileId } = recipient;
  const isBusiness = profileId !== null && world.profiles.get(profileId)?.type === 'BUSINESS';
  return {
    id,
    business: isBusiness ? profileId : null,
    ...(profileId === null ? {} : { profile: profileId }),
    accountHolderName: recipient.accountHolderName,
    currency: recipient.currency,
    ...(country === null ? {} : { country }),
    type: recipient.type,
    details: {
      ...unused,
      address: recipient.address,
      email: recipient.email,
      legalType: recipient.legalType,
      ...recipient.details,
    },
    user: recipient.creatorId,
    active: recipient.active,
    ownedByCustomer: recipient.ownedByCustomer,
    ...printConfirmations(recipient, recipient.checkedWith, 'accountHolderName'),
  };
}
