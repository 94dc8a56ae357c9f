import { isSafeNumber, parse } from 'lossless-json';
import { z } from 'zod';
import type { EmulatorContext } from './context.ts';
import { type Fault, fieldRefusal, Refusal, validationRefusal } from './refusal.ts';

const uuidPattern = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;
const instantPattern = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d{1,9})?)?(Z|[+-]\d{2}:?\d{2})$/;
export const isUuid = (text: string): boolean => uuidPattern.test(text);

const jsonType = /^application\/(\w+\+)?json\b/i;
const unreadable = () =>
  validationRefusal(400, { code: 'NOT_READABLE', message: 'Request body is not readable as JSON' });

/** @throws {Refusal} 415 for another content type. */
export function checkContentTypeOrThrow(c: EmulatorContext, pattern: RegExp): void {
  const type = c.req.header('content-type') ?? '';
  if (pattern.test(type)) return;
  throw new Refusal(415, {
    timestamp: new Date().toISOString(),
    status: 415,
    error: 'Unsupported Media Type',
    message: `Content type '${type}' not supported`,
    path: c.req.path,
  });
}

/** @throws {Refusal} 400 for broken JSON. */
export function parseJsonOrThrow(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw unreadable();
  }
}

/** @throws {Refusal} 415 for another content type, 400 for broken JSON. */
export async function readJson(c: EmulatorContext): Promise<unknown> {
  checkContentTypeOrThrow(c, jsonType);
  return parseJsonOrThrow(await c.req.text());
}

/**
 * As readJson, but what a number cannot hold is a bigint if it is an integer.
 * @throws {Refusal} 415 for another content type, 400 for broken JSON.
 */
export async function readLosslessJson(c: EmulatorContext): Promise<unknown> {
  checkContentTypeOrThrow(c, jsonType);
  try {
    return parse(await c.req.text(), undefined, (digits) =>
      isSafeNumber(digits) || !/^-?\d+$/.test(digits) ? Number(digits) : BigInt(digits),
    );
  } catch {
    throw unreadable();
  }
}

export function faultsOf(error: z.ZodError): Fault[] {
  return error.issues.map((issue) => ({
    code: 'NOT_VALID',
    message: issue.message,
    path: issue.path.map(String).join('.'),
  }));
}

/** @throws {Refusal} 400 with one error per field. */
export function checkBodyOrThrow<S extends z.ZodType>(body: unknown, schema: S): z.output<S> {
  const parsed = schema.safeParse(body);
  if (!parsed.success) throw validationRefusal(400, ...faultsOf(parsed.error));
  return parsed.data;
}

/** @throws {Refusal} 400 with one error per field. */
export async function parseBody<S extends z.ZodType>(c: EmulatorContext, schema: S): Promise<z.output<S>> {
  return checkBodyOrThrow(await readJson(c), schema);
}

/** A whole number from the query, or its default. @throws {Refusal} 400 outside the bounds. */
export function parseCount(
  c: EmulatorContext,
  name: string,
  bounds: { min: number; max?: number; default: number },
) {
  const raw = c.req.query(name);
  if (raw === undefined) return bounds.default;
  const value = /^\d{1,15}$/.test(raw) ? Number(raw) : Number.NaN;
  if (Number.isInteger(value) && value >= bounds.min && value <= (bounds.max ?? Number.MAX_SAFE_INTEGER))
    return value;
  const range =
    bounds.max === undefined ? `at least ${bounds.min}` : `between ${bounds.min} and ${bounds.max}`;
  throw fieldRefusal(name, `must be ${range}`, raw);
}

/** @throws {Refusal} 400 for what is no UUID. */
export function parseUuidParam(c: EmulatorContext, name: string): string {
  const raw = c.req.param(name) ?? '';
  if (!isUuid(raw)) throw fieldRefusal(name, 'must be a UUID', raw);
  return raw.toLowerCase();
}

/** A number of the path, in digits without leading zeros. @throws {Refusal} 400 for what is no such number. */
export function parseIdParam(c: EmulatorContext, name: string): string {
  const raw = c.req.param(name) ?? '';
  if (/^\d{1,19}$/.test(raw)) return raw.replace(/^0+(?=\d)/, '');
  throw fieldRefusal(name, 'must be a whole number', raw);
}

/** A required time of the query, with an offset, in milliseconds. @throws {Refusal} 400 where it is missing or no such time. */
export function parseInstant(c: EmulatorContext, name: string): number {
  const raw = c.req.query(name);
  const ms = raw !== undefined && instantPattern.test(raw) ? Date.parse(raw) : Number.NaN;
  if (!Number.isNaN(ms)) return ms;
  throw raw === undefined
    ? fieldRefusal(name, 'is required')
    : fieldRefusal(name, 'must be an ISO 8601 time', raw);
}
