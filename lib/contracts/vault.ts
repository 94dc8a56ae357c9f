import type { z } from 'zod';
import { defineEndpoint } from './define-endpoint.ts';
import type * as schema from './vault.schema.ts';

/**
 * Seals everything under the first of VAULT_KEYS, as a job; called again it tells how far that is.
 */
export const rotateVault = defineEndpoint<{
  body: Record<string, never>;
  reply: z.output<typeof schema.rotateVaultReply>;
}>()({ method: 'POST', path: '/api/vault/rotate', consolePermission: 'command' });
