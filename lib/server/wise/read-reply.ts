import 'server-only';
import type { WiseReply, WiseReplyKind } from './client.ts';
import { parseWiseJson } from './json.ts';
import type { TransportReply } from './transport.ts';

export type ReadReply<T> = { ok: true; value: T } | { ok: false; faults: string[] };

const mostFaults = 5;

/** The answer as its schema has it, or what is wrong with it: places and kinds of fault, never the values. */
export function readReply<Reply extends WiseReplyKind>(
  schema: Reply,
  reply: TransportReply,
): ReadReply<WiseReply<Reply>>;
export function readReply(schema: WiseReplyKind, reply: TransportReply): ReadReply<unknown> {
  if (schema === 'empty') return { ok: true, value: undefined };
  if (reply.tooLarge) return { ok: false, faults: ['too large'] };
  if (schema === 'text') return { ok: true, value: reply.text };
  if (schema === 'bytes') return { ok: true, value: reply.bytes };
  let value: unknown;
  try {
    value = parseWiseJson(reply.text);
  } catch {
    return { ok: false, faults: [reply.text === '' ? 'empty' : 'not JSON'] };
  }
  const parsed = schema.safeParse(value);
  if (parsed.success) return { ok: true, value: parsed.data };
  const faults = parsed.error.issues.map((issue) => `${issue.path.join('.')} ${issue.code}`);
  return { ok: false, faults: faults.slice(0, mostFaults) };
}
