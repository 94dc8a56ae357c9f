import { createHash } from 'node:crypto';
import type { EmulatorContext } from '../wise/context.ts';
import { cardHeader } from '../wise/sensitive-details.ts';

/**
 * Wise binds a token to one action. Emulator choice: that is method, path with query and body, and the card where a header
 * names it, so that a repeat that asks for anything else needs a token of its own.
 */
export async function digestAction(c: EmulatorContext): Promise<string> {
  const { pathname, search } = new URL(c.req.url);
  const body = await c.req.text();
  const parts = [c.req.method, pathname + search, c.req.header(cardHeader) ?? '', body];
  return createHash('sha256').update(JSON.stringify(parts)).digest('hex');
}
