import 'server-only';
import type { z } from 'zod';
import { AppError } from './app-error.ts';

const usualBodyBytes = 256 * 1024;

/** Checks one part of the request. @throws AppError validation_failed that names the fields, never their values */
export function parsePart(
  schema: z.ZodType | undefined,
  part: 'params' | 'query' | 'body',
  value: unknown,
): unknown {
  if (!schema) return undefined;
  const parsed = schema.safeParse(value);
  if (parsed.success) return parsed.data;
  // A path that does not parse names nothing that exists.
  if (part === 'params') throw new AppError('not_found');
  throw new AppError('validation_failed', {
    fields: parsed.error.issues
      .slice(0, 20)
      .map((issue) => ({ path: [part, ...issue.path].join('.'), message: issue.message })),
  });
}

/** `?status=ACTIVE&status=FROZEN` becomes an array, a single value stays text. */
export function queryOf(search: URLSearchParams): Record<string, string | string[]> {
  const query: Record<string, string | string[]> = {};
  for (const name of new Set(search.keys())) {
    const values = search.getAll(name);
    query[name] = values.length === 1 ? (values[0] ?? '') : values;
  }
  return query;
}

/** Reads a JSON body. @throws AppError body_too_large, unsupported_media_type, validation_failed */
export async function readJsonBody(
  request: Request,
  mostBytes = usualBodyBytes,
): Promise<{ text: string; value: unknown }> {
  const contentType = request.headers.get('content-type') ?? '';
  if (!/^application\/json\s*(;|$)/i.test(contentType)) throw new AppError('unsupported_media_type');
  const text = (await readBytes(request, mostBytes)).toString('utf8');
  try {
    return { text, value: JSON.parse(text) };
  } catch (cause) {
    throw new AppError('validation_failed', {
      cause,
      fields: [{ path: 'body', message: 'This is not JSON.' }],
    });
  }
}

/** The body as it came. @throws AppError body_too_large, without reading on; validation_failed when it broke off */
export async function readBytes(request: Request, maxBytes: number): Promise<Buffer> {
  if (Number(request.headers.get('content-length') ?? 0) > maxBytes) throw new AppError('body_too_large');
  if (!request.body) return Buffer.alloc(0);
  const chunks: Uint8Array[] = [];
  let size = 0;
  try {
    for await (const chunk of request.body) {
      size += chunk.byteLength;
      if (size > maxBytes) throw new AppError('body_too_large');
      chunks.push(chunk);
    }
  } catch (cause) {
    if (cause instanceof AppError) throw cause;
    throw new AppError('validation_failed', {
      cause,
      fields: [{ path: 'body', message: 'It broke off.' }],
    });
  }
  return Buffer.concat(chunks);
}
