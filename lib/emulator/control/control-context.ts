import { z } from 'zod';
import type { CardRecord } from '../entities.ts';
import type { EmulatorContext } from '../wise/context.ts';
import { faultsOf } from '../wise/parse.ts';
import { Refusal, validationRefusal } from '../wise/refusal.ts';
import type { World } from '../world.ts';

const isLoopbackAddress = (address: string) =>
  address === '::1' || /^(::ffff:)?127\.\d+\.\d+\.\d+$/.test(address);

/** Control is for programs on this machine: not for the network, and not for a web page that found the port. */
export function checkControlCallerOrThrow(c: EmulatorContext): void {
  const address = c.env?.incoming?.socket.remoteAddress;
  const isLocal = address === undefined || isLoopbackAddress(address);
  if (!isLocal || c.req.header('origin') !== undefined)
    throw new Refusal(403, {
      status: 403,
      error: 'Forbidden',
      message: 'Control answers programs on loopback only',
    });
}

/** An empty body counts as `{}`, and no content type is asked for. @throws {Refusal} 400 with one error per field. */
export async function parseControl<S extends z.ZodType>(c: EmulatorContext, schema: S): Promise<z.output<S>> {
  const text = await c.req.text();
  let body: unknown;
  try {
    body = text.trim() === '' ? {} : JSON.parse(text);
  } catch {
    throw validationRefusal(400, { code: 'NOT_READABLE', message: 'The body is not JSON' });
  }
  const parsed = schema.safeParse(body);
  if (!parsed.success) throw validationRefusal(400, ...faultsOf(parsed.error));
  return parsed.data;
}

export const notFound = (what: string) =>
  validationRefusal(404, { code: 'NOT_FOUND', message: `No such ${what}` });

/** Any word, because what Wise sends is open: a status or code nobody knows yet can be tried. */
export const word = z.string().regex(/^[A-Z][A-Z0-9_]{0,59}$/);

export function cardOrThrow(world: World, c: EmulatorContext): CardRecord {
  const card = world.cards.get((c.req.param('token') ?? '').toLowerCase());
  if (!card) throw notFound('card');
  return card;
}
