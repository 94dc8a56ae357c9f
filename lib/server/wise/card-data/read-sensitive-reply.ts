import 'server-only';
import { parseWiseJson } from '../json.ts';

/** Wise answered encrypted, in which case nothing of it is looked at here, or in clear. */
export type SensitiveReply = { form: 'jwe'; reply: string } | { form: 'clear'; body: unknown };

const compactJwe = /^[A-Za-z0-9_-]+\.[A-Za-z0-9_-]*\.[A-Za-z0-9_-]*\.[A-Za-z0-9_-]*\.[A-Za-z0-9_-]*$/;
const isJwe = (value: unknown): value is string => typeof value === 'string' && compactJwe.test(value.trim());

/**
 * Wise's reference shows clear JSON, its guides say the answer is a JWE, and nobody says how that is wrapped. Read, in this
 * order: a bare compact JWE, one as a JSON string, one as the only such member of a JSON object, clear JSON.
 * @returns undefined for what is none of them
 */
export function readSensitiveReply(text: string): SensitiveReply | undefined {
  if (isJwe(text)) return { form: 'jwe', reply: text.trim() };
  let body: unknown;
  try {
    body = parseWiseJson(text);
  } catch {
    return undefined;
  }
  if (isJwe(body)) return { form: 'jwe', reply: body.trim() };
  if (typeof body !== 'object' || body === null) return undefined;
  const [found, ...more] = Object.values(body).filter(isJwe);
  if (found !== undefined) return more.length === 0 ? { form: 'jwe', reply: found.trim() } : undefined;
  return { form: 'clear', body };
}
