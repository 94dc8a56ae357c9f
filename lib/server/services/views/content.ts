import 'server-only';
import { z } from 'zod';
import type { Vault } from '../../vault/vault.ts';

const content = z.object({ name: z.string(), query: z.string() });
type ViewContent = z.output<typeof content>;

const placeOf = (viewId: string) => ({ table: 'saved_views', column: 'content_sealed', row: viewId });

export const sealContent = (vault: Vault, viewId: string, { name, query }: ViewContent): string =>
  vault.seal(JSON.stringify({ name, query }), placeOf(viewId));

export const openContent = (vault: Vault, viewId: string, sealed: string): ViewContent =>
  content.parse(JSON.parse(vault.open(sealed, placeOf(viewId))));
