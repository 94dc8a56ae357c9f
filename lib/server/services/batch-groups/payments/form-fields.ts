import 'server-only';
import type { PaymentField } from '../../../../contracts/batch-payments.ts';
import type { RequirementField, Requirements } from '../../../../contracts/wise/recipients.ts';
import { transferField } from '../file/transfer-details.ts';

/** Some of what Wise keeps among the details has a column of its own in a row. */
const columns = new Map([
  ['accountHolderName', 'name'],
  ['legalType', 'receiverType'],
  ['email', 'email'],
]);

const accountField = (key: string): string => columns.get(key) ?? `details.${key}`;

/** An entry of a form that nobody here knows is a text: Wise looks at it itself. */
const toField = (asked: RequirementField, fieldOf: (key: string) => string): PaymentField => ({
  key: asked.key,
  field: fieldOf(asked.key),
  label: asked.name,
  type: asked.type,
  isRequired: asked.required ?? false,
  isRefreshing: asked.refreshRequirementsOnChange ?? false,
  displayFormat: asked.displayFormat,
  example: asked.example === '' ? null : asked.example,
  minLength: asked.minLength,
  maxLength: asked.maxLength,
  // A choice with an empty value is only what an empty list shows.
  choices: (asked.valuesAllowed ?? [])
    .filter(({ key }) => key !== '')
    .map(({ key, name }) => ({ key, name })),
});

const fieldsOf = (asked: Pick<Requirements, 'fields'>, fieldOf: (key: string) => string): PaymentField[] =>
  asked.fields.flatMap(({ group }) => group.map((field) => toField(field, fieldOf)));

export const accountFields = (asked: Requirements): PaymentField[] => fieldsOf(asked, accountField);
export const transferFields = (asked: Requirements): PaymentField[] => fieldsOf(asked, transferField);

/** `key=value` of each choice; a value may have an equals sign in it. */
export const readChosen = (chosen: readonly string[] = []): Record<string, string> =>
  Object.fromEntries(
    chosen.map((text) => [text.slice(0, text.indexOf('=')), text.slice(text.indexOf('=') + 1)]),
  );
