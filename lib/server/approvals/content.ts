import 'server-only';
import { createHash } from 'node:crypto';
import { z } from 'zod';
import type { Vault } from '../vault/vault.ts';

const itemSchema = z.object({
  key: z.string().regex(/^[\w.:-]{1,80}$/),
  kind: z.string(),
  lines: z.array(z.string()),
});
const sealedSchema = z.object({
  content: z.unknown(),
  subject: z.string(),
  lines: z.array(z.string()),
  items: z.array(itemSchema),
});
/** What is asked for, as it lies in the store. */
export type AskedFor = z.output<typeof sealedSchema>;

const placeOf = (approvalId: string) => ({ table: 'approvals', column: 'content_sealed', row: approvalId });
const endNotePlaceOf = (approvalId: string) => ({
  table: 'approvals',
  column: 'end_note_sealed',
  row: approvalId,
});

export const sealAskedFor = (vault: Vault, approvalId: string, asked: AskedFor): string =>
  vault.seal(JSON.stringify(sealedSchema.parse(asked)), placeOf(approvalId));

export function openAskedFor(
  vault: Vault,
  { id, contentSealed }: { id: string; contentSealed: string | null },
): AskedFor {
  if (contentSealed === null) throw new Error('An approval whose content is not sealed');
  return sealedSchema.parse(JSON.parse(vault.open(contentSealed, placeOf(id))));
}

export const sealEndNote = (vault: Vault, approvalId: string, note: string): string =>
  vault.seal(note, endNotePlaceOf(approvalId));
export const openEndNote = (vault: Vault, approvalId: string, sealed: string): string =>
  vault.open(sealed, endNotePlaceOf(approvalId));

/** Where a note or a reason of refusal lies; the subject is the approval. */
export const notePlace = { table: 'approval_decisions', column: 'note_sealed' };

/**
 * SHA-256 over what is approved, in hex. The order of an object's keys and what is undefined make no difference; everything
 * else does.
 */
export const digestOf = (kind: string, resource: { type: string; id: string }, content: unknown): string =>
  createHash('sha256')
    .update(canonical([kind, resource.type, resource.id, content]))
    .digest('hex');

function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value) ?? 'null';
  const entries = Object.entries(value).filter(([, one]) => one !== undefined);
  return `{${entries
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, one]) => `${JSON.stringify(name)}:${canonical(one)}`)
    .join(',')}}`;
}
