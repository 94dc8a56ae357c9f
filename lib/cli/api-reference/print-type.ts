import type { z } from 'zod';

type Schema = z.core.JSONSchema.BaseSchema;

const widest = 100;
const formats: Record<string, string> = { 'date-time': 'instant' };
/** int64Text: ids wider than 2^53 travel as their digits. */
const int64Pattern = '^\\d{1,19}$';

/**
 * A JSON schema in the manner of TypeScript, on one line where it fits.
 * @param column where it begins
 */
export function printType(schema: Schema, column = 0, indent = 0): string {
  if (schema.$ref !== undefined) return schema.$ref.replace('#/$defs/', '');
  if (schema.const !== undefined) return JSON.stringify(schema.const);
  if (schema.enum) return schema.enum.map((value) => JSON.stringify(value)).join(' | ');
  const choices = schema.anyOf ?? schema.oneOf;
  if (choices) return choices.map((choice) => printType(choice, column, indent)).join(' | ');
  if (Array.isArray(schema.type)) return schema.type.join(' | ');
  switch (schema.type) {
    case 'object':
      return printObject(schema, column, indent);
    case 'array':
      return printArray(schema, column, indent);
    case 'string':
      return printText(schema);
    case 'integer':
    case 'number':
      return schema.type + limits(schema.minimum, schema.maximum);
    default:
      return typeof schema.type === 'string' ? schema.type : 'any';
  }
}

function printObject(schema: Schema, column: number, indent: number): string {
  const { additionalProperties, properties = {}, required = [] } = schema;
  const fieldsAt = (deeper: number) =>
    Object.entries(properties).map(([name, field]) => {
      const label = `${name}${required.includes(name) ? '' : '?'}: `;
      return `${label}${printType(asSchema(field), deeper + label.length, deeper)}${defaultOf(field)}`;
    });
  if (typeof additionalProperties === 'object')
    return `{ [key]: ${printType(additionalProperties, column + 9, indent)} }`;
  const flat = fieldsAt(indent);
  if (flat.length === 0) return '{}';
  const line = `{ ${flat.join(', ')} }`;
  if (!line.includes('\n') && column + line.length <= widest) return line;
  const space = ' '.repeat(indent + 2);
  return `{\n${fieldsAt(indent + 2)
    .map((field) => `${space}${field}\n`)
    .join('')}${' '.repeat(indent)}}`;
}

function printArray(schema: Schema, column: number, indent: number): string {
  const item = printType(asSchema(schema.items), column, indent);
  const isUnion = !item.startsWith('{') && item.includes(' | ');
  return `${isUnion ? `(${item})` : item}[]${limits(schema.minItems, schema.maxItems)}`;
}

function printText({ format, maxLength, minLength, pattern }: Schema): string {
  if (format !== undefined) return (formats[format] ?? format) + limits(minLength, maxLength);
  if (pattern === int64Pattern) return 'int64';
  return `string${limits(minLength, maxLength)}${pattern === undefined ? '' : ` /${pattern}/`}`;
}

/** What JavaScript's numbers can hold is no limit of ours. */
function limits(least: number | undefined, most: number | undefined): string {
  const low = least === Number.MIN_SAFE_INTEGER ? undefined : least;
  const high = most === Number.MAX_SAFE_INTEGER ? undefined : most;
  return low === undefined && high === undefined ? '' : `(${low ?? ''}..${high ?? ''})`;
}

function defaultOf(field: Schema | boolean): string {
  return typeof field === 'object' && field.default !== undefined
    ? ` = ${JSON.stringify(field.default)}`
    : '';
}

function asSchema(schema: Schema['items']): Schema {
  return typeof schema === 'object' && !Array.isArray(schema) ? schema : {};
}
