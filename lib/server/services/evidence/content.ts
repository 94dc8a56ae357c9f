import 'server-only';
import { z } from 'zod';
import type { Vault } from '../../vault/vault.ts';

const content = z.object({ reason: z.string(), recipient: z.string() });
type EvidenceContent = z.output<typeof content>;
const placeOf = (evidenceId: string) => ({
  table: 'evidence_packages',
  column: 'content_sealed',
  row: evidenceId,
});

/** Why it left and to whom: free text, which may hold names. */
export const sealEvidenceContent = (
  vault: Vault,
  evidenceId: string,
  { reason, recipient }: EvidenceContent,
) => vault.seal(JSON.stringify({ reason, recipient }), placeOf(evidenceId));

export const openEvidenceContent = (vault: Vault, evidenceId: string, sealed: string): EvidenceContent =>
  content.parse(JSON.parse(vault.open(sealed, placeOf(evidenceId))));
