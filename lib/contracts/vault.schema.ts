import { z } from 'zod';
import { serveEndpoint } from './endpoint-schema.ts';
import * as endpoints from './vault.ts';

/** `left`: values that another key than `keyId` still seals. */
export const rotateVaultReply = z.object({ keyId: z.string(), left: z.number().int() });

export const rotateVault = serveEndpoint(endpoints.rotateVault, {
  body: z.strictObject({}),
  reply: rotateVaultReply,
  status: 202,
  audit: { action: 'vault.rotate', target: () => ({ type: 'vault', id: 'keys' }) },
});
