import { type AccountRoute, fieldsOf } from './check-account.ts';
import { accountHolderName, email, type Field, type Given } from './fields.ts';
import { formsOf } from './forms.ts';

/** Wise: values that a field does not have are null in the example and nowhere null in the schema; they are left out. */
const printField = (field: Field) => ({
  key: field.key,
  name: field.name,
  type: field.type,
  refreshRequirementsOnChange: field.refresh ?? false,
  required: field.required,
  ...(field.displayFormat === undefined ? {} : { displayFormat: field.displayFormat }),
  example: field.example ?? '',
  ...(field.minLength === undefined ? {} : { minLength: field.minLength }),
  ...(field.maxLength === undefined ? {} : { maxLength: field.maxLength }),
  ...(field.regexp === undefined ? {} : { validationRegexp: field.regexp }),
  valuesAllowed: field.values ?? null,
});

/** Each in a group of its own. */
export const printFields = (fields: readonly Field[]) =>
  fields.map((field) => ({ name: field.name, group: [printField(field)] }));

const nothing: Given = { legalType: undefined, details: {}, address: null };

/**
 * The kinds of account that a route's money can go to, and what each asks for.
 * @param filled what was filled in so far, and for which kind; the others are shown as nothing was
 * @param withName Wise: from minor version 1 on, name and e-mail are fields like the others
 */
export function printRequirements(
  route: AccountRoute,
  filled: { type: string; given: Given } | null,
  withName: boolean,
) {
  return formsOf(route.targetCurrency).map((form) => {
    const given = filled?.type === form.type ? filled.given : nothing;
    const own = fieldsOf(form, given, route);
    const hasEmail = own.some(({ key }) => key === 'email');
    const common = withName ? [accountHolderName(given), ...(hasEmail ? [] : [email(false)])] : [];
    return { type: form.type, title: form.title, fields: printFields([...common, ...own]) };
  });
}
