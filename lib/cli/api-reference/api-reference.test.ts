import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { z } from 'zod';
import { int64Text, several } from '../../contracts/endpoint-schema.ts';
import { printReference } from './print-reference.ts';
import { printType } from './print-type.ts';

test('API.md is what the contracts say; npm run api-reference writes it', () => {
  expect(readFileSync('API.md', 'utf8')).toBe(printReference('lib/contracts'));
});

test.each([
  [z.string(), 'string'],
  [z.string().min(1).max(200), 'string(1..200)'],
  [z.string().max(9).nullable(), 'string(..9) | null'],
  [z.string().regex(/^\d{4}$/), 'string /^\\d{4}$/'],
  [int64Text, 'int64'],
  [z.uuid(), 'uuid'],
  [z.iso.datetime({ offset: true }), 'instant'],
  [z.coerce.number().int().min(1).max(200), 'integer(1..200)'],
  [z.number().int(), 'integer'],
  [z.boolean(), 'boolean'],
  [z.enum(['a', 'b']), '"a" | "b"'],
  [z.array(z.enum(['a', 'b'])).min(1), '("a" | "b")[](1..)'],
  [several(z.string()), 'string[](..50)'],
  [z.record(z.string(), z.boolean()), '{ [key]: boolean }'],
  [z.unknown(), 'any'],
  [z.strictObject({}), '{}'],
  [
    z.object({ must: z.boolean(), may: z.boolean().optional(), else: z.number().int().default(5) }),
    '{ must: boolean, may?: boolean, else?: integer = 5 }',
  ],
])('a type is printed with its limits, case %#', (schema, printed) => {
  expect(printType(z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' }))).toBe(printed);
});

test('what does not fit on a line has a line for each field', () => {
  const long = z.object({
    first: z.literal('x'.repeat(60)),
    second: z.object({ inner: z.literal('y'.repeat(60)) }),
  });
  expect(printType(z.toJSONSchema(long))).toBe(
    `{\n  first: "${'x'.repeat(60)}"\n  second: { inner: "${'y'.repeat(60)}" }\n}`,
  );
});
