import 'server-only';
import type { RequirementField, Requirements } from '../../../../contracts/wise/recipients.ts';
import { typeKey } from './account.ts';
import { faultOf, type RowFault } from './faults.ts';
import { nearestOf } from './nearest.ts';
import { compilePattern, type TextTest } from './safe-pattern.ts';

interface WantedField {
  key: string;
  label: string;
  isRequired: boolean;
  isRefreshing: boolean;
  min: number | null;
  max: number | null;
  example: string | null;
  hasForm: TextTest | undefined;
  /** By Wise’s value and by its name, in small letters; null where any text goes. */
  allowed: ReadonlyMap<string, string> | null;
  choices: readonly { key: string; name: string }[];
}

/** One kind of account of a currency, such as `iban`, and what it needs. */
export interface AccountKind {
  type: string;
  fields: readonly WantedField[];
  /** What the account itself needs, without who holds it and where they live. */
  accountKeys: readonly string[];
  /** Once one of these has a value Wise may ask for other fields: a country brings its states. */
  refreshKeys: readonly string[];
}

/** What a row gives for a key of Wise’s: where it stands and what. */
export interface GivenDetail {
  field: string;
  value: string;
}
export type GivenDetails = (key: string) => GivenDetail;

const ofHolder = new Set(['accountHolderName', 'legalType', 'dateOfBirth', 'accountType']);

/** Compiles what Wise asks for once, for all rows of the currency. */
export const prepareKinds = (requirements: readonly Requirements[]): AccountKind[] =>
  requirements.map(({ type, fields }) => {
    const wanted = fields.flatMap(({ group }) => group.map(prepareField));
    const isOfAccount = ({ key, isRequired }: WantedField) =>
      isRequired &&
      !ofHolder.has(key) &&
      !key.startsWith('address.') &&
      (key !== 'email' || type === 'email');
    return {
      type,
      fields: wanted,
      accountKeys: wanted.filter(isOfAccount).map(({ key }) => key),
      refreshKeys: wanted.filter(({ isRefreshing }) => isRefreshing).map(({ key }) => key),
    };
  });

function prepareField(field: RequirementField): WantedField {
  const {
    key,
    name,
    refreshRequirementsOnChange,
    required,
    minLength,
    maxLength,
    example,
    validationRegexp,
    valuesAllowed,
  } = field;
  // A choice with an empty value is only what an empty list shows.
  const choices = valuesAllowed?.filter((choice) => choice.key !== '') ?? [];
  return {
    key,
    label: name,
    isRequired: required ?? false,
    isRefreshing: refreshRequirementsOnChange ?? false,
    min: minLength,
    max: maxLength,
    example: example === '' ? null : example,
    hasForm: validationRegexp === null ? undefined : compilePattern(validationRegexp),
    allowed:
      choices.length === 0
        ? null
        : new Map([
            ...choices.map((choice) => [choice.name.toLowerCase(), choice.key] as const),
            ...choices.map((choice) => [choice.key.toLowerCase(), choice.key] as const),
          ]),
    choices,
  };
}

export const kindByType = (kinds: readonly AccountKind[], type: string): AccountKind | undefined =>
  kinds.find((kind) => typeKey(kind.type) === typeKey(type));

/** The kind whose account the row gives whole, the fullest one; else the one of which it gives most. */
export function kindByDetails(kinds: readonly AccountKind[], given: GivenDetails): AccountKind | undefined {
  let best: AccountKind | undefined;
  let most = 0;
  for (const kind of kinds) {
    const has = kind.accountKeys.filter((key) => given(key).value !== '').length;
    const isWhole = has === kind.accountKeys.length;
    // Many rows have an e-mail address beside the account.
    const score = has === 0 ? 0 : has + (isWhole && kind.type !== 'email' ? 100 : 0);
    if (score > most) {
      most = score;
      best = kind;
    }
  }
  return best;
}

/**
 * Holds a row against what Wise asks for.
 * @returns what is wrong, the account’s details in Wise’s own words, and whether Wise’s own pattern took the name
 */
export function checkKind(kind: AccountKind, given: GivenDetails) {
  const faults: RowFault[] = [];
  const details: Record<string, string> = {};
  let isNameTested = false;
  for (const wanted of kind.fields) {
    const { field, value } = given(wanted.key);
    if (value === '') {
      if (wanted.isRequired) faults.push(missing(wanted, field));
      continue;
    }
    const checked = checkField(wanted, field, value);
    if (typeof checked !== 'string') faults.push(checked);
    else {
      details[wanted.key] = checked;
      if (wanted.key === 'accountHolderName') isNameTested = wanted.hasForm?.(value) === true;
    }
  }
  return { faults, details, isNameTested };
}

const missing = ({ key, label, choices }: WantedField, field: string): RowFault => {
  if (key === 'legalType') return faultOf(field, 'receiver_type_missing', {}, ['PERSON', 'INSTITUTION']);
  if (key === 'accountHolderName') return faultOf(field, 'name_missing', {});
  return faultOf(
    field,
    'detail_missing',
    { label },
    choices.length <= 5 ? choices.map((choice) => choice.key) : [],
  );
};

/** The value in Wise’s words, or what is wrong with it. */
function checkField(wanted: WantedField, field: string, value: string): string | RowFault {
  const { label, min, max, example, hasForm, allowed } = wanted;
  if (allowed)
    return (
      allowed.get(value.toLowerCase()) ?? faultOf(field, 'value_not_allowed', { label }, offer(wanted, value))
    );
  if (max !== null && value.length > max)
    return faultOf(field, 'detail_too_long', { label, has: value.length, takes: max });
  if (min !== null && value.length < min)
    return faultOf(field, 'detail_too_short', { label, has: value.length, wants: min });
  return hasForm?.(value) === false ? faultOf(field, 'detail_form', { label, example }) : value;
}

/** The one that was meant, or all where they are few. */
function offer({ choices }: WantedField, value: string): string[] {
  const nearest =
    nearestOf(
      value,
      choices.map(({ name }) => name),
    ) ??
    nearestOf(
      value,
      choices.map(({ key }) => key),
    );
  const meant = choices.find(({ key, name }) => name === nearest || key === nearest);
  if (meant) return [meant.key];
  return choices.length <= 5 ? choices.map(({ key }) => key) : [];
}

/** What a row gives for the fields that bring others, in Wise’s words. Null where it gives none of them. */
export function filledForRefresh(
  { fields, refreshKeys }: AccountKind,
  given: GivenDetails,
): Record<string, string> | null {
  const filled: Record<string, string> = {};
  for (const wanted of fields.filter(({ key }) => refreshKeys.includes(key))) {
    const { field, value } = given(wanted.key);
    const told = value === '' ? undefined : checkField(wanted, field, value);
    if (typeof told === 'string') filled[wanted.key] = told;
  }
  return Object.keys(filled).length > 0 ? filled : null;
}

/** What a kind of account needs, in Wise’s words. */
export const labelsOf = (kind: AccountKind): string[] =>
  kind.fields.filter(({ key }) => kind.accountKeys.includes(key)).map(({ label }) => label);
